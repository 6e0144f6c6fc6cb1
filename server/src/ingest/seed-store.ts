import { randomUUID } from "node:crypto";
import { EXPECTED_DEALS, loadBriefs, type ExpectedDeal, type SeedBrief } from "@entente/seed";
import {
  formatIsoDate,
  referenceId,
  type AgreementState,
  type Claim,
  type EntityId,
} from "@entente/graph-schema";
import type { GraphStore } from "../store/graph-store.ts";
import { ingestArticle } from "./ingest.ts";
import { emptyPlan, type Judge } from "./plan-ingest.ts";

const SEEDER = "seed table";

const partyId = (party: string): EntityId | null => (party.startsWith("org:") ? null : referenceId(party));

/** Of the agreements that have exactly the expected deal's reference parties, the one of its kind, else the first. */
function findExpected(deal: ExpectedDeal, agreements: readonly AgreementState[]): AgreementState | undefined {
  const wanted = deal.parties.flatMap((party) => partyId(party) ?? []);
  const fits = agreements.filter((state) => {
    const found = new Set(
      state.parties.map(({ party }) => party).filter((id) => !id.startsWith("organization:")),
    );
    return found.size === new Set(wanted).size && wanted.every((id) => found.has(id));
  });
  return fits.find(({ kind }) => kind === deal.kind) ?? fits[0];
}

/** True where a claim says just what the table says of the deal. */
function equalsTable({ property, value, validOn }: Claim, deal: ExpectedDeal): boolean {
  if (property === "status" && value.type === "term") {
    return value.term === deal.status && (validOn ? formatIsoDate(validOn) : undefined) === deal.date;
  }
  if (property === "kind" && value.type === "term") return value.term === deal.kind;
  if (property === "sector" && value.type === "term")
    return deal.sectors?.some((sector) => sector === value.term) ?? false;
  if (property === "count" && value.type === "number") return value.number === deal.count;
  if (property === "party" && value.type === "entity")
    return deal.parties.some((party) => partyId(party) === value.entity);
  if (property === "amount" && value.type === "money") {
    return (deal.values ?? []).some(
      ({ amount, currency }) =>
        currency === value.money.currency && Number(amount) === Number(value.money.amount),
    );
  }
  return false;
}

/** Accepts the claims that equal the hand-written table; all others stay proposed like any article's. */
export function judgeByTable(deals: readonly ExpectedDeal[]): Judge {
  return (claims, agreements) => {
    const left = [...agreements];
    const accepted = new Set<string>();
    for (const deal of deals) {
      const found = findExpected(deal, left);
      if (!found) continue;
      left.splice(left.indexOf(found), 1);
      for (const claim of claims) {
        if (claim.subject === found.id && equalsTable(claim, deal)) accepted.add(claim.id);
      }
    }
    return accepted;
  };
}

const SEED_SETTING = "seed";

const markSeed = (store: GraphStore, value: string, at: string): Promise<void> =>
  store.commitPlan(
    async (read) => {
      if ((await read.setting(SEED_SETTING)) === value) return { plan: null, result: undefined };
      const version = (await read.dataVersion()) + 1;
      return {
        plan: { ...emptyPlan(version, at), settings: [{ key: SEED_SETTING, value }] },
        result: undefined,
      };
    },
    { idempotencyKey: randomUUID() },
  );

/** True for a store that holds nothing but reference tables, and for one whose seeding was interrupted. */
export async function needsSeed(store: GraphStore): Promise<boolean> {
  const seeding = await store.commitPlan(
    async (read) => ({ plan: null, result: await read.setting(SEED_SETTING) }),
    { idempotencyKey: randomUUID() },
  );
  if (seeding !== null) return seeding === "started";
  const { items } = await store.documents({ version: null, words: [], limit: 100, after: null });
  return items.every(({ type, publisher }) => type === "dataset" && publisher === "Entente");
}

export interface SeedProgress {
  readonly done: number;
  readonly of: number;
}

/**
 * Ingests the briefs that come with Entente through the same pipeline as any article; a brief that is stored already
 * is left alone. Reports progress after each; returns how many were new.
 */
export async function seedStore(
  store: GraphStore,
  { at, onProgress }: { readonly at?: string; readonly onProgress?: (progress: SeedProgress) => void } = {},
): Promise<number> {
  const briefs = loadBriefs();
  let fresh = 0;
  const moment = (): string => at ?? new Date().toISOString();
  await markSeed(store, "started", moment());
  for (const [i, brief] of briefs.entries()) {
    const judge = judgeByTable(EXPECTED_DEALS.filter((deal) => deal.brief === brief.id));
    const result = await ingestArticle(store, articleOf(brief), {
      ...(at && { at }),
      accept: { by: SEEDER, judge },
    });
    if (!result.duplicate) fresh++;
    onProgress?.({ done: i + 1, of: briefs.length });
  }
  await markSeed(store, "done", moment());
  return fresh;
}

const articleOf = ({
  title,
  text,
  published,
  publisher,
  url,
}: SeedBrief): Parameters<typeof ingestArticle>[1] => ({
  title,
  text,
  published,
  publisher,
  ...(url && { url }),
});
