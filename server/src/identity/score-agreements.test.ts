import { describe, expect, test } from "vitest";
import { readLabelledPairs, type LabelledPair } from "./labelled-pairs/read-labelled-pairs.ts";
import { MERGE_SCORE, SUSPECT_SCORE } from "./match-thresholds.ts";
import { scoreAgreements } from "./score-agreements.ts";

const TUNING = readLabelledPairs("pairs-tuning.txt");
const HELD_OUT = readLabelledPairs("pairs-held-out.txt");

const scored = (pairs: readonly LabelledPair[]) =>
  pairs.map((pair) => ({ ...pair, ...scoreAgreements(pair.a, pair.b) }));

/** What a threshold would find: the share of right ones among the found, and of found ones among the right. */
function measure(pairs: readonly LabelledPair[], threshold: number) {
  const found = scored(pairs).filter(({ score }) => score >= threshold);
  const right = found.filter(({ isSame }) => isSame).length;
  const same = pairs.filter(({ isSame }) => isSame).length;
  return { found: found.length, precision: right / found.length, recall: right / same };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

describe("the score of two reports", () => {
  test.each([
    ["tuning", TUNING],
    ["held-out", HELD_OUT],
  ])("tells same from different in the %s pairs", (name, pairs) => {
    for (const threshold of [MERGE_SCORE, SUSPECT_SCORE]) {
      const { found, precision, recall } = measure(pairs, threshold);
      process.stdout.write(
        `${name}, ${pairs.length} pairs, from ${threshold}: ${found} found, ` +
          `precision ${percent(precision)}, recall ${percent(recall)}\n`,
      );
    }
    const wrong = scored(pairs).filter(({ isSame, score }) => !isSame && score >= MERGE_SCORE);
    const named = wrong.map(({ line, score }) => `${score} ${line}`).join("\n");
    expect(measure(pairs, MERGE_SCORE).precision, named).toBeGreaterThanOrEqual(0.99);
    expect(measure(pairs, MERGE_SCORE).recall).toBeGreaterThan(0.5);
    expect(measure(pairs, SUSPECT_SCORE).recall).toBeGreaterThan(0.8);
  });

  test("rests on at least 150 labelled pairs, no pair in both files", () => {
    const lines = [...TUNING, ...HELD_OUT].map(({ line }) => line);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThanOrEqual(150);
  });

  test("does not depend on which report comes first", () => {
    const reports = [...TUNING, ...HELD_OUT].flatMap(({ a, b }) => [a, b]);
    for (const a of reports)
      for (const b of reports) {
        const [one, other] = [scoreAgreements(a, b), scoreAgreements(b, a)];
        if (one.score !== other.score)
          expect.fail(`${one.score} or ${other.score} for ${JSON.stringify([a, b])}`);
      }
  });
});
