import type { ElementDefinition } from "cytoscape";
import type { Scene, SceneNode } from "../state/scene.ts";
import { formatAmount } from "../wording/format-money.ts";
import { counted } from "../wording/labels.ts";
import { MORE_NODE, ringEdges, type Point } from "./place-ring.ts";

const HUB_SIZE = 88;
/** Model pixels. Area, not width, grows with the number of agreements. */
const nodeSize = (node: SceneNode): number =>
  node.role === "hub" ? HUB_SIZE : Math.min(46, 13 + 4.2 * Math.sqrt(node.weight));
const edgeWidth = (weight: number): number => Math.min(13, 1 + 1.7 * Math.sqrt(weight));

/** Thin ties step back, so that the busy ones show among two hundred. */
const strengthOf = (weight: number): number => Math.min(1, 0.45 + 0.14 * weight);

/** Where a partner's label stands so that it leaves the ring outward. */
function outwardSide(point: Point): { halign: string; valign: string } {
  const isPole = Math.abs(point.x) < Math.abs(point.y) * 0.28;
  if (isPole) return { halign: "center", valign: point.y < 0 ? "top" : "bottom" };
  return { halign: point.x < 0 ? "left" : "right", valign: "center" };
}

/** Spoke labels stand at two distances in turn, or neighbors would collide. */
const SPOKE_LABEL_AT = [0.56, 0.78];

function spokeLabels(scene: Scene): ReadonlyMap<string, { label: string; at: number }> {
  return new Map(
    ringEdges(scene).map((edge, slot) => [
      edge.id,
      {
        label: edge.amount ? `${edge.count} · ${formatAmount(edge.amount)}` : String(edge.count),
        at: SPOKE_LABEL_AT[slot % 2] ?? 0.5,
      },
    ]),
  );
}

/** Everything the canvas draws, for nodes that have a place. */
export function sceneElements(
  scene: Scene,
  places: ReadonlyMap<string, Point>,
): readonly ElementDefinition[] {
  const nodes = scene.nodes.flatMap((node): ElementDefinition[] => {
    const position = places.get(node.id);
    if (!position || node.role === "folded") return [];
    return [
      {
        group: "nodes",
        data: {
          id: node.id,
          name: node.shortName,
          kind: node.type,
          role: node.role,
          weight: node.weight,
          size: nodeSize(node),
          faded: node.isFaded ? 1 : 0,
          outward: outwardSide(position),
        },
        position: { ...position },
      },
    ];
  });
  const spokes = spokeLabels(scene);
  const folded = new Set(scene.nodes.filter((node) => node.role === "folded").map((node) => node.id));
  const edges = scene.edges.flatMap((edge): ElementDefinition[] => {
    if (folded.has(edge.source) || folded.has(edge.target)) return [];
    if (!places.has(edge.source) || !places.has(edge.target)) return [];
    const isSpoke = spokes.has(edge.id);
    // From the hub outward, so that a spoke's label can be set at a distance from the hub.
    const [source, target] =
      edge.target === scene.hub ? [edge.target, edge.source] : [edge.source, edge.target];
    const from = places.get(source);
    const to = places.get(target);
    const length = from && to ? Math.hypot(from.x - to.x, from.y - to.y) : 0;
    return [
      {
        group: "edges",
        data: {
          id: edge.id,
          source,
          target,
          spoke: isSpoke ? 1 : 0,
          width: edgeWidth(edge.weight),
          strength: strengthOf(edge.weight),
          faded: edge.isFaded ? 1 : 0,
          unreviewed: edge.isUnreviewed ? 1 : 0,
          text: edge.isFaded ? "" : (spokes.get(edge.id)?.label ?? ""),
          // Offsets count from the edge's end, which is the hub's rim.
          textAt: Math.max(0, (spokes.get(edge.id)?.at ?? 0) * length - HUB_SIZE / 2),
        },
      },
    ];
  });
  return [...nodes, ...edges, ...moreElements(scene, places)];
}

/** "+12 partners · 31 agreements"; without the agreements where not all partners are known. */
function restLabel({ rest }: Scene): string {
  const partners = `+${counted(rest.partners, "partner")}`;
  return rest.isExact ? `${partners}\n${counted(rest.agreements, "agreement")}` : partners;
}

function moreElements(scene: Scene, places: ReadonlyMap<string, Point>): readonly ElementDefinition[] {
  const position = places.get(MORE_NODE);
  if (!position || scene.hub === null || scene.rest.partners === 0) return [];
  return [
    {
      group: "nodes",
      data: {
        id: MORE_NODE,
        name: restLabel(scene),
        kind: "More",
        role: "more",
        size: 8,
      },
      position: { ...position },
    },
    {
      group: "edges",
      data: { id: "more-edge", source: scene.hub, target: MORE_NODE, more: 1, width: 2, strength: 0.8 },
    },
  ];
}
