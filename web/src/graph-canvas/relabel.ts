import type { Core, NodeSingular } from "cytoscape";
import { chooseLabels, type Box, type Label, type Obstacle } from "./place-labels.ts";

/** Screen pixels, whatever the zoom: labels stay legible on a whole overview. */
const FONT_PX = { hub: 13, partner: 12.5, other: 11.5, more: 11.5 };
/** Mean width of a letter in the system font, as a share of its size. */
const LETTER_WIDTH = 0.58;
const GAP_PX = 3;
/** The busiest parties, which a reader looks for by name. */
const PROMINENT = 14;
/** Below this zoom a name no longer fits into the hub, nor a sentence into the box of the rest. */
const SMALL_ZOOM = 0.62;

type Role = keyof typeof FONT_PX;
interface Side {
  readonly halign: "left" | "center" | "right";
  readonly valign: "top" | "center" | "bottom";
}
const BELOW: Side = { halign: "center", valign: "bottom" };
const ANY_SIDE: readonly Side[] = [
  BELOW,
  { halign: "right", valign: "center" },
  { halign: "left", valign: "center" },
  { halign: "center", valign: "top" },
];

const roleOf = (node: NodeSingular): Role => node.data("role") as Role;

/** In a ring names leave outward; elsewhere they stand where there is room. */
const sidesOf = (node: NodeSingular): readonly Side[] =>
  roleOf(node) === "partner" ? [node.data("outward") as Side] : ANY_SIDE;

function labelBox(node: NodeSingular, zoom: number, { halign, valign }: Side): Box {
  const fontPx = FONT_PX[roleOf(node)];
  const width = (node.data("name") as string).length * fontPx * LETTER_WIDTH;
  const height = fontPx * 1.2;
  const { x, y } = node.renderedPosition();
  const radius = ((node.data("size") as number) / 2) * zoom + GAP_PX;
  const left = halign === "left" ? x - radius - width : halign === "right" ? x + radius : x - width / 2;
  const top = valign === "top" ? y - radius - height : valign === "bottom" ? y + radius : y - height / 2;
  return { left, top, width, height };
}

function nodeBox(node: NodeSingular, zoom: number): Obstacle {
  const { x, y } = node.renderedPosition();
  const half = ((node.data("size") as number) / 2) * zoom - 1;
  return { id: node.id(), left: x - half, top: y - half, width: half * 2, height: half * 2 };
}

/** Who is served first: the cursor, then partners, then the busiest. */
const rank = (node: NodeSingular): number =>
  (node.hasClass("is-cursor") || node.hasClass("is-open") ? 1e9 : 0) +
  (roleOf(node) === "partner" ? 1e6 : 0) +
  ((node.data("weight") as number | undefined) ?? 0);

/** Gives each node the label, its side and its size that this zoom has room for. */
export function relabel(cy: Core): void {
  const zoom = cy.zoom();
  const isSmall = zoom < SMALL_ZOOM;
  const labels: Label[] = [];
  const obstacles: Obstacle[] = [];
  cy.nodes("[faded = 0]")
    .sort((a, b) => rank(b) - rank(a))
    .forEach((node, place) => {
      const isProminent = place < PROMINENT;
      obstacles.push(nodeBox(node, zoom));
      if (roleOf(node) === "hub") {
        if (isSmall) labels.unshift({ id: node.id(), places: [labelBox(node, zoom, BELOW)], isProminent });
      } else
        labels.push({
          id: node.id(),
          places: sidesOf(node).map((side) => labelBox(node, zoom, side)),
          isProminent,
        });
    });
  const chosen = chooseLabels(labels, obstacles);
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      const name = node.data("name") as string;
      const gap = GAP_PX / zoom;
      switch (roleOf(node)) {
        case "hub":
          node.toggleClass("is-outside", isSmall);
          node.data({ label: name, fontSize: FONT_PX.hub / (isSmall ? zoom : 1), marginX: 0 });
          node.data({ halign: "center", valign: isSmall ? "bottom" : "center", marginY: isSmall ? gap : 0 });
          break;
        case "more":
          // "+14 partners", shortened to "+14".
          node.data({ label: isSmall ? (name.split(" ")[0] ?? name) : name, marginX: 0, marginY: 0 });
          node.data({ fontSize: FONT_PX.more / (isSmall ? zoom : 1), halign: "center", valign: "center" });
          break;
        default: {
          const index = chosen.get(node.id());
          const side = sidesOf(node)[index ?? 0] ?? BELOW;
          node.data({
            label: index === undefined ? "" : name,
            fontSize: FONT_PX[roleOf(node)] / zoom,
            ...side,
            marginX: side.halign === "left" ? -gap : side.halign === "right" ? gap : 0,
            marginY: side.valign === "top" ? -gap : side.valign === "bottom" ? gap : 0,
          });
        }
      }
    });
  });
}
