import type { ResultOf } from "../api/graphql.ts";
import type { TOTAL } from "../api/total.ts";
import { formatAmount } from "../wording/format-money.ts";
import { counted } from "../wording/labels.ts";

type Rate = ResultOf<typeof TOTAL>["total"]["rates"][number];

/** Beyond these a list of rates is no longer read. */
const MAX_SHOWN = 40;

/** Rates on the source's own dollars are no rates of the currency that it stated. */
const howOf = ({ from, rate, rateYear, rateSource, deflator, bySource }: Rate, currency: string): string =>
  [
    ...(bySource || rate === null || from === currency || rateSource.startsWith("as converted")
      ? []
      : [`1 ${from} = ${Number(rate)} ${currency}`]),
    ...(rateYear === null ? [] : [`average of ${rateYear}`]),
    ...(deflator === null ? [] : [`prices × ${Number(deflator)}`]),
  ].join(", ");

/** How the counted amounts were converted, largest first; they add up to the sum. */
export function SumRates({
  rates,
  currency,
}: {
  readonly rates: readonly Rate[];
  readonly currency: string;
}) {
  const more = rates.length - MAX_SHOWN;
  return (
    <details className="sum-rates">
      <summary>Converted in {counted(rates.length, "way")}</summary>
      <ul>
        {rates.slice(0, MAX_SHOWN).map((rate) => (
          <li key={`${rate.from} ${rate.rateYear} ${rate.rateSource}`}>
            <strong>{formatAmount(rate.amount, currency)}</strong> from {rate.from}
            <span className="aside">
              {[howOf(rate, currency), rate.rateSource].filter(Boolean).join("; ")}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="aside">and {counted(more, "way")} more</p>}
    </details>
  );
}
