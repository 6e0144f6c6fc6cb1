import type { StylesheetJson } from "cytoscape";
import type { Tokens } from "./tokens.ts";

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Cytoscape's style from the page's tokens; rebuilt when the theme changes. */
export function stylesheet(tokens: Tokens): StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        "background-color": tokens.country,
        "border-width": 1.5,
        "border-color": tokens.ground,
        "font-family": FONT,
        color: tokens.ink,
        "text-outline-color": tokens.ground,
        "text-outline-width": 2.5,
        "overlay-opacity": 0,
        "transition-property": "opacity",
        "transition-duration": 160,
      },
    },
    {
      selector: "node[label]",
      style: {
        label: "data(label)",
        "font-size": "data(fontSize)",
        "text-halign": "data(halign)" as "center",
        "text-valign": "data(valign)" as "center",
        "text-margin-x": "data(marginX)" as unknown as number,
        "text-margin-y": "data(marginY)" as unknown as number,
      },
    },
    { selector: 'node[kind = "Bloc"]', style: { "background-color": tokens.bloc, shape: "round-rectangle" } },
    {
      selector: 'node[kind = "Organization"]',
      style: { "background-color": tokens.organization, shape: "diamond" },
    },
    {
      selector: 'node[kind = "Region"]',
      style: { "background-color": tokens.region, shape: "round-hexagon" },
    },
    {
      selector: 'node[role = "hub"]',
      style: {
        "background-color": tokens.hub,
        shape: "ellipse",
        color: tokens["on-hub"],
        "text-outline-width": 0,
        "text-wrap": "wrap",
        "text-max-width": "78px",
        "font-weight": 600,
        "border-width": 0,
      },
    },
    {
      selector: "node.is-outside",
      style: {
        color: tokens.ink,
        "text-outline-width": 2.5,
        "text-max-width": "1000px",
      },
    },
    {
      selector: 'node[role = "more"]',
      style: {
        shape: "round-rectangle",
        width: 112,
        height: 38,
        "text-wrap": "wrap",
        "line-height": 1.3,
        "background-color": tokens.ground,
        "border-width": 1.25,
        "border-style": "dashed",
        "border-color": tokens["ink-2"],
        color: tokens["ink-2"],
        "text-outline-width": 0,
      },
    },
    {
      selector: "edge",
      style: {
        "curve-style": "haystack",
        "haystack-radius": 0,
        width: "data(width)",
        "line-color": tokens.spoke,
        "line-opacity": "data(strength)" as unknown as number,
        "line-cap": "butt",
        "overlay-opacity": 0,
        "transition-property": "opacity",
        "transition-duration": 160,
      },
    },
    {
      selector: "edge[spoke = 1]",
      style: {
        "curve-style": "straight",
        "line-opacity": 1,
        "source-label": "data(text)",
        "source-text-offset": "data(textAt)" as unknown as number,
        "font-family": FONT,
        "font-size": 11,
        // Below this the number is a smudge: the list has it.
        "min-zoomed-font-size": 8,
        color: tokens["ink-2"],
        "text-background-color": tokens.ground,
        "text-background-opacity": 1,
        "text-background-padding": "2px",
        "z-index": 1,
      },
    },
    {
      selector: "edge[more = 1]",
      style: { "line-style": "dashed", "line-dash-pattern": [5, 4], events: "no" },
    },
    // Unreviewed: dashed, never by color alone.
    {
      selector: "edge[unreviewed = 1]",
      style: { "line-style": "dashed", "line-dash-pattern": [9, 3] },
    },
    { selector: "[faded = 1]", style: { opacity: 0.13, "z-index": 0 } },
    {
      selector: "edge.is-hovered",
      style: { "line-color": tokens["spoke-strong"], "line-opacity": 1 },
    },
    {
      selector: "edge.is-open",
      style: { "line-color": tokens["mark-line"], "line-opacity": 1, color: tokens.ink, "font-weight": 600 },
    },
    {
      selector: "node.is-open",
      style: { "border-color": tokens["mark-line"], "border-width": 3 },
    },
    {
      selector: "node.is-cursor",
      style: { "outline-color": tokens.focus, "outline-width": 3, "outline-offset": 3, "outline-opacity": 1 },
    },
  ];
}
