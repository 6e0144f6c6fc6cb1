import { useState } from "react";
import { useQuery } from "urql";
import { STALE_AFTER_STORING } from "../api/client.ts";
import { toAgreementFilter } from "../api/filter-input.ts";
import type { ResultOf } from "../api/graphql.ts";
import { TOTAL } from "../api/total.ts";
import type { Filters } from "../state/view.ts";
import { canInclude, EXCLUSION_LABELS, type ExclusionReason } from "../wording/exclusion-labels.ts";
import { formatAmount, formatExact } from "../wording/format-money.ts";
import { counted } from "../wording/labels.ts";
import { AgreementRow } from "./AgreementRow.tsx";
import { Dialog } from "./Dialog.tsx";
import { SumMeasure, type Measure } from "./SumMeasure.tsx";
import { SumRates } from "./SumRates.tsx";

interface Props {
  readonly filters: Filters;
  readonly focus: string | null;
  readonly onClose: () => void;
  readonly onOpen: (agreement: string) => void;
}

type Exclusion = ResultOf<typeof TOTAL>["total"]["exclusions"][number];

interface LeftOutProps {
  readonly exclusion: Exclusion;
  readonly currency: string;
  readonly onOpen: (agreement: string) => void;
}

/** One reason with the agreements behind it. */
function LeftOut({ exclusion, currency, onOpen }: LeftOutProps) {
  const { reason, count, amount, agreements } = exclusion;
  const more = count - agreements.nodes.length;
  return (
    <details className="left-out">
      <summary>
        <span className="left-out-count">{count}</span>
        <span>{EXCLUSION_LABELS[reason]}</span>
        <span className="left-out-amount">{amount === null ? "" : formatAmount(amount, currency)}</span>
      </summary>
      <ul className="agreement-list">
        {agreements.nodes.map((agreement) => (
          <AgreementRow key={agreement.id} agreement={agreement} onOpen={onOpen} />
        ))}
      </ul>
      {more > 0 && <p className="aside">and {counted(more, "older or undated agreement")} more</p>}
    </details>
  );
}

/** What the chosen agreements sum to, what that leaves out and why; reasons can be switched on. */
export function SumDialog({ filters, focus, onClose, onOpen }: Props) {
  const [include, setInclude] = useState<readonly ExclusionReason[]>([]);
  const [measure, setMeasure] = useState<Measure>({ currency: "USD", prices: "NOMINAL" });
  const party = focus === null ? {} : { partiesAny: [focus] };
  const [{ data, error }] = useQuery({
    query: TOTAL,
    variables: { filter: { ...toAgreementFilter(filters), ...party }, include: [...include], ...measure },
    context: STALE_AFTER_STORING,
  });
  const toggle = (reason: ExclusionReason) =>
    setInclude((old) => (old.includes(reason) ? old.filter((each) => each !== reason) : [...old, reason]));
  const total = data?.total;
  const more = (total?.exclusions ?? []).flatMap(({ reason, amount }) =>
    amount !== null && canInclude(reason) && !include.includes(reason) ? [reason] : [],
  );
  const offered = [...include, ...more];
  return (
    <Dialog title="What this sums to" className="sum" onClose={onClose}>
      <div className="sum-body">
        <SumMeasure measure={measure} onChange={setMeasure} />
        {error && <p role="alert">The sum could not be read. Close this and try again.</p>}
        {total && (
          <>
            <p className="sum-amount" data-testid="sum-amount">
              <strong>{formatAmount(total.amount, total.currency)}</strong>
              <span>{formatExact(total.amount, total.currency)}</span>
            </p>
            <p data-testid="sum-counted">
              {total.counted} of {counted(total.matching, "agreement")} counted, each once, by its own amount
              {total.baseYear === null ? "." : ` in prices of ${total.baseYear}.`}
            </p>
            {total.rates.length > 0 && <SumRates rates={total.rates} currency={total.currency} />}
            {total.exclusions.length > 0 && <h3>Left out</h3>}
            {total.exclusions.map((exclusion) => (
              <LeftOut
                key={exclusion.reason}
                exclusion={exclusion}
                currency={total.currency}
                onOpen={onOpen}
              />
            ))}
            {offered.length > 0 && (
              <fieldset className="sum-include">
                <legend>Count them all the same</legend>
                {offered.map((reason) => (
                  <label key={reason} className="check">
                    <input
                      type="checkbox"
                      checked={include.includes(reason)}
                      onChange={() => toggle(reason)}
                    />
                    {EXCLUSION_LABELS[reason]}
                  </label>
                ))}
              </fieldset>
            )}
            <p className="aside">Data version {total.version}. Nothing is counted twice.</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
