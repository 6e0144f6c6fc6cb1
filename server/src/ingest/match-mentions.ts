import {
  datesOverlap,
  deriveAgreement,
  deriveEntity,
  nameKey,
  parseEntityId,
  type AgreementState,
  type Claim,
  type DocumentState,
  type EntityId,
  type EntityState,
  type SourcedClaim,
} from "@entente/graph-schema";
import { distinctParties } from "../store/agreement-keys.ts";
import type { PlanningReader } from "../store/graph-store.ts";
import type { LinkRow } from "../store/plan.ts";
import { linkId } from "./hash-ids.ts";
import { matchAgreements } from "./match-agreement.ts";

const BY = "match@1";
const NAMED_TYPES = ["organization", "person", "event"] as const;

interface Fresh {
  readonly document: DocumentState;
  readonly claims: readonly Claim[];
  /** What the article said before it was revised: claims that leave in the same commit. */
  readonly revised: readonly SourcedClaim[];
  readonly version: number;
  /** ISO moment. */
  readonly at: string;
}

export interface Matched {
  /** Each new entity with the known one that it is. */
  readonly links: readonly LinkRow[];
  /** The new agreements, as their own claims alone derive them. */
  readonly agreements: readonly AgreementState[];
}

/** Finds which of a batch's organizations, people, events and agreements the graph already knows. */
export async function matchMentions(fresh: Fresh, read: PlanningReader): Promise<Matched> {
  const named = await matchNames(fresh, read);
  const resolve = (id: EntityId): EntityId => named.find(({ b }) => b === id)?.a ?? id;
  const subjects = [...new Set(fresh.claims.map(({ subject }) => subject))];
  const agreements = subjects
    .filter((id) => parseEntityId(id)?.type === "agreement")
    .flatMap((id) => deriveFresh(id, fresh, resolve));
  const partySets = [...new Set(agreements.map((state) => distinctParties(state).join(" ")))];
  const candidates = await read.agreementsByPartySet(partySets);
  const others = candidates.filter(({ documents }) => !documents.includes(fresh.document.id));
  const matches = matchAgreements(agreements, others);
  const reasons = ["same parties, kind family and stated values", "dates overlap", "nothing else fits"];
  const deals = [...matches].map(([id, known]) => matchLink({ id, known, reasons }, fresh));
  const known = new Set(deals.map(({ b }) => b));
  const revisions = matchRevised(
    agreements.filter(({ id }) => !known.has(id)),
    { fresh, resolve },
  );
  return { links: [...named, ...deals, ...revisions], agreements };
}

interface Match {
  readonly id: EntityId;
  readonly known: EntityId;
  readonly reasons: readonly string[];
}

const matchLink = ({ id, known, reasons }: Match, { version, at }: Fresh): LinkRow => ({
  id: linkId(["same", known, id, String(version)]),
  kind: "same",
  a: known,
  b: id,
  by: BY,
  score: 1,
  reasons,
  recordedIn: version,
  recordedAt: at,
});

const sourced = (claim: Claim, document: DocumentState): SourcedClaim => ({
  ...claim,
  source: { rank: document.rank, published: document.published },
});

function deriveFresh(id: EntityId, fresh: Fresh, resolve: (id: EntityId) => EntityId): AgreementState[] {
  const claims = fresh.claims
    .filter(({ subject }) => subject === id)
    .map((claim) => sourced(claim, fresh.document));
  const context = { id, mergedIds: [], resolve, basedIn: () => null };
  const state = deriveAgreement(claims, context);
  return state ? [state] : [];
}

/** An agreement of the revised article is the one of its former text that has the same parties, where only one has. */
function matchRevised(
  agreements: readonly AgreementState[],
  { fresh, resolve }: { readonly fresh: Fresh; readonly resolve: (id: EntityId) => EntityId },
): LinkRow[] {
  const partySet = (state: AgreementState): string => distinctParties(state).join(" ");
  const former = [...new Set(fresh.revised.map(({ subject }) => subject))].flatMap((id) => {
    if (parseEntityId(id)?.type !== "agreement") return [];
    const claims = fresh.revised.filter(({ subject }) => subject === id);
    return deriveAgreement(claims, { id, mergedIds: [], resolve, basedIn: () => null }) ?? [];
  });
  return agreements.flatMap((state) => {
    const same = (other: AgreementState): boolean => partySet(other) === partySet(state);
    const [only, ...more] = former.filter(same);
    if (!only || more.length > 0 || agreements.filter(same).length > 1) return [];
    return [
      matchLink({ id: state.id, known: only.id, reasons: ["same parties in the revised article"] }, fresh),
    ];
  });
}

/** Organizations and people match by name; events by name where their dates, if both have one, overlap. */
async function matchNames(fresh: Fresh, read: PlanningReader): Promise<LinkRow[]> {
  const links: LinkRow[] = [];
  for (const type of NAMED_TYPES) {
    const ids = [...new Set(fresh.claims.map(({ subject }) => subject))].filter(
      (id) => parseEntityId(id)?.type === type,
    );
    const states = ids.flatMap((id) => {
      const claims = fresh.claims
        .filter(({ subject }) => subject === id)
        .map((claim) => sourced(claim, fresh.document));
      return deriveEntity(claims, { id, mergedIds: [], resolve: (same) => same }) ?? [];
    });
    const stored = await read.statesByNameKey(type, [...new Set(states.map(({ name }) => nameKey(name)))]);
    for (const state of states) {
      const [only, ...more] = stored.filter((other) => isSameNamed(state, other));
      if (only && more.length === 0 && only.id !== state.id) {
        links.push(matchLink({ id: state.id, known: only.id, reasons: ["same name"] }, fresh));
      }
    }
  }
  return links;
}

function isSameNamed(a: EntityState, b: EntityState): boolean {
  const keys = [b.name, ...b.aliases].map(nameKey);
  if (!keys.includes(nameKey(a.name))) return false;
  if (a.type === "event" && b.type === "event")
    return a.date !== null && b.date !== null && datesOverlap(a.date, b.date);
  if (a.type === "organization" && b.type === "organization") {
    return a.basedIn === null || b.basedIn === null || a.basedIn === b.basedIn;
  }
  return true;
}
