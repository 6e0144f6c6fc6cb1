import { describe, expect, test } from "vitest";
import type { LinkKind, LinkRow } from "../store/plan.ts";
import { groupIds } from "./group-ids.ts";

const IDS = ["a", "b", "c", "d", "e", "f"];
let serial = 0;

const link = (kind: LinkKind, [a, b]: readonly [string, string], more: Partial<LinkRow> = {}): LinkRow => ({
  id: `link:${String(++serial).padStart(4, "0")}`,
  kind,
  a,
  b,
  by: "Ann",
  score: 1,
  reasons: [],
  recordedIn: serial,
  recordedAt: "2026-01-01T00:00:00.000Z",
  ...more,
});
const match = (pair: readonly [string, string], score: number): LinkRow =>
  link("same", pair, { by: "match@1", score });
const survivors = (links: readonly LinkRow[]): string =>
  [...groupIds(IDS, links)].map(([, group]) => group.survivor).join("");

test("ids without links stand for themselves", () => {
  expect(survivors([])).toBe("abcdef");
  expect(groupIds(["a"], []).get("a")).toEqual({ survivor: "a", merged: [] });
});

test("a person's merge keeps the id they chose, through chains", () => {
  const links = [link("same", ["b", "a"]), link("same", ["c", "b"])];
  expect(survivors(links)).toBe("cccdef");
  expect(groupIds(IDS, links).get("a")).toEqual({ survivor: "c", merged: ["a", "b"] });
});

test("matches give the same survivor in whatever order they came", () => {
  const links = [match(["c", "b"], 0.9), match(["b", "a"], 0.95), match(["f", "e"], 1)];
  expect(survivors(links)).toBe("aaadee");
  expect(survivors([...links].reverse())).toBe("aaadee");
});

test("a match does not outvote the id that a person chose", () => {
  expect(survivors([link("same", ["c", "b"]), match(["a", "c"], 1)])).toBe("cccdef");
});

test("no match joins what a person told apart, not even through a third; the weaker match gives way", () => {
  const apart = link("not-same", ["a", "c"]);
  expect(survivors([apart, match(["a", "b"], 0.99), match(["b", "c"], 0.98)])).toBe("aacdef");
  expect(survivors([apart, match(["a", "b"], 0.97), match(["b", "c"], 0.98)])).toBe("abbdef");
});

test("undoing any of several merges leaves what the others give", () => {
  const links = [link("same", ["a", "b"]), link("same", ["c", "d"]), link("same", ["a", "c"])];
  expect(survivors(links)).toBe("aaaaef");
  expect(survivors(links.slice(0, 2))).toBe("aaccef");
  expect(survivors(links.slice(1))).toBe("abaaef");
  expect(survivors([links[0], links[2]].filter((each) => each !== undefined))).toBe("aaadef");
});

describe("matches of agreements", () => {
  const DEALS = ["agreement:a", "agreement:b", "agreement:c", "agreement:d"];
  const deal = (pair: string, score: number): LinkRow =>
    link("same", [`agreement:${pair[0] ?? ""}`, `agreement:${pair[1] ?? ""}`], { by: "match@2", score });
  const joined = (links: readonly LinkRow[]): string =>
    [...groupIds(DEALS, links)].map(([, group]) => group.survivor.slice(-1)).join("");

  test("join reports of which every two could be one", () => {
    expect(joined([deal("ab", 0.95), deal("bc", 0.95), deal("ac", 0.6)])).toBe("aaad");
  });

  test("leave a report alone that fits two which cannot be one, as two deals of one article", () => {
    expect(joined([deal("ac", 0.97), deal("bc", 0.97)])).toBe("abcd");
  });

  test("give such a report to the one that is far likelier", () => {
    expect(joined([deal("ac", 0.997), deal("bc", 0.91)])).toBe("abad");
  });

  test("give it to the other once a person told the first apart", () => {
    const mark = link("not-same", ["agreement:a", "agreement:c"]);
    expect(joined([mark, deal("ac", 0.97), deal("bc", 0.97)])).toBe("abbd");
  });

  test("keep a third report out that cannot be one of the two joined", () => {
    expect(joined([deal("ab", 0.999), deal("bc", 0.95), deal("cd", 0.99)])).toBe("aacc");
  });
});
