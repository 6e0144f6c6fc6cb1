import type { ArticleInput } from "./article.ts";
import { type Clause, splitClauses } from "./clauses/split-clauses.ts";
import { DECISION_MODEL } from "./data/decision-weights.ts";
import {
  decideCandidates,
  KEEP_FROM,
  type FeaturedCandidate,
  featureCandidates,
} from "./decide/decide-candidates.ts";
import type { DecisionModel } from "./decide/decision-model.ts";
import { dateDeals } from "./frame/date-deals.ts";
import type { Candidate, Deal, Dropped } from "./frame/deal-types.ts";
import { frameAgreements } from "./frame/frame-agreements.ts";
import { frameAccessions } from "./frame/frame-accessions.ts";
import { frameCommitments } from "./frame/frame-commitments.ts";
import { frameStatements } from "./frame/frame-statements.ts";
import type { FrameContext } from "./frame/frame-context.ts";
import { frameGrants } from "./frame/frame-grants.ts";
import { settleAllParties } from "./frame/settle-parties.ts";
import { valueDeals } from "./frame/value-deals.ts";
import { mergeDeals } from "./merge/merge-deals.ts";
import { findDates } from "./mention/find-dates.ts";
import { findEvents } from "./mention/find-events.ts";
import { findMoney } from "./mention/find-money.ts";
import { findOrganizations } from "./mention/find-organizations.ts";
import { findPeople } from "./mention/find-people.ts";
import { findPlaces } from "./mention/find-places.ts";
import type {
  DateMention,
  EventMention,
  MoneyMention,
  OrganizationMention,
  PersonMention,
  PlaceMention,
} from "./mention/mention-types.ts";
import { findHeadlineParties } from "./resolve/find-headline-parties.ts";
import { findParties, homeOfPublisher } from "./resolve/find-parties.ts";
import { namePeople } from "./resolve/name-people.ts";
import type { PartyMention } from "./resolve/party-mention.ts";
import type { Doc } from "./tokenise/document.ts";
import { tokenise } from "./tokenise/tokenise.ts";
import { findFault } from "./verify/verify-deals.ts";

/** What an article says, stage by stage: every mention, and the deals with what was dropped and why. */
export interface ArticleAnalysis {
  readonly doc: Doc;
  readonly places: readonly PlaceMention[];
  readonly money: readonly MoneyMention[];
  readonly dates: readonly DateMention[];
  readonly organizations: readonly OrganizationMention[];
  readonly people: readonly PersonMention[];
  readonly events: readonly EventMention[];
  readonly parties: readonly PartyMention[];
  /** Parties of the headline, by their first mention in the text. */
  readonly headline: readonly PartyMention[];
  readonly clauses: readonly Clause[];
  readonly deals: readonly Deal[];
  readonly dropped: readonly Dropped[];
}

/** Countries of a text, most often named first: they decide between currencies of one name. */
function nationsOf(places: readonly PlaceMention[]): string[] {
  const tally = new Map<string, number>();
  for (const place of places)
    if (place.type === "country") tally.set(place.code, (tally.get(place.code) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1]).map(([code]) => code);
}

/** What the rules propose for an article, before anything is decided. */
export interface Proposal {
  readonly found: Omit<ArticleAnalysis, "deals" | "dropped">;
  readonly candidates: readonly FeaturedCandidate[];
}

/** Runs the stages up to the candidates: clean → tokenise → mention → clauses → resolve → frame. */
export function proposeDeals(input: ArticleInput): Proposal {
  const doc = tokenise(input);
  const places = findPlaces(doc.tokens);
  const money = findMoney(doc.tokens, nationsOf(places));
  const dates = findDates(doc.tokens, doc.published);
  const organizations = findOrganizations(doc.tokens, places);
  const events = findEvents(doc.tokens, doc.sentences);
  const people = namePeople(findPeople(doc, places, organizations));
  const speaker = homeOfPublisher(doc.publisher);
  const parties = findParties(doc, { places, organizations, people, events });
  const headline = findHeadlineParties(doc, parties, speaker);
  const clauses = doc.sentences.flatMap((sentence) => splitClauses(doc.tokens, sentence));
  const context: FrameContext = { doc, money, dates, events, parties, clauses, headline, speaker };
  const candidates = featureCandidates(context, frameCandidates(context));
  return {
    found: { doc, places, money, dates, organizations, people, events, parties, headline, clauses },
    candidates,
  };
}

function frameCandidates(context: FrameContext): Candidate[] {
  const agreements = frameAgreements(context);
  const claimed = new Set(agreements.kept.flatMap((mention) => mention.values.map((value) => value.start)));
  const framed = [
    agreements,
    frameAccessions(context),
    frameStatements(context),
    frameGrants(context, claimed),
    frameCommitments(context),
  ];
  return framed.flatMap(({ kept, dropped }) => [
    ...kept.map((mention) => ({ mention, objection: null })),
    ...dropped.map(({ mention, reason }) => ({ mention, objection: reason })),
  ]);
}

/** Decides about what was proposed: decide → merge → verify. */
export function concludeDeals(
  { found, candidates }: Proposal,
  model: DecisionModel,
  keepFrom = KEEP_FROM,
): ArticleAnalysis {
  const decided = decideCandidates(model, candidates, keepFrom);
  const dropped = [...decided.dropped];
  const deals: Deal[] = [];
  const document = { ...found, speaker: homeOfPublisher(found.doc.publisher) };
  const merged = settleAllParties(mergeDeals(decided.kept));
  for (const deal of valueDeals(document, dateDeals(document, merged))) {
    const fault = findFault(found.doc, deal);
    if (fault) dropped.push({ mention: deal, reason: fault });
    else deals.push(deal);
  }
  return { ...found, deals, dropped };
}

/** Everything an article says, by the model that the package ships. */
export const analyzeArticle = (input: ArticleInput): ArticleAnalysis =>
  concludeDeals(proposeDeals(input), DECISION_MODEL);
