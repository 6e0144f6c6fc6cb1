import type { Ref, RefObject } from "react";
import type { CommandContext } from "./commands/command.ts";
import type { CanvasHandle } from "./graph-canvas/GraphCanvas.tsx";
import { DetailPanel } from "./panels/DetailPanel.tsx";
import { FilterPanel } from "./panels/FilterPanel.tsx";
import { GraphPane } from "./panels/GraphPane.tsx";
import { Timeline } from "./panels/Timeline.tsx";
import { useScene } from "./use-scene.ts";

interface Props {
  readonly context: CommandContext;
  readonly theme: string;
  readonly isWide: boolean;
  readonly onCursor: (id: string | null) => void;
  readonly canvasRef: Ref<CanvasHandle>;
  readonly navigatorRef: RefObject<HTMLDivElement | null>;
}

/** Filters, graph, details and timeline: the page while no queue has it. */
export function GraphPage({ context, theme, isWide, onCursor, canvasRef, navigatorRef }: Props) {
  const { view, setView, openDialog } = context;
  const answer = useScene(view);
  return (
    <>
      <FilterPanel key={String(isWide)} filters={view} isWide={isWide} setView={setView} />
      <GraphPane
        answer={answer}
        context={context}
        theme={theme}
        onCursor={onCursor}
        canvasRef={canvasRef}
        navigatorRef={navigatorRef}
      />
      <DetailPanel
        view={view}
        scene={answer.scene}
        setView={setView}
        onAddArticle={() => openDialog("article")}
      />
      <Timeline filters={view} focus={view.focus} setView={setView} onSum={() => openDialog("sum")} />
    </>
  );
}
