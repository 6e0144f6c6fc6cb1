import { useMemo, useState } from "react";
import { useQuery, type CombinedError } from "urql";
import { STALE_AFTER_STORING } from "./api/client.ts";
import { toAgreementFilter, type AgreementFilter } from "./api/filter-input.ts";
import { toGraphPart } from "./api/graph-part.ts";
import { LISTED_PARTNERS, NEIGHBORHOOD, RING_PARTNERS } from "./api/neighborhood.ts";
import { OVERVIEW, OVERVIEW_PAIRS } from "./api/overview.ts";
import { buildScene, type GraphPart, type Scene } from "./state/scene.ts";
import type { View } from "./state/view.ts";

interface PartAnswer {
  readonly part: GraphPart | null;
  readonly isFetching: boolean;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
}

interface PartQuestion {
  readonly filter: AgreementFilter | null;
  readonly pairs: number;
  readonly perNode: number;
  readonly pause?: boolean;
}

function usePart(view: View, { filter, pairs, perNode, pause = false }: PartQuestion): PartAnswer {
  const isEgo = view.focus !== null;
  const ids = view.focus === null ? [] : [view.focus, ...view.expanded];
  const [overview, refetchOverview] = useQuery({
    query: OVERVIEW,
    variables: { filter, first: pairs },
    pause: pause || isEgo,
    context: STALE_AFTER_STORING,
  });
  const [ego, refetchEgo] = useQuery({
    query: NEIGHBORHOOD,
    variables: { ids, filter, perNode },
    pause: pause || !isEgo,
    context: STALE_AFTER_STORING,
  });
  const answer = isEgo ? ego : overview;
  const subgraph = isEgo ? ego.data?.neighborhood : overview.data?.overview;
  const part = useMemo(() => (subgraph ? toGraphPart(subgraph) : null), [subgraph]);
  return {
    part: pause ? null : part,
    isFetching: answer.fetching,
    error: answer.error,
    retry: () => {
      const refetch = isEgo ? refetchEgo : refetchOverview;
      refetch({ requestPolicy: "network-only" });
    },
  };
}

/** More partners than the ring draws: the list shows them, and the ring says how many it folds away. */
const SHOWN = { pairs: OVERVIEW_PAIRS, perNode: LISTED_PARTNERS };
/** Wider than what is shown: a pair that is missing here is unreviewed, not merely less busy. */
const ACCEPTED: PartQuestion = { filter: { review: ["ACCEPTED"] }, pairs: 500, perNode: LISTED_PARTNERS };

export interface SceneAnswer {
  /** The last graph that arrived: it stays while the next loads, and when the next fails. */
  readonly scene: Scene | null;
  readonly isFetching: boolean;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
}

/** The graph of the view: unfiltered for the places, filtered for what is lit. */
export function useScene(view: View): SceneAnswer {
  const filter = useMemo(() => toAgreementFilter(view), [view]);
  const base = usePart(view, { filter: null, ...SHOWN });
  const filtered = usePart(view, { filter, ...SHOWN, pause: filter === null });
  const accepted = usePart(view, ACCEPTED);
  const [last, setLast] = useState<Scene | null>(null);

  const scene = useMemo(() => {
    // An answer about the party before this one may still be on screen: it is not this one's graph.
    const isCurrent = view.focus === null || base.part?.nodes.some((node) => node.id === view.focus);
    if (!base.part || !isCurrent || (filter !== null && !filtered.part)) return null;
    return buildScene({
      hub: view.focus,
      expanded: view.expanded,
      perParty: RING_PARTNERS,
      base: base.part,
      filtered: filter === null ? null : filtered.part,
      accepted: accepted.part,
    });
  }, [view.focus, view.expanded, base.part, filter, filtered.part, accepted.part]);
  if (scene !== null && scene !== last) setLast(scene);

  return {
    scene: scene ?? last,
    isFetching: base.isFetching || filtered.isFetching,
    error: base.error ?? filtered.error,
    retry: () => {
      if (base.error) base.retry();
      if (filtered.error) filtered.retry();
    },
  };
}
