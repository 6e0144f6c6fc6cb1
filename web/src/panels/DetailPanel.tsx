import { lazy, Suspense } from "react";
import type { Scene } from "../state/scene.ts";
import { stepBack, type View } from "../state/view.ts";
import type { SetView } from "../use-view.ts";
import { AgreementPanel } from "./AgreementPanel.tsx";
import { LoadingNote } from "./Notes.tsx";
import { PairPanel } from "./PairPanel.tsx";
import { PartyPanel } from "./PartyPanel.tsx";
import { WelcomePanel } from "./WelcomePanel.tsx";

const RecordPanel = lazy(() =>
  import("./RecordPanel.tsx").then((module) => ({ default: module.RecordPanel })),
);

interface Props {
  readonly view: View;
  readonly scene: Scene | null;
  readonly setView: SetView;
  readonly onAddArticle: () => void;
}

/** The innermost thing that is open: agreement, pair, party, or the welcome. On a phone a sheet over the list. */
export function DetailPanel({ view, scene, setView, onAddArticle }: Props) {
  const named = (id: string) => ({ id, name: scene?.nodes.find((node) => node.id === id)?.name ?? id });
  const level =
    view.agreement !== null || view.record !== null
      ? "agreement"
      : view.focus !== null && view.pair !== null
        ? "pair"
        : view.focus !== null
          ? "party"
          : "welcome";
  return (
    <aside className={`detail is-${level}`} aria-label="Details">
      <button type="button" className="sheet-close" aria-label="Close" onClick={() => setView(stepBack)}>
        ×
      </button>
      {view.agreement !== null ? (
        <AgreementPanel key={view.agreement} id={view.agreement} claim={view.claim} setView={setView} />
      ) : view.record !== null ? (
        <Suspense fallback={<LoadingNote what="the page" />}>
          <RecordPanel key={view.record} id={view.record} claim={view.claim} setView={setView} />
        </Suspense>
      ) : view.focus !== null && view.pair !== null ? (
        <PairPanel
          key={`${view.focus} ${view.pair}`}
          view={view}
          focus={named(view.focus)}
          partner={named(view.pair)}
          setView={setView}
        />
      ) : view.focus !== null ? (
        <PartyPanel key={view.focus} id={view.focus} view={view} setView={setView} />
      ) : (
        <WelcomePanel view={view} setView={setView} onAddArticle={onAddArticle} />
      )}
    </aside>
  );
}
