import type { AgreementCard } from "../api/agreement-card.ts";
import { formatStated } from "./format-date.ts";
import { formatMoney } from "./format-money.ts";
import { labelOf, wordOf } from "./labels.ts";

/** The API shows the id of what no source names. */
export const hasName = ({ id, name }: Pick<AgreementCard, "id" | "name">): boolean =>
  name !== "" && name !== id;

/** What an agreement is, line by line: the same lines compare two agreements, or one before and after. */
export function agreementLines(
  card: AgreementCard,
): readonly { readonly label: string; readonly values: readonly string[] }[] {
  const roleOf = (role: string): string =>
    role === "party" || role === "signatory" ? "" : ` (${wordOf(role)})`;
  return [
    { label: "Name", values: hasName(card) ? [card.name] : [] },
    { label: "Kind", values: [wordOf(card.kind)] },
    { label: "Status", values: [wordOf(card.status)] },
    { label: "Date", values: card.date ? [formatStated(card.date)] : [] },
    { label: "Parties", values: card.parties.map(({ party, role }) => party.name + roleOf(role)) },
    {
      label: "Value",
      values: card.values.map(
        (value) => formatMoney(value) + (value.role === "STATED" ? "" : `, ${wordOf(value.role)}`),
      ),
    },
    { label: "Sectors", values: card.sectors.map(({ name }) => labelOf(name)) },
    { label: "Count", values: card.count === null ? [] : [String(card.count)] },
  ];
}

const NONE = "none";

/** How an agreement changes, in words; empty where it stays as it is. Null after is an agreement that nothing speaks of. */
export function describeChange(before: AgreementCard, after: AgreementCard | null): readonly string[] {
  if (after === null) return ["It leaves the graph: nothing else says how far it got."];
  const then = agreementLines(after);
  return agreementLines(before).flatMap(({ label, values }, index) => {
    const next = then[index]?.values ?? [];
    const [old, now] = [values.join("; "), next.join("; ")];
    return old === now ? [] : [`${label}: ${old || NONE} → ${now || NONE}`];
  });
}
