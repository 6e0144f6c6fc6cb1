import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { EntityId } from "@entente/graph-schema";
import type { GraphStore, PlanningReader } from "../store/graph-store.ts";
import type { Plan } from "../store/plan.ts";
import { deriveAffected } from "./derive-affected.ts";
import { auditId } from "./hash-ids.ts";
import { emptyPlan } from "./plan-ingest.ts";

/** Entities of one commit: a change of the rule touches all, and one transaction should not hold them all. */
const PAGE_ENTITIES = 500;

export interface Rederived {
  readonly entities: number;
  readonly changed: number;
}

interface Page {
  readonly plan: Plan | null;
  readonly result: { readonly last: EntityId | null; readonly entities: number; readonly changed: number };
}

async function planPage(after: EntityId, at: string, read: PlanningReader): Promise<Page> {
  const again = await read.claimSubjects(after, PAGE_ENTITIES);
  const change = { claims: [], superseded: [], links: [], closedLinks: [], again };
  const { resolve: _, ...derived } = await deriveAffected(change, read);
  const stored = await read.currentStates(derived.states.map(({ id }) => id));
  const before = new Map(stored.map((state) => [state.id, state]));
  const states = derived.states.filter((state) => !isDeepStrictEqual(before.get(state.id), state));
  const changed = states.length + derived.removedStates.length;
  const result = { last: again.at(-1) ?? null, entities: again.length, changed };
  const moved = derived.aliases.length + derived.closedAliases.length + derived.links.length;
  if (changed + moved === 0) return { plan: null, result };
  const version = (await read.dataVersion()) + 1;
  const subject = states[0]?.id ?? derived.removedStates[0] ?? "";
  const audit = {
    id: auditId([String(version), "rederive", subject]),
    at,
    by: "rederive",
    action: "rederive",
    subject,
    reason: `${changed} states recomputed`,
  };
  return { plan: { ...emptyPlan(version, at), ...derived, states, audit: [audit] }, result };
}

/** Recomputes every state from the claims, page by page; writes only what differs, so that a second run writes nothing. */
export async function rederive(store: GraphStore, at: string = new Date().toISOString()): Promise<Rederived> {
  let [after, entities, changed] = ["", 0, 0];
  for (;;) {
    const from = after;
    const page = await store.commitPlan((read) => planPage(from, at, read), {
      idempotencyKey: randomUUID(),
    });
    entities += page.entities;
    changed += page.changed;
    if (page.last === null) return { entities, changed };
    after = page.last;
  }
}
