import { describe, expect, test } from "vitest";
import { buildScene, type GraphPart } from "../state/scene.ts";
import { placeFresh } from "./place-fresh.ts";
import { chooseLabels } from "./place-labels.ts";
import { MORE_NODE, placeRing, type Point } from "./place-ring.ts";
import { placeScene } from "./place-scene.ts";

const party = (id: string) => ({ id, name: id, shortName: id, type: "Country" });
const pair = (source: string, target: string, count: number) => ({
  id: source + target,
  source,
  target,
  count,
  amount: null,
});

function sceneOf(
  base: Partial<GraphPart>,
  filtered: GraphPart | null = null,
  expanded: readonly string[] = [],
) {
  const whole: GraphPart = { nodes: [], edges: [], positions: [], truncated: [], ...base };
  return buildScene({ hub: "hub", expanded, perParty: 3, base: whole, filtered, accepted: null });
}
const BASE: GraphPart = {
  nodes: ["hub", "a", "b", "c", "d", "x", "y"].map(party),
  edges: [
    pair("hub", "a", 4),
    pair("hub", "b", 3),
    pair("hub", "c", 2),
    pair("hub", "d", 1),
    pair("a", "x", 2),
    pair("a", "y", 1),
  ],
  positions: [],
  truncated: [],
};
const layout = (task: Parameters<typeof placeFresh>[0]) => Promise.resolve(placeFresh(task));

describe("placing", () => {
  test("the hub stands in the middle and the busiest partner at the top", () => {
    const places = placeRing(sceneOf(BASE));
    expect(places.get("hub")).toEqual({ x: 0, y: 0 });
    expect(places.get("a")?.x).toBe(0);
    expect(places.get("a")?.y).toBeLessThan(0);
    expect(places.has(MORE_NODE)).toBe(true);
  });

  test("a filter moves nobody", () => {
    const filtered = placeRing(sceneOf(BASE, { ...BASE, edges: [pair("hub", "c", 1)] }));
    expect(filtered).toEqual(placeRing(sceneOf(BASE)));
  });

  test("expansion moves nobody, and new nodes keep clear of old ones", async () => {
    const places = new Map<string, Point>();
    await placeScene(sceneOf(BASE), [], { places, layout });
    const before = new Map(places);
    await placeScene(sceneOf(BASE, null, ["a"]), ["a"], { places, layout });
    for (const [id, point] of before) expect(places.get(id)).toEqual(point);
    const fresh = ["x", "y"].map((id) => places.get(id) ?? { x: NaN, y: NaN });
    for (const point of fresh) {
      for (const old of before.values())
        expect(Math.hypot(point.x - old.x, point.y - old.y)).toBeGreaterThan(60);
    }
  });

  test("a restored view stands like the one that was expanded by hand", async () => {
    const byHand = new Map<string, Point>();
    await placeScene(sceneOf(BASE), [], { places: byHand, layout });
    await placeScene(sceneOf(BASE, null, ["a"]), ["a"], { places: byHand, layout });
    const restored = new Map<string, Point>();
    await placeScene(sceneOf(BASE, null, ["a"]), ["a"], { places: restored, layout });
    expect(restored).toEqual(byHand);
  });
});

describe("labels", () => {
  const box = (left: number) => ({ left, top: 0, width: 50, height: 12 });
  const label = (id: string, ...lefts: number[]) => ({
    id,
    places: lefts.map(box),
    isProminent: id === "big",
  });
  const node = (id: string, left: number) => ({ id, ...box(left) });

  test("of two that collide the more important one is kept", () => {
    expect([...chooseLabels([label("big", 0), label("small", 40), label("far", 100)], [])]).toEqual([
      ["big", 0],
      ["far", 0],
    ]);
  });

  test("a label goes to another side before it is left out", () => {
    expect(chooseLabels([label("a", 0), label("b", 10, 60)], []).get("b")).toBe(1);
  });

  test("a label covers no other node unless it is prominent, and may touch its own", () => {
    expect(chooseLabels([label("a", 0)], [node("b", 30)]).size).toBe(0);
    expect(chooseLabels([label("a", 0)], [node("a", 30)]).size).toBe(1);
    expect(chooseLabels([label("big", 0)], [node("b", 30)]).size).toBe(1);
  });
});
