import { UndirectedGraph } from "graphology";
import { setImmediate as yieldToEvents } from "node:timers/promises";
import type { PairRow } from "../store/graph-store.ts";
import { forceAtlas2, noverlap } from "./layout-algorithms.ts";

export interface Position {
  readonly node: string;
  readonly x: number;
  readonly y: number;
}

/** Enough for 200 pairs to settle; in slices, so that other requests are answered in between. */
const ITERATIONS = 300;
const ITERATIONS_PER_SLICE = 30;
/** Radii in the layout's own units, before everything is scaled to -1..1. */
const NODE_SIZE = 3;
const NODE_MARGIN = 2;
const START_RADIUS = 100;

/**
 * Places parties so that those with many agreements are near each other: -1..1 in both directions. The same pairs
 * give the same places: the start is a circle in the order of ids, and no chance is involved.
 */
export async function placeParties(pairs: readonly PairRow[]): Promise<Position[]> {
  const graph = buildGraph(pairs);
  if (graph.order === 0) return [];
  const settings = { ...forceAtlas2.inferSettings(graph), adjustSizes: false, barnesHutOptimize: false };
  for (let done = 0; done < ITERATIONS; done += ITERATIONS_PER_SLICE) {
    forceAtlas2.assign(graph, { iterations: ITERATIONS_PER_SLICE, settings, getEdgeWeight: "weight" });
    await yieldToEvents();
  }
  noverlap.assign(graph, { maxIterations: 100, settings: { margin: NODE_MARGIN, ratio: 1 } });
  return scaleToUnit(graph);
}

function buildGraph(pairs: readonly PairRow[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  const nodes = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort();
  nodes.forEach((node, i) => {
    const angle = (2 * Math.PI * i) / nodes.length;
    graph.addNode(node, {
      x: START_RADIUS * Math.cos(angle),
      y: START_RADIUS * Math.sin(angle),
      size: NODE_SIZE,
    });
  });
  for (const { a, b, count } of pairs) graph.mergeEdge(a, b, { weight: Math.log2(1 + count) });
  return graph;
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function scaleToUnit(graph: UndirectedGraph): Position[] {
  const places = graph.mapNodes((node, { x, y }) => ({ node, x: Number(x), y: Number(y) }));
  const span = (values: readonly number[]): readonly [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return [(low + high) / 2, (high - low) / 2];
  };
  const [midX, halfX] = span(places.map(({ x }) => x));
  const [midY, halfY] = span(places.map(({ y }) => y));
  const half = Math.max(halfX, halfY) || 1;
  return places.map(({ node, x, y }) => ({ node, x: round((x - midX) / half), y: round((y - midY) / half) }));
}
