import type { Deal, DealMention, Dropped } from "../frame/deal-types.ts";
import { wrapLines } from "./wrap-lines.ts";

const INDENT = 4;
const DETAIL = 6;

const percent = (confidence: number): string => `${Math.round(confidence * 100)}%`;

function describeRungs(mention: DealMention): string {
  return mention.rungs
    .map(
      ({ status, date, assumed }) => `${status}${date ? ` ${date.iso}` : ""}${assumed ? " (assumed)" : ""}`,
    )
    .join(" then ");
}

/** "loan, signed 2019-06-10: KEN (borrower), JPN (lender); 12000000000 JPY; 3 of them". */
export function describeMention(mention: DealMention): string {
  const parties = mention.parties.map(({ key, role }) => (role === "party" ? key : `${key} (${role})`));
  const sums = mention.values.map(
    ({ amount, upTo, currency }) => `${upTo === undefined ? amount : `${amount} to ${upTo}`} ${currency}`,
  );
  return [
    `${mention.kind}, ${describeRungs(mention) || "no stage"}: ${parties.join(", ") || "nobody"}`,
    ...(sums.length > 0 ? [sums.join(" + ")] : []),
    ...(mention.count === null ? [] : [`${mention.count} of them`]),
    ...(mention.sectors.length > 0 ? [mention.sectors.join(", ")] : []),
  ].join("; ");
}

/** Features of the decision, "name+0.42", by what they speak for. */
function splitDeciding(deciding: readonly string[]): { readonly pro: string[]; readonly con: string[] } {
  const isCon = (entry: string): boolean => /-\d+\.\d+$/u.test(entry);
  const spaced = (entry: string): string => entry.replace(/[+-]\d+\.\d+$/u, " $&");
  return {
    pro: deciding.filter((entry) => !isCon(entry)).map(spaced),
    con: deciding.filter(isCon).map(spaced),
  };
}

/** The rule that framed it and the words it hangs on, what the rule read, and what decided. */
function explainFrame(text: string, mention: DealMention): string[] {
  const { pro, con } = splitDeciding(mention.decidedBy ?? []);
  const lines = [
    ["rule    ", `${mention.rule} at "${text.slice(mention.start, mention.end)}"`],
    ["read    ", mention.features.join(", ")],
    ["for     ", pro.join(", ")],
    ["against ", con.join(", ")],
  ] as const;
  return lines.flatMap(([label, words]) => (words === "" ? [] : wrapLines(`${label}  `, words, DETAIL)));
}

/** A deal where a sentence tells of it: in full at its own sentence, by its number at the others. */
export function explainKept(
  text: string,
  deal: Deal,
  at: { readonly number: number; readonly sentence: number },
): string[] {
  if (deal.sentence !== at.sentence) return [`${" ".repeat(INDENT)}+ more of deal ${at.number}`];
  return [
    ...wrapLines(`+ deal ${at.number} (${percent(deal.confidence)}) `, describeMention(deal), INDENT),
    ...explainFrame(text, deal),
  ];
}

/** A candidate that did not get through, and why. */
export function explainDropped(text: string, { mention, reason }: Dropped): string[] {
  return [
    ...wrapLines(
      `- no deal (${percent(mention.confidence)}) `,
      `${reason} | ${describeMention(mention)}`,
      INDENT,
    ),
    ...explainFrame(text, mention),
  ];
}
