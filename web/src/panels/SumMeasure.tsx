/** In what a sum is told. */
export interface Measure {
  readonly currency: string;
  readonly prices: "NOMINAL" | "CONSTANT";
}

/** Currencies most often asked for; the API takes any of ISO 4217. */
const CURRENCIES = ["USD", "EUR", "GBP", "CNY", "JPY", "INR", "XDR"] as const;

const PRICES = [
  { value: "NOMINAL", label: "as they were" },
  { value: "CONSTANT", label: "of the latest year" },
] as const;

interface Props {
  readonly measure: Measure;
  readonly onChange: (measure: Measure) => void;
}

/** The currency and the prices of a sum. */
export function SumMeasure({ measure, onChange }: Props) {
  return (
    <p className="sum-measure">
      <label>
        Currency
        <select
          value={measure.currency}
          onChange={({ target }) => onChange({ ...measure, currency: target.value })}
        >
          {CURRENCIES.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </label>
      <label>
        Prices
        <select
          value={measure.prices}
          onChange={({ target }) =>
            onChange({ ...measure, prices: target.value === "CONSTANT" ? "CONSTANT" : "NOMINAL" })
          }
        >
          {PRICES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}
