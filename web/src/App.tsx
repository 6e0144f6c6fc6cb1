import { SECTORS } from "@entente/graph-schema";
import { lazy, Suspense, useRef, useState } from "react";
import type { SearchHit } from "./api/search.ts";
import type { CommandContext, DialogName } from "./commands/command.ts";
import { COMMANDS, DESK_COMMANDS } from "./commands/commands.ts";
import type { CanvasHandle } from "./graph-canvas/GraphCanvas.tsx";
import { GraphPage } from "./GraphPage.tsx";
import { Header } from "./panels/Header.tsx";
import { NoticeBar } from "./panels/NoticeBar.tsx";
import { LoadingNote } from "./panels/Notes.tsx";
import { PastBar } from "./panels/PastBar.tsx";
import { SEARCH_INPUT } from "./panels/SearchBox.tsx";
import { travelTo } from "./state/as-of.ts";
import { toggleFilter } from "./state/filters.ts";
import { focusOn, openAgreement, openRecord, type Transition } from "./state/view.ts";
import { NoticeProvider, useNotices } from "./use-notices.ts";
import { usePermission } from "./use-permission.ts";
import { useMedia, useTheme } from "./use-theme.ts";
import { useShortcuts, useShortcutSetting } from "./use-shortcuts.ts";
import { useView } from "./use-view.ts";

const ReviewDesk = lazy(() =>
  import("./panels/review/ReviewDesk.tsx").then((module) => ({ default: module.ReviewDesk })),
);
const DuplicatesDesk = lazy(() =>
  import("./panels/identity/DuplicatesDesk.tsx").then((module) => ({ default: module.DuplicatesDesk })),
);
const AddArticle = lazy(() =>
  import("./panels/AddArticle.tsx").then((module) => ({ default: module.AddArticle })),
);
const HelpDialog = lazy(() =>
  import("./panels/HelpDialog.tsx").then((module) => ({ default: module.HelpDialog })),
);
const SumDialog = lazy(() =>
  import("./panels/SumDialog.tsx").then((module) => ({ default: module.SumDialog })),
);
const HistoryDialog = lazy(() =>
  import("./panels/HistoryDialog.tsx").then((module) => ({ default: module.HistoryDialog })),
);

/** Where a search hit leads. */
function leadTo({ __typename, id }: SearchHit["entity"]): Transition {
  if (__typename === "Agreement") return openAgreement(id);
  if (__typename === "Person" || __typename === "Event") return openRecord(id);
  const sector = SECTORS.find((each) => `sector:${each}` === id);
  return sector ? toggleFilter("sectors", sector) : focusOn(id);
}

export function App() {
  const [view, setView] = useView();
  const { theme, shown, nextTheme } = useTheme();
  const isWide = useMedia("(width > 760px)");
  const [cursor, setCursor] = useState<string | null>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const canvas = useRef<CanvasHandle>(null);
  const navigator = useRef<HTMLDivElement>(null);
  const { notices, noticing, dismiss, undoLast } = useNotices();
  const adding = usePermission("CONTRIBUTOR");
  const reviewing = usePermission("REVIEWER");
  const [areShortcutsOn, setShortcuts] = useShortcutSetting();
  const closeDialog = () => setDialog(null);

  const context: CommandContext = {
    view,
    cursor,
    isListShown: (view.show ?? (isWide ? "graph" : "list")) === "list",
    adding,
    setView,
    fitGraph: () => canvas.current?.fit(),
    focusSearch: () => document.getElementById(SEARCH_INPUT)?.focus(),
    focusGraph: () => navigator.current?.focus(),
    openDialog: setDialog,
    undoLast: reviewing.isAllowed ? undoLast : null,
  };
  useShortcuts(view.desk === null ? COMMANDS : DESK_COMMANDS, context, areShortcutsOn);
  const openFromDialog = (id: string) => {
    closeDialog();
    setView(openAgreement(id));
  };

  return (
    <NoticeProvider value={noticing}>
      <div className={view.desk === null ? "page" : "page is-desk"}>
        <Header
          theme={theme}
          context={context}
          onTheme={nextTheme}
          onChoose={(entity) => setView(leadTo(entity))}
        />
        {view.asOf !== null && <PastBar asOf={view.asOf} context={context} />}
        {view.desk === null ? (
          <GraphPage
            context={context}
            theme={shown}
            isWide={isWide}
            onCursor={setCursor}
            canvasRef={canvas}
            navigatorRef={navigator}
          />
        ) : (
          <Suspense
            fallback={
              <main className="desk">
                <LoadingNote what="the queue" />
              </main>
            }
          >
            {view.desk === "review" ? (
              <ReviewDesk source={view.source} setView={setView} areShortcutsOn={areShortcutsOn} />
            ) : (
              <DuplicatesDesk setView={setView} areShortcutsOn={areShortcutsOn} />
            )}
          </Suspense>
        )}
        <NoticeBar notices={notices} context={context} onDismiss={dismiss} />
        <Suspense>
          {dialog === "help" && (
            <HelpDialog onClose={closeDialog} areShortcutsOn={areShortcutsOn} onShortcuts={setShortcuts} />
          )}
          {dialog === "sum" && (
            <SumDialog filters={view} focus={view.focus} onClose={closeDialog} onOpen={openFromDialog} />
          )}
          {dialog === "article" && <AddArticle onClose={closeDialog} onOpen={openFromDialog} />}
          {dialog === "history" && (
            <HistoryDialog
              asOf={view.asOf}
              onClose={closeDialog}
              onTravel={(asOf) => {
                closeDialog();
                setView(travelTo(asOf));
              }}
            />
          )}
        </Suspense>
      </div>
    </NoticeProvider>
  );
}
