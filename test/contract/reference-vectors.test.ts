import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyzeArticle } from "@entente/extract";
import { expect, it } from "vitest";
import { describeReference } from "../setup/reference.ts";

interface Vectors<Case> {
  readonly published?: string;
  readonly cases: readonly Case[];
}
interface Amount {
  readonly amount: number;
  readonly currency: string;
}

describeReference("the reference vectors", (folder) => {
  const load = <Case>(name: string) =>
    JSON.parse(readFileSync(join(folder, "vectors", `${name}.json`), "utf8")) as Vectors<Case>;

  it("of money: every phrase states exactly its amounts, a range both ends", () => {
    for (const { text, money } of load<{ text: string; money: readonly Amount[] }>("money").cases) {
      const read = analyzeArticle({ text }).money.flatMap(({ amount, upTo, currency }) =>
        [amount, ...(upTo === undefined ? [] : [upTo])].map((figure) => ({
          amount: Number(figure),
          currency,
        })),
      );
      expect(read, text).toEqual(money);
    }
  });

  it("of dates: every phrase is resolved against its day of publication", () => {
    const { published, cases } = load<{ text: string; date: string }>("dates");
    for (const { text, date } of cases) {
      const read = analyzeArticle({ text, ...(published ? { published } : {}) }).dates.map(({ iso }) => iso);
      expect(read[0] ?? "", text).toBe(date);
    }
  });

  it("of sentences: a text splits back into the sentences it was joined from", () => {
    for (const sentences of load<readonly string[]>("sentences").cases) {
      const { doc } = analyzeArticle({ text: sentences.join(" ") });
      const read = doc.sentences.map(({ start, end }) => doc.text.slice(start, end));
      expect(read).toEqual(sentences);
    }
  });
});
