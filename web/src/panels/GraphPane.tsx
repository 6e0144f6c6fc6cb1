import { lazy, Suspense, type Ref, type RefObject } from "react";
import { expandNeighbors } from "../commands/expand-neighbors.ts";
import { fitGraph } from "../commands/fit-graph.ts";
import type { CommandContext } from "../commands/command.ts";
import type { CanvasHandle } from "../graph-canvas/GraphCanvas.tsx";
import { focusOn, openPair, openPairOf, showAs, showOverview } from "../state/view.ts";
import type { SceneAnswer } from "../use-scene.ts";
import { GraphNavigator } from "./GraphNavigator.tsx";
import { ErrorNote, LoadingNote, NoResults } from "./Notes.tsx";
import { RankedList } from "./RankedList.tsx";

/** Cytoscape is a chunk of its own: a phone that only reads the list never loads it. */
const GraphCanvas = lazy(() =>
  import("../graph-canvas/GraphCanvas.tsx").then((module) => ({ default: module.GraphCanvas })),
);

interface Props {
  readonly answer: SceneAnswer;
  readonly context: CommandContext;
  readonly theme: string;
  readonly onCursor: (id: string | null) => void;
  readonly canvasRef: Ref<CanvasHandle>;
  readonly navigatorRef: RefObject<HTMLDivElement | null>;
}

export function GraphPane({ answer, context, theme, onCursor, canvasRef, navigatorRef }: Props) {
  const { view, setView, cursor, isListShown } = context;
  const { scene, error, isFetching, retry } = answer;
  const hub = scene?.nodes.find((node) => node.role === "hub");
  const openNode = (id: string) => {
    const isPartner = scene?.edges.some(
      (edge) =>
        (edge.source === view.focus && edge.target === id) ||
        (edge.target === view.focus && edge.source === id),
    );
    if (id !== view.focus) setView(isPartner ? openPair(id) : focusOn(id));
  };
  const isEmpty = scene?.edges.every((edge) => edge.isFaded) ?? false;
  return (
    <main className="center" aria-label="Graph">
      <div className="center-bar">
        <p className="crumbs">
          {view.focus === null ? (
            <strong>Overview</strong>
          ) : (
            <>
              <button type="button" className="link" onClick={() => setView(showOverview)}>
                Overview
              </button>
              <span aria-hidden="true"> › </span>
              <strong>{hub?.name ?? "…"}</strong>
            </>
          )}
          {isFetching && scene && <span className="aside"> updating…</span>}
        </p>
        {!isListShown && (
          <p className="legend" aria-hidden="true">
            <span className="dot is-country" /> Country <span className="dot is-bloc" /> Bloc
            <span className="dot is-organization" /> Organization <span className="line is-dashed" />{" "}
            unreviewed
          </p>
        )}
        <div className="center-tools">
          {!isListShown && (
            <>
              {[expandNeighbors, fitGraph].map((command) => (
                <button
                  key={command.id}
                  type="button"
                  className="button is-small"
                  title={`${command.label} (${command.shortcut})`}
                  disabled={!(command.isEnabled?.(context) ?? true)}
                  // The graph keeps the keyboard, and with it the cursor that the command acts on.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => command.run(context)}
                >
                  {command.id === "fit" ? "Fit" : "Expand"}
                </button>
              ))}
            </>
          )}
          <div className="switch" role="group" aria-label="Show as">
            <button type="button" aria-pressed={!isListShown} onClick={() => setView(showAs("graph"))}>
              Graph
            </button>
            <button type="button" aria-pressed={isListShown} onClick={() => setView(showAs("list"))}>
              List
            </button>
          </div>
        </div>
      </div>
      <div className="center-stage">
        {scene && !isListShown && (
          <Suspense
            fallback={
              <div className="center-notes">
                <LoadingNote what="the graph" />
              </div>
            }
          >
            <GraphCanvas
              ref={canvasRef}
              scene={scene}
              expanded={view.expanded}
              cursor={cursor}
              pair={view.pair}
              theme={theme}
              onNode={(id) => (view.focus === null ? setView(focusOn(id)) : openNode(id))}
              onEdge={(source, target) => setView(openPairOf(source, target))}
              onMore={() => setView(showAs("list"))}
            />
            <GraphNavigator
              ref={navigatorRef}
              scene={scene}
              cursor={cursor}
              onCursor={onCursor}
              onOpen={(id) => (view.focus === null ? setView(focusOn(id)) : openNode(id))}
            />
          </Suspense>
        )}
        {scene && isListShown && <RankedList scene={scene} pair={view.pair} setView={setView} />}
        <div className="center-notes">
          {!scene && !error && <LoadingNote what="the overview" />}
          {error && <ErrorNote error={error} onRetry={retry} isStale={scene !== null} />}
          {isEmpty && !error && <NoResults filters={view} setView={setView} />}
        </div>
      </div>
    </main>
  );
}
