import { precisionOf, recallOf, SLOTS, type Score } from "./score-articles.ts";

const three = (share: number): string => share.toFixed(3);

/** A score as rows of a Markdown table, one line a slot. */
export function printScore(
  title: string,
  articles: number,
  { slots, negatives, emptyNegatives }: Score,
): string {
  const rows = SLOTS.map((slot) => {
    const tally = slots[slot];
    const [p, r] = [precisionOf(tally), recallOf(tally)];
    const cells = [
      slot.padEnd(9),
      three(p),
      three(r),
      three(p + r === 0 ? 0 : (2 * p * r) / (p + r)),
      String(tally.labelled).padStart(8),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    `## ${title}`,
    "",
    `${articles} articles; ${emptyNegatives} of ${negatives} without a deal left empty.`,
    "",
    "| slot      | P     | R     | F1    | labelled |",
    "| --------- | ----- | ----- | ----- | -------- |",
    ...rows,
  ].join("\n");
}

/** Precision and recall by fold and slot, and empty negatives, as a table has them. */
export function parseTable(markdown: string): Map<string, number> {
  const figures = new Map<string, number>();
  let fold = "";
  for (const line of markdown.split("\n")) {
    if (line.startsWith("## ")) fold = line.slice(3);
    const empty = /; (\d+) of \d+ without a deal left empty/u.exec(line)?.[1];
    if (empty) figures.set(`${fold}: negatives left empty`, Number(empty));
    const [, slot, p, r] = /^\| (\w+) +\| (\d\.\d{3}) \| (\d\.\d{3}) \|/u.exec(line) ?? [];
    if (!slot) continue;
    figures.set(`${fold}: ${slot} precision`, Number(p));
    figures.set(`${fold}: ${slot} recall`, Number(r));
  }
  return figures;
}
