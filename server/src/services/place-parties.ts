import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import { setImmediate as yieldToEvents } from "node:timers/promises";
import type { PairRow } from "../store/graph-store.ts";

export interface Position {
  readonly node: string;
  readonly x: number;
  readonly y: number;
}

interface Body extends SimulationNodeDatum {
  readonly node: string;
  x: number;
  y: number;
}
interface Tie extends SimulationLinkDatum<Body> {
  readonly count: number;
}

/** Enough for 200 pairs to come to rest; in slices, so that other requests are answered in between. */
const TICKS = 300;
const TICKS_PER_SLICE = 30;
/** In the layout's own units, before everything is scaled to -1..1: a node and its label need about this radius. */
const COLLISION_RADIUS = 30;
const TIE_LENGTH = 70;
const REPULSION = -260;
/** Pulls to the middle, so that small groups stay near; weaker sideways, because screens are wider than high. */
const PULL = { x: 0.055, y: 0.085 };
const START_RADIUS = 200;

/**
 * Places parties so that those with many agreements are near each other and none covers another: -1..1 sideways, and
 * up and down at the same scale. The same pairs give the same places: the start is a circle in the order of ids, and
 * no chance is involved.
 */
export async function placeParties(pairs: readonly PairRow[]): Promise<Position[]> {
  const bodies = startOnCircle([...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort());
  if (bodies.length === 0) return [];
  const ties: Tie[] = pairs.map(({ a, b, count }) => ({ source: a, target: b, count }));
  const links = forceLink<Body, Tie>(ties)
    .id(({ node }) => node)
    .distance(({ count }) => TIE_LENGTH / Math.sqrt(count) + COLLISION_RADIUS);
  const simulation = forceSimulation(bodies)
    .force("ties", links)
    .force("repulsion", forceManyBody<Body>().strength(REPULSION))
    .force("collision", forceCollide<Body>(COLLISION_RADIUS).iterations(2))
    .force("x", forceX<Body>(0).strength(PULL.x))
    .force("y", forceY<Body>(0).strength(PULL.y))
    .stop();
  for (let done = 0; done < TICKS; done += TICKS_PER_SLICE) {
    simulation.tick(TICKS_PER_SLICE);
    await yieldToEvents();
  }
  return scaleToUnit(bodies);
}

const startOnCircle = (nodes: readonly string[]): Body[] =>
  nodes.map((node, i) => {
    const angle = (2 * Math.PI * i) / nodes.length;
    return { node, x: START_RADIUS * Math.cos(angle), y: START_RADIUS * Math.sin(angle) };
  });

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function scaleToUnit(bodies: readonly Body[]): Position[] {
  const span = (values: readonly number[]): readonly [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return [(low + high) / 2, (high - low) / 2];
  };
  const [midX, halfX] = span(bodies.map(({ x }) => x));
  const [midY, halfY] = span(bodies.map(({ y }) => y));
  const half = Math.max(halfX, halfY) || 1;
  return bodies.map(({ node, x, y }) => ({ node, x: round((x - midX) / half), y: round((y - midY) / half) }));
}
