import type { Core, NodeSingular } from "cytoscape";
import { chooseLabels, type LabelBox } from "./place-labels.ts";

/** Screen pixels, whatever the zoom: labels stay legible on a whole overview. */
const FONT_PX = { hub: 13, partner: 12.5, other: 11.5, more: 11.5 };
/** Mean width of a letter in the system font, as a share of its size. */
const LETTER_WIDTH = 0.56;
const GAP_PX = 3;

type Role = keyof typeof FONT_PX;

function labelBox(node: NodeSingular, zoom: number): LabelBox {
  const fontPx = FONT_PX[node.data("role") as Role];
  const name = node.data("name") as string;
  const width = name.length * fontPx * LETTER_WIDTH;
  const height = fontPx * 1.2;
  const { x, y } = node.renderedPosition();
  const radius = ((node.data("size") as number) / 2) * zoom + GAP_PX;
  const halign = node.data("halign") as string;
  const valign = node.data("valign") as string;
  const left = halign === "left" ? x - radius - width : halign === "right" ? x + radius : x - width / 2;
  const top = valign === "top" ? y - radius - height : valign === "bottom" ? y + radius : y - height / 2;
  return { id: node.id(), left, top, width, height };
}

function nodeBox(node: NodeSingular, zoom: number): LabelBox {
  const { x, y } = node.renderedPosition();
  const half = ((node.data("size") as number) / 2) * zoom - 1;
  return { id: node.id(), left: x - half, top: y - half, width: half * 2, height: half * 2 };
}

/** Gives each node the label and the font size that this zoom has room for. */
export function relabel(cy: Core): void {
  const zoom = cy.zoom();
  const lit = cy.nodes('[faded = 0], [role = "more"]').sort((a, b) => rank(b) - rank(a));
  const boxes: LabelBox[] = [];
  const obstacles: LabelBox[] = [];
  lit.forEach((node) => {
    if (node.data("role") === "hub") obstacles.push(nodeBox(node, zoom));
    else if (node.data("role") !== "more") {
      boxes.push(labelBox(node, zoom));
      obstacles.push(nodeBox(node, zoom));
    }
  });
  const shown = chooseLabels(boxes, obstacles);
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      const role = node.data("role") as Role;
      const isShown = role === "hub" || role === "more" || shown.has(node.id());
      const gap = GAP_PX / zoom;
      const halign = (node.data("halign") as string | undefined) ?? "center";
      const valign = (node.data("valign") as string | undefined) ?? "center";
      node.data({
        label: isShown ? (node.data("name") as string) : "",
        fontSize: role === "hub" || role === "more" ? FONT_PX[role] : FONT_PX[role] / zoom,
        halign,
        valign,
        marginX: halign === "left" ? -gap : halign === "right" ? gap : 0,
        marginY: valign === "top" ? -gap : valign === "bottom" ? gap : 0,
      });
    });
  });
}

/** Who keeps a label when two collide: the cursor, then partners, then the busiest. */
const rank = (node: NodeSingular): number =>
  (node.hasClass("is-cursor") || node.hasClass("is-open") ? 1e9 : 0) +
  (node.data("role") === "partner" ? 1e6 : 0) +
  ((node.data("weight") as number | undefined) ?? 0);
