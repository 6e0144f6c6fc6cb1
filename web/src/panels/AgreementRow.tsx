import type { AgreementCard } from "../api/agreement-card.ts";
import { formatStated } from "../wording/format-date.ts";
import { formatMoney } from "../wording/format-money.ts";
import { capitalize, counted, labelOf, wordOf } from "../wording/labels.ts";

/** The first value, as its source states it. */
export const valueOf = (agreement: AgreementCard): string | null => {
  const [value] = agreement.values;
  return value ? formatMoney(value) : null;
};

/** "Loan · signed", "33 agreements · negotiating". */
export const natureOf = (agreement: AgreementCard): string => {
  const kind = wordOf(agreement.kind);
  const what = agreement.count && agreement.count > 1 ? counted(agreement.count, kind) : capitalize(kind);
  return `${what} · ${wordOf(agreement.status)}`;
};

interface Props {
  readonly agreement: AgreementCard;
  readonly isOpen?: boolean;
  readonly onOpen: (id: string) => void;
}

/** One agreement as a line: date, name, value; what it is and how far it got below. */
export function AgreementRow({ agreement, isOpen = false, onOpen }: Props) {
  const value = valueOf(agreement);
  return (
    <li>
      <button
        type="button"
        className="agreement-row"
        aria-current={isOpen || undefined}
        onClick={() => onOpen(agreement.id)}
      >
        <span className="agreement-date">{agreement.date ? formatStated(agreement.date) : "undated"}</span>
        <span className="agreement-name">{agreement.name || labelOf(agreement.kind)}</span>
        <span className="agreement-value">{value}</span>
        <span className="agreement-nature">{natureOf(agreement)}</span>
      </button>
    </li>
  );
}
