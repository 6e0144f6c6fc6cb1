import type { AgreementKind, AgreementStatus, SectorKey } from "@entente/graph-schema";

/** What narrows every view at once. Years are calendar years, both ends included. */
export interface Filters {
  readonly kinds: readonly AgreementKind[];
  readonly statuses: readonly AgreementStatus[];
  readonly sectors: readonly SectorKey[];
  readonly from: number | null;
  readonly to: number | null;
}

/** All of the shareable interface state: two readers with the same URL see the same thing. */
export interface View extends Filters {
  /** The party in the middle of the ring; null is the overview. */
  readonly focus: string | null;
  /** Parties whose own partners were added, in the order of expansion. */
  readonly expanded: readonly string[];
  /** The partner of `focus` whose agreements are listed. */
  readonly pair: string | null;
  readonly agreement: string | null;
  /** The person or event that is shown: what has a page, but no place in the graph. */
  readonly record: string | null;
  /** The claim whose sentence is highlighted. */
  readonly claim: string | null;
  /** Null leaves the choice to the screen: list on a phone, graph elsewhere. */
  readonly show: "graph" | "list" | null;
  /** The queue that is worked through in place of the graph. */
  readonly desk: Desk | null;
  /** Only this document's claims wait in the review queue. */
  readonly source: string | null;
  /** A data version or a moment in the past, as the URL writes it; null is now. */
  readonly asOf: string | null;
}

export const DESKS = ["review", "duplicates"] as const;
export type Desk = (typeof DESKS)[number];

export type Transition = (view: View) => View;

export const EMPTY_VIEW: View = {
  focus: null,
  expanded: [],
  pair: null,
  agreement: null,
  record: null,
  claim: null,
  show: null,
  desk: null,
  source: null,
  asOf: null,
  kinds: [],
  statuses: [],
  sectors: [],
  from: null,
  to: null,
};

/** With no page open over the graph. */
const closed: Transition = (view) => ({ ...view, agreement: null, record: null, claim: null, desk: null });

/** Puts one party in the middle; filters stay. */
export const focusOn =
  (id: string): Transition =>
  (view) => ({ ...closed(view), focus: id, expanded: [], pair: null });

/** Back to the overview; filters stay. */
export const showOverview: Transition = (view) => ({
  ...closed(view),
  focus: null,
  expanded: [],
  pair: null,
});

/** Adds a party's own partners to the graph; the middle is expanded already. */
export const expand =
  (id: string): Transition =>
  (view) =>
    view.focus === null || view.focus === id || view.expanded.includes(id)
      ? view
      : { ...view, expanded: [...view.expanded, id] };

/** Lists the agreements of `focus` with one partner. */
export const openPair =
  (partner: string): Transition =>
  (view) => ({ ...closed(view), pair: partner });

/** Opens the agreements of two parties, whichever is in the middle. */
export const openPairOf =
  (source: string, target: string): Transition =>
  (view) => {
    if (view.focus === source) return openPair(target)(view);
    if (view.focus === target) return openPair(source)(view);
    return openPair(target)(focusOn(source)(view));
  };

export const openAgreement =
  (id: string): Transition =>
  (view) => ({ ...view, agreement: id, claim: null, desk: null });

/** Opens a person or an event beside the graph as it is. */
export const openRecord =
  (id: string): Transition =>
  (view) => ({ ...closed(view), record: id });

export const highlightClaim =
  (id: string): Transition =>
  (view) => ({ ...view, claim: id });

/** Opens a queue; what was open before is there again when it is left. */
export const openDesk =
  (desk: Desk, source: string | null = null): Transition =>
  (view) => ({ ...view, desk, source: desk === "review" ? source : null });

export const leaveDesk: Transition = (view) => ({ ...view, desk: null, source: null });

/** One step out: queue, evidence, agreement, person or event, pair, middle, overview. */
export const stepBack: Transition = (view) => {
  if (view.desk !== null) return leaveDesk(view);
  if (view.agreement !== null) return { ...view, agreement: null, claim: null };
  if (view.record !== null) return { ...view, record: null, claim: null };
  if (view.pair !== null) return { ...view, pair: null };
  return view.focus === null ? view : showOverview(view);
};

export const showAs =
  (show: "graph" | "list"): Transition =>
  (view) => ({ ...view, show });
