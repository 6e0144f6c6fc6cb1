import { RUPEES_PER_DOLLAR, UNITS_PER_DOLLAR } from "../data/currency-words.ts";
import type { Token } from "../tokenise/document.ts";
import type { MoneyMention } from "./mention-types.ts";

/** Words that may stand between an amount and its conversion: "(about", ", or", "(equivalent to". */
const BRIDGE =
  /^(?:\(|,|or|about|around|some|nearly|almost|approximately|roughly|over|the|equivalent|of|to|more|than|equal|–|-|at|current|rates)$/u;

/** Which rupee fits the printed conversion best, by logarithmic distance from a rough rate. */
function closestRupee(rupees: MoneyMention, other: MoneyMention): string {
  const rate = UNITS_PER_DOLLAR[other.currency];
  if (rate === undefined) return rupees.currency;
  const perDollar = Number(rupees.amount) / (Number(other.amount) / rate);
  const distance = (code: string) => Math.abs(Math.log(perDollar / (RUPEES_PER_DOLLAR[code] ?? 1)));
  return Object.keys(RUPEES_PER_DOLLAR).reduce((best, code) =>
    distance(code) < distance(best) ? code : best,
  );
}

function converts(tokens: readonly Token[], first: MoneyMention, second: MoneyMention): boolean {
  const bridge = tokens.slice(first.to, second.from).map((token) => token.lower);
  if (bridge.length === 0 || bridge.length > 6 || first.currency === second.currency) return false;
  return (bridge[0] === "(" || bridge.includes("or")) && bridge.every((word) => BRIDGE.test(word));
}

/** Marks amounts that restate the one before them in another currency, and settles which rupee is meant. */
export function linkConversions(tokens: readonly Token[], found: readonly MoneyMention[]): MoneyMention[] {
  const linked: MoneyMention[] = [];
  for (const money of found) {
    const previous = linked.at(-1);
    const origin =
      previous && linked.find((other) => other.start === (previous.conversionOf ?? previous.start));
    const near =
      previous &&
      (converts(tokens, previous, money) ||
        (previous.conversionOf !== undefined && alsoConverts(tokens, previous, money)));
    if (!near || !origin) {
      linked.push(money);
      continue;
    }
    const currency = money.currency in RUPEES_PER_DOLLAR ? closestRupee(money, origin) : money.currency;
    linked.push({ ...money, currency, conversionOf: origin.start });
  }
  return linked;
}

/** After a bracket closes: "350 billion yuan (50 billion dollars), or 45 billion euros". */
function alsoConverts(tokens: readonly Token[], previous: MoneyMention, money: MoneyMention): boolean {
  const bridge = tokens.slice(previous.to, money.from).map((token) => token.lower);
  return bridge.length <= 4 && bridge[0] === ")" && bridge.includes("or");
}
