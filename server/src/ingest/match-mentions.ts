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
import type { AliasRow } from "../store/plan.ts";
import { matchAgreements } from "./match-agreement.ts";

const BY = "match@1";
const NAMED_TYPES = ["organization", "person", "event"] as const;

interface Fresh {
  readonly document: DocumentState;
  readonly claims: readonly Claim[];
  readonly version: number;
}

export interface Matched {
  /** New id → the entity that it is. */
  readonly aliases: readonly AliasRow[];
  /** The new agreements, as their own claims alone derive them. */
  readonly agreements: readonly AgreementState[];
}

/** Finds which of a batch's organizations, people, events and agreements the graph already knows. */
export async function matchMentions(fresh: Fresh, read: PlanningReader): Promise<Matched> {
  const named = await matchNames(fresh, read);
  const resolve = (id: EntityId): EntityId => named.find(({ from }) => from === id)?.to ?? id;
  const subjects = [...new Set(fresh.claims.map(({ subject }) => subject))];
  const agreements = subjects
    .filter((id) => parseEntityId(id)?.type === "agreement")
    .flatMap((id) => deriveFresh(id, fresh, resolve));
  const partySets = [...new Set(agreements.map((state) => distinctParties(state).join(" ")))];
  const candidates = await read.agreementsByPartySet(partySets);
  const others = candidates.filter(({ documents }) => !documents.includes(fresh.document.id));
  const matches = matchAgreements(agreements, others);
  const reasons = ["same parties, kind family and stated values", "dates overlap", "nothing else fits"];
  const deals = [...matches].map(([from, to]) => ({ from, to, by: BY, score: 1, reasons }));
  return { aliases: [...named, ...deals], agreements };
}

const sourced = (claim: Claim, document: DocumentState): SourcedClaim => ({
  ...claim,
  source: { rank: document.rank, published: document.published },
});

function deriveFresh(id: EntityId, fresh: Fresh, resolve: (id: EntityId) => EntityId): AgreementState[] {
  const claims = fresh.claims
    .filter(({ subject }) => subject === id)
    .map((claim) => sourced(claim, fresh.document));
  const context = { id, mergedIds: [], resolve, basedIn: () => null, recordedIn: fresh.version };
  const state = deriveAgreement(claims, context);
  return state ? [state] : [];
}

/** Organizations and people match by name; events by name where their dates, if both have one, overlap. */
async function matchNames(fresh: Fresh, read: PlanningReader): Promise<AliasRow[]> {
  const aliases: AliasRow[] = [];
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
        aliases.push({ from: state.id, to: only.id, by: BY, score: 1, reasons: ["same name"] });
      }
    }
  }
  return aliases;
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
