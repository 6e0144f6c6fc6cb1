import { describe, expect, test } from "vitest";
import { rankPairs, rankPartners } from "./ranking.ts";
import { buildScene, type GraphPart, type SceneInput } from "./scene.ts";
import { walk } from "./walk.ts";

type Pair = readonly [source: string, target: string, count: number];

function part(pairs: readonly Pair[], omitted = 0): GraphPart {
  const ids = [...new Set(pairs.flatMap(([source, target]) => [source, target]))];
  return {
    nodes: ids.map((id) => ({ id, name: id, shortName: id, type: "Country" })),
    edges: pairs.map(([source, target, count]) => ({
      id: `${source}${target}`,
      source,
      target,
      count,
      amount: null,
    })),
    positions: [],
    truncated: omitted > 0 ? [{ node: "hub", omitted }] : [],
  };
}
const around = (base: readonly Pair[], more: Partial<SceneInput> = {}): SceneInput => ({
  hub: "hub",
  expanded: [],
  perParty: 2,
  base: part(base),
  filtered: null,
  accepted: null,
  ...more,
});
const RING: readonly Pair[] = [
  ["hub", "a", 5],
  ["b", "hub", 3],
  ["hub", "c", 2],
];
const rolesOf = (input: SceneInput) =>
  Object.fromEntries(buildScene(input).nodes.map(({ id, role }) => [id, role]));

describe("scene", () => {
  test("draws the busiest partners and folds the rest with their count", () => {
    expect(rolesOf(around(RING))).toEqual({ hub: "hub", a: "partner", b: "partner", c: "folded" });
    expect(buildScene(around(RING)).rest).toEqual({ partners: 1, agreements: 2, isExact: true });
  });

  test("says when there are partners that the server did not send", () => {
    const scene = buildScene(around([], { base: part(RING, 7) }));
    expect(scene.rest).toEqual({ partners: 8, agreements: 2, isExact: false });
  });

  test("filters fade edges and keep their weight, so that nothing changes place", () => {
    const scene = buildScene(around(RING, { filtered: part([["hub", "a", 1]]) }));
    expect(scene.edges.map(({ target, weight, count, isFaded }) => [target, weight, count, isFaded])).toEqual(
      [
        ["a", 5, 1, false],
        ["hub", 3, 3, true],
        ["c", 2, 2, true],
      ],
    );
    expect(scene.nodes.filter((node) => node.isFaded).map((node) => node.id)).toEqual(["b", "c"]);
  });

  test("a filter brings folded partners out, and the ring keeps its slots", () => {
    const scene = buildScene(around(RING, { filtered: part([["hub", "c", 2]]) }));
    expect(scene.nodes.find((node) => node.id === "c")?.role).toBe("other");
    expect(scene.rest.partners).toBe(0);
    expect(scene.hasRestSlot).toBe(true);
  });

  test("expanding draws a partner's own partners", () => {
    const base: readonly Pair[] = [...RING, ["a", "x", 4], ["a", "y", 1]];
    expect(rolesOf(around(base, { expanded: ["a"] }))).toMatchObject({
      x: "other",
      y: "folded",
      c: "folded",
    });
  });

  test("a pair is unreviewed when no accepted agreement stands behind it", () => {
    const scene = buildScene(around(RING, { accepted: part([["a", "hub", 1]]) }));
    expect(scene.edges.map((edge) => edge.isUnreviewed)).toEqual([false, true, true]);
  });

  test("the list has every partner that passes, folded ones too", () => {
    expect(rankPartners(buildScene(around(RING))).map(({ id, count }) => [id, count])).toEqual([
      ["a", 5],
      ["b", 3],
      ["c", 2],
    ]);
  });

  test("the overview's list names the busier party first", () => {
    const pairs = rankPairs(buildScene(around(RING, { hub: null })));
    expect(pairs.map(({ source, target }) => `${source.id}-${target.id}`)).toEqual([
      "hub-a",
      "hub-b",
      "hub-c",
    ]);
  });

  test("arrow keys walk the drawn partners round the ends", () => {
    const scene = buildScene(around(RING));
    expect(walk(scene, null, 1)).toEqual({ id: "a", name: "a", count: 5, place: 1, of: 2 });
    expect(walk(scene, "b", 1)?.id).toBe("a");
    expect(walk(scene, null, -1)?.id).toBe("b");
    expect(walk(buildScene(around([["hub", "a", 1]], { filtered: part([]) })), null, 1)).toBeNull();
  });
});
