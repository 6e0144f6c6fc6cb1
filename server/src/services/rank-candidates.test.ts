import { expect, test } from "vitest";
import type { SearchCandidate } from "../store/graph-store.ts";
import { rankCandidates } from "./rank-candidates.ts";

const candidate = (id: string, name: string, rest: Partial<SearchCandidate> = {}): SearchCandidate => ({
  id,
  type: "country",
  name,
  aliases: [],
  matched: 1,
  degree: 1,
  ...rest,
});
const niger = candidate("country:NER", "Niger");
const nigeria = candidate("country:NGA", "Nigeria", { degree: 900 });
const kazakhstan = candidate("country:KAZ", "Kazakhstan", { aliases: ["Republic of Kazakhstan"] });
const ivory = candidate("country:CIV", "Côte d'Ivoire", { aliases: ["Ivory Coast"] });
const order = (query: string, ...candidates: SearchCandidate[]): string[] =>
  rankCandidates(query, candidates).map(({ candidate: { id } }) => id);

test("an exact name comes before a better-connected longer one", () => {
  expect(order("niger", nigeria, niger)).toEqual(["country:NER", "country:NGA"]);
});

test("among equal matches the better-connected one comes first", () => {
  const small = candidate("bloc:A", "Energy Forum");
  const large = candidate("bloc:B", "Energy Pact.", { degree: 50 });
  expect(order("energy", small, large)).toEqual(["bloc:B", "bloc:A"]);
});

test("a typo is forgiven and a stranger is not", () => {
  expect(order("Kazakstan", kazakhstan, ivory)).toEqual(["country:KAZ"]);
});

test("the name that matched is told, accents or not", () => {
  expect(rankCandidates("ivory coast", [ivory])[0]?.matched).toBe("Ivory Coast");
  expect(rankCandidates("cote divoire", [ivory])[0]).toMatchObject({ matched: "Côte d'Ivoire" });
});

test("scores stay between 0 and 1", () => {
  for (const { score } of rankCandidates("niger", [niger, nigeria, kazakhstan])) {
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThanOrEqual(1);
  }
});
