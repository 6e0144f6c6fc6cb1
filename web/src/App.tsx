import { SECTORS } from "@entente/graph-schema";
import { useRef, useState } from "react";
import type { SearchHit } from "./api/search.ts";
import type { CommandContext } from "./commands/command.ts";
import type { CanvasHandle } from "./graph-canvas/GraphCanvas.tsx";
import { AddArticle } from "./panels/AddArticle.tsx";
import { DetailPanel } from "./panels/DetailPanel.tsx";
import { FilterPanel } from "./panels/FilterPanel.tsx";
import { GraphPane } from "./panels/GraphPane.tsx";
import { Header } from "./panels/Header.tsx";
import { HelpDialog } from "./panels/HelpDialog.tsx";
import { SEARCH_INPUT } from "./panels/SearchBox.tsx";
import { SumDialog } from "./panels/SumDialog.tsx";
import { Timeline } from "./panels/Timeline.tsx";
import { toggleFilter } from "./state/filters.ts";
import { focusOn, openAgreement, showOverview, type Transition } from "./state/view.ts";
import { useMedia, useTheme } from "./use-theme.ts";
import { useScene } from "./use-scene.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useView } from "./use-view.ts";

/** Where a search hit leads. */
function leadTo({ __typename, id }: SearchHit["entity"]): Transition {
  if (__typename === "Agreement") return openAgreement(id);
  const sector = SECTORS.find((each) => `sector:${each}` === id);
  return sector ? toggleFilter("sectors", sector) : focusOn(id);
}

export function App() {
  const [view, setView] = useView();
  const { theme, shown, nextTheme } = useTheme();
  const isWide = useMedia("(width > 760px)");
  const [cursor, setCursor] = useState<string | null>(null);
  const [dialog, setDialog] = useState<"help" | "article" | "sum" | null>(null);
  const answer = useScene(view);
  const canvas = useRef<CanvasHandle>(null);
  const navigator = useRef<HTMLDivElement>(null);
  const closeDialog = () => setDialog(null);

  const context: CommandContext = {
    view,
    cursor,
    isListShown: (view.show ?? (isWide ? "graph" : "list")) === "list",
    setView,
    fitGraph: () => canvas.current?.fit(),
    focusSearch: () => document.getElementById(SEARCH_INPUT)?.focus(),
    focusGraph: () => navigator.current?.focus(),
    openDialog: setDialog,
  };
  const [areShortcutsOn, setShortcuts] = useShortcuts(context);

  return (
    <div className="page">
      <Header
        theme={theme}
        onTheme={nextTheme}
        onHome={() => setView(showOverview)}
        onChoose={(entity) => setView(leadTo(entity))}
        onArticle={() => setDialog("article")}
        onHelp={() => setDialog("help")}
      />
      <FilterPanel key={String(isWide)} filters={view} isWide={isWide} setView={setView} />
      <GraphPane
        answer={answer}
        context={context}
        theme={shown}
        onCursor={setCursor}
        canvasRef={canvas}
        navigatorRef={navigator}
      />
      <DetailPanel
        view={view}
        scene={answer.scene}
        setView={setView}
        onAddArticle={() => setDialog("article")}
      />
      <Timeline filters={view} focus={view.focus} setView={setView} onSum={() => setDialog("sum")} />
      {dialog === "help" && (
        <HelpDialog onClose={closeDialog} areShortcutsOn={areShortcutsOn} onShortcuts={setShortcuts} />
      )}
      {dialog === "sum" && (
        <SumDialog
          filters={view}
          focus={view.focus}
          onClose={closeDialog}
          onOpen={(id) => {
            closeDialog();
            setView(openAgreement(id));
          }}
        />
      )}
      {dialog === "article" && (
        <AddArticle
          onClose={closeDialog}
          onOpen={(id) => {
            closeDialog();
            setView(openAgreement(id));
          }}
        />
      )}
    </div>
  );
}
