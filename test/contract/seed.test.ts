import { analyzeArticle, summarizeArticle } from "@entente/extract";
import { compareBrief, EXPECTED_DEALS, KNOWN_DIFFERENCES, loadBriefs, type SeedBrief } from "@entente/seed";
import { describe, expect, it } from "vitest";

const briefs = loadBriefs();

/** The summary writes `suspended` as `ended` for the scorer; the analysis, and the facts made of it, keep the word. */
function compare({ id, title, text, published, publisher }: SeedBrief): ReturnType<typeof compareBrief> {
  const analysis = analyzeArticle({ title, text, published, publisher });
  const found = summarizeArticle(id, analysis).deals.map((deal, index) => ({
    ...deal,
    status: analysis.deals[index]?.status ?? deal.status,
  }));
  return compareBrief(
    EXPECTED_DEALS.filter((deal) => deal.brief === id),
    found,
  );
}

const comparisons = new Map(briefs.map((brief) => [brief.id, compare(brief)]));
const nameDeal = (deal: { readonly parties: readonly string[]; readonly kind: string }): string =>
  `${deal.kind} ${deal.parties.join(" ")}`;

describe("the seed's briefs, read by the extractor", () => {
  it.each(briefs.map(({ id }) => id))("%s: every expected deal with its parties and no other", (id) => {
    const comparison = comparisons.get(id);
    const wrongParties = comparison?.matched.flatMap(({ differences }) =>
      differences.filter(({ slot }) => slot === "parties"),
    );
    expect({
      missing: comparison?.missing.map(nameDeal),
      unexpected: comparison?.unexpected.map(nameDeal),
      wrongParties,
    }).toEqual({ missing: [], unexpected: [], wrongParties: [] });
  });

  it("differs from the table only where the list of known differences says so", () => {
    const differences = [...comparisons].flatMap(([id, { matched }]) =>
      matched.flatMap(({ expected, differences: slots }) =>
        slots
          .filter(({ slot }) => slot !== "parties")
          .map(
            ({ slot, ...sides }) =>
              `${id}: ${expected.parties.join(" ")}: ${slot} ${sides.expected}/${sides.found}`,
          ),
      ),
    );
    expect(differences.sort()).toEqual([...KNOWN_DIFFERENCES].sort());
  });
});
