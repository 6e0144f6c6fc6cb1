import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceRadial,
  forceSimulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";

export interface FreshNode {
  readonly id: string;
  /** Ids of placed nodes that it hangs on. */
  readonly anchors: readonly string[];
}
export interface PlacementTask {
  readonly placed: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly fresh: readonly FreshNode[];
  /** Model pixels from the middle that new nodes keep to; null where there is no ring to keep clear of. */
  readonly radius: number | null;
}
export type Placement = readonly { readonly id: string; readonly x: number; readonly y: number }[];

interface Body extends SimulationNodeDatum {
  readonly id: string;
}

/** Room round a node in model pixels: its dot and a label under it. */
const ROOM = 44;
const LINK_LENGTH = 130;
const TICKS = 220;

/**
 * Places new nodes outward of what they hang on; placed ones are pinned and never move. The same task gives
 * the same answer: d3-force's own random source is seeded and the first guess is a fan.
 */
export function placeFresh({ placed, fresh, radius }: PlacementTask): Placement {
  const pinned: Body[] = placed.map(({ id, x, y }) => ({ id, x, y, fx: x, fy: y }));
  const at = new Map(pinned.map((body) => [body.id, body]));
  const moving: Body[] = fresh.map((node, index) => {
    const anchor = node.anchors.map((id) => at.get(id)).find((body) => body !== undefined);
    const x = anchor?.x ?? 0;
    const y = anchor?.y ?? 0;
    const outward = x === 0 && y === 0 ? index * 2.4 : Math.atan2(y, x);
    const angle = outward + (index - (fresh.length - 1) / 2) * 0.35;
    // A node that hangs on the middle itself goes round the ring, the others just beyond their anchor.
    const isInner = x === 0 && y === 0 && radius !== null;
    const length = isInner ? radius : LINK_LENGTH * (1 + Math.floor(index / 12) * 0.5);
    return { id: node.id, x: x + Math.cos(angle) * length, y: y + Math.sin(angle) * length };
  });
  const links: SimulationLinkDatum<Body>[] = fresh.flatMap((node) =>
    node.anchors.filter((id) => at.has(id)).map((id) => ({ source: node.id, target: id })),
  );
  const simulation = forceSimulation([...pinned, ...moving])
    .force(
      "link",
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id((body) => body.id)
        .distance(LINK_LENGTH)
        .strength(radius === null ? 0.25 : 0.12),
    )
    .force("charge", forceManyBody<Body>().strength(-160).distanceMax(420))
    .force("collide", forceCollide<Body>(ROOM).iterations(3))
    .stop();
  if (radius !== null) simulation.force("radial", forceRadial<Body>(radius).strength(0.35));
  simulation.tick(TICKS);
  return moving.map(({ id, x = 0, y = 0 }) => ({ id, x: Math.round(x), y: Math.round(y) }));
}
