/** Enough of the API's Money to print it; amounts are exact decimals as text. */
export interface PrintableMoney {
  readonly amount: string;
  readonly upTo?: string | null;
  readonly currency: string;
  readonly hedge?: string;
}

const SYMBOLS: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£" };
const SCALES = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
] as const;

function scaled(amount: string): string {
  const value = Number(amount);
  for (const [size, unit] of SCALES) {
    // 999.95 m and more would print as "1,000 m".
    if (value >= size * 0.9995) {
      const short = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(value / size);
      return `${short} ${unit}`;
    }
  }
  return new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(value);
}

/** Three digits and a scale: "$23 bn", "€730 m", "KZT 1.2 tn". For reading, never for arithmetic. */
export function formatAmount(amount: string, currency = "USD"): string {
  const symbol = SYMBOLS[currency];
  return symbol ? `${symbol}${scaled(amount)}` : `${currency} ${scaled(amount)}`;
}

/** The amount with its hedge in words: "about $23 bn", "$1 bn–$2 bn". */
export function formatMoney(money: PrintableMoney): string {
  const amount = formatAmount(money.amount, money.currency);
  if (money.upTo) return `${amount}–${formatAmount(money.upTo, money.currency)}`;
  const hedge = money.hedge ?? "EXACT";
  return hedge === "EXACT" || hedge === "RANGE"
    ? amount
    : `${hedge.toLowerCase().replace("_", " ")} ${amount}`;
}

/** Every digit, for tooltips: "23,000,000,000 USD". */
export function formatExact(amount: string, currency: string): string {
  const [whole = "0", cents] = amount.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped}${cents && /[1-9]/.test(cents) ? `.${cents}` : ""} ${currency}`;
}
