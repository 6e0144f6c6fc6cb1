import cytoscape, { type Core } from "cytoscape";
import { useEffect, useImperativeHandle, useRef, type Ref } from "react";
import type { Scene } from "../state/scene.ts";
import { sceneElements } from "./elements.ts";
import { markSelection } from "./mark-selection.ts";
import { placeScene } from "./place-scene.ts";
import { MORE_NODE, type Point } from "./place-ring.ts";
import { placeInWorker } from "./placement-worker.ts";
import { relabel } from "./relabel.ts";
import { stylesheet } from "./stylesheet.ts";
import { syncElements } from "./sync-elements.ts";
import { readTokens } from "./tokens.ts";

export interface CanvasHandle {
  readonly fit: () => void;
}
export interface GraphCanvasProps {
  readonly scene: Scene;
  readonly expanded: readonly string[];
  readonly cursor: string | null;
  readonly pair: string | null;
  /** Changes when the colors do. */
  readonly theme: string;
  readonly onNode: (id: string) => void;
  readonly onEdge: (source: string, target: string) => void;
  readonly onMore: () => void;
  readonly ref?: Ref<CanvasHandle>;
}

const FIT_PADDING_PX = 28;
const MAX_FIT_ZOOM = 1.15;

function fit(cy: Core): void {
  if (cy.elements().empty()) return;
  // Labels keep their size on screen, so the first fit changes what there is to fit.
  for (let pass = 0; pass < 2; pass++) {
    cy.fit(undefined, FIT_PADDING_PX);
    if (cy.zoom() > MAX_FIT_ZOOM) {
      cy.zoom(MAX_FIT_ZOOM);
      cy.center();
    }
    relabel(cy);
  }
}

/** Owns the Cytoscape instance. Hidden from assistive technology: the list and the navigator say the same. */
export function GraphCanvas(props: GraphCanvasProps) {
  const { scene, expanded, cursor, pair, theme, ref } = props;
  const container = useRef<HTMLDivElement>(null);
  const core = useRef<Core>(null);
  const handlers = useRef(props);
  const places = useRef({ hub: undefined as string | null | undefined, points: new Map<string, Point>() });

  useEffect(() => {
    handlers.current = props;
  });

  useEffect(() => {
    if (!container.current) return;
    const cy = cytoscape({ container: container.current, minZoom: 0.2, maxZoom: 3, autoungrabify: true });
    core.current = cy;
    cy.on("tap", "node", ({ target }: { target: cytoscape.NodeSingular }) =>
      target.id() === MORE_NODE ? handlers.current.onMore() : handlers.current.onNode(target.id()),
    );
    cy.on("tap", "edge", ({ target }: { target: cytoscape.EdgeSingular }) =>
      handlers.current.onEdge(target.source().id(), target.target().id()),
    );
    cy.on("mouseover mouseout", "node, edge", ({ target, type }: cytoscape.EventObject) => {
      const element = target as cytoscape.SingularElementArgument;
      const edges = element.isNode() ? element.connectedEdges() : element;
      edges.toggleClass("is-hovered", type === "mouseover");
      cy.container()?.classList.toggle("is-pointing", type === "mouseover");
    });
    let frame = 0;
    cy.on("zoom", () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => relabel(cy));
    });
    return () => {
      cancelAnimationFrame(frame);
      cy.destroy();
      core.current = null;
    };
  }, []);

  useEffect(() => {
    const cy = core.current;
    if (cy && container.current) cy.style(stylesheet(readTokens(container.current)));
  }, [theme]);

  useEffect(() => {
    const cy = core.current;
    if (!cy) return;
    let isCurrent = true;
    const isNew = places.current.hub !== scene.hub;
    if (isNew) {
      places.current = { hub: scene.hub, points: new Map() };
      cy.elements().remove();
    }
    const { points } = places.current;
    void placeScene(scene, expanded, { places: points, layout: placeInWorker }).then(() => {
      if (!isCurrent) return;
      const isFirst = cy.elements().empty();
      syncElements(cy, sceneElements(scene, points));
      const { cursor: at, pair: open } = handlers.current;
      markSelection(cy, { hub: scene.hub, cursor: at, pair: open });
      if (isFirst) fit(cy);
      else relabel(cy);
      container.current?.setAttribute("data-ready", scene.hub ?? "overview");
    });
    return () => {
      isCurrent = false;
    };
  }, [scene, expanded]);

  useEffect(() => {
    const cy = core.current;
    if (!cy) return;
    markSelection(cy, { hub: scene.hub, cursor, pair });
  }, [cursor, pair, scene]);

  useImperativeHandle(ref, () => ({ fit: () => core.current && fit(core.current) }), []);

  return <div ref={container} className="graph-canvas" data-testid="graph" aria-hidden="true" />;
}
