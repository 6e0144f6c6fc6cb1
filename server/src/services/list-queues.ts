import { claimFamily, parseEntityId, type AgreementState, type SourcedClaim } from "@entente/graph-schema";
import type { GraphStore } from "../store/graph-store.ts";
import { SHOWN_LINK_KINDS, type AuditRow, type LinkRow } from "../store/plan.ts";
import { formatCursor, listKey } from "./cursor.ts";
import type { ClaimPage } from "./list-claims.ts";
import { readPage, type CutPage, type PageArguments } from "./page.ts";
import type { Loaders, Version } from "./read-context.ts";

type Page = Pick<PageArguments, "first" | "after">;

/** A page of a keyset list, with the cursors that lead on from it. */
function keysetPage<T extends { readonly id: string }>(
  { items, hasMore, hasPrevious }: { items: readonly T[]; hasMore: boolean; hasPrevious: boolean },
  list: string,
  keyOf: (item: T) => string,
): CutPage<T> {
  const cursorOf = (item: T | undefined): string | null =>
    item ? formatCursor(list, { missing: 0, key: keyOf(item), id: item.id }) : null;
  const [startCursor, endCursor] = [cursorOf(items[0]), cursorOf(items.at(-1))];
  return {
    nodes: items,
    pageInfo: { hasNextPage: hasMore, hasPreviousPage: hasPrevious, startCursor, endCursor },
  };
}

/** Claims that nobody has judged, the least certain first; of one document or of all. */
export async function listReviewQueue(
  store: GraphStore,
  document: string | null,
  page: Page,
): Promise<ClaimPage> {
  const list = listKey(["review queue", document]);
  const { limit, start } = readPage(list, page);
  const after = start && { confidence: Number(start.key), id: start.id };
  const [found, total] = await Promise.all([
    store.reviewQueue({ ...(document !== null && { document }), limit, after }),
    store.countReviewQueue(document),
  ]);
  const cut = keysetPage<SourcedClaim>({ ...found, hasPrevious: start !== null }, list, ({ confidence }) =>
    String(confidence),
  );
  return { ...cut, total, version: null };
}

/** The newest links are all that people act on. */
const MAX_LINKS = 100;

/** What holds now between an entity, what is merged into it, and other ids; newest first. */
export async function listIdentityLinks(
  { store, loaders }: { readonly store: GraphStore; readonly loaders: Loaders },
  id: string,
): Promise<LinkRow[]> {
  const state = parseEntityId(id) ? await loaders.entities.load({ id, version: null }) : null;
  const ids = [...new Set([id, ...(state ? [state.id, ...state.mergedIds] : [])])];
  const pages = await Promise.all(
    SHOWN_LINK_KINDS.map((kind) => store.links({ kind, ids, version: null, limit: MAX_LINKS, after: null })),
  );
  return pages
    .flatMap(({ items }) => items)
    .sort((a, b) => b.recordedIn - a.recordedIn || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_LINKS);
}

/** Two agreements that may be one. */
export interface DuplicatePair {
  readonly a: AgreementState;
  readonly b: AgreementState;
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface DuplicatePage extends Omit<CutPage<LinkRow>, "nodes"> {
  readonly nodes: readonly DuplicatePair[];
  readonly total: number;
}

/** Open questions of identity, the likeliest first. A pair whose two ends lead to one agreement by now is left out. */
export async function listDuplicates(
  { store, loaders }: { readonly store: GraphStore; readonly loaders: Loaders },
  { version, ...page }: Page & { readonly version: Version },
): Promise<DuplicatePage> {
  const list = listKey(["possible duplicates", version]);
  const { limit, start } = readPage(list, page);
  const after = start && { score: Number(start.key), id: start.id };
  const [found, total] = await Promise.all([
    store.links({ kind: "possibly-same", version, limit, after }),
    store.countLinks("possibly-same", version),
  ]);
  const { nodes: links, pageInfo } = keysetPage<LinkRow>(
    { ...found, hasPrevious: start !== null },
    list,
    ({ score }) => String(score),
  );
  const load = (id: string) => loaders.entities.load({ id, version });
  const pairs = await Promise.all(
    links.map(async ({ a, b, score, reasons }) => {
      const [one, other] = await Promise.all([load(a), load(b)]);
      if (one?.type !== "agreement" || other?.type !== "agreement" || one.id === other.id) return [];
      return [{ a: one, b: other, score, reasons }];
    }),
  );
  return { nodes: pairs.flat(), pageInfo, total };
}

export interface AuditPage extends CutPage<AuditRow> {
  readonly total: number;
}

/** What was done, newest first: to anything, or to one entity, what is merged into it and its claims. */
export async function listAudit(
  { store, loaders }: { readonly store: GraphStore; readonly loaders: Loaders },
  entity: string | null,
  page: Page,
): Promise<AuditPage> {
  const list = listKey(["audit", entity]);
  const { limit, start } = readPage(list, page);
  const after = start && { at: start.key, id: start.id };
  const subjects = entity === null ? null : await subjectsOf({ store, loaders }, entity);
  const [rows, total] = await Promise.all([
    store.auditLog({ ...(subjects && { subjects }), limit: limit + 1, after }),
    store.countAudit(subjects),
  ]);
  const found = { items: rows.slice(0, limit), hasMore: rows.length > limit, hasPrevious: start !== null };
  return { ...keysetPage<AuditRow>(found, list, ({ at }) => at), total };
}

async function subjectsOf(
  { store, loaders }: { readonly store: GraphStore; readonly loaders: Loaders },
  id: string,
): Promise<string[]> {
  const state = parseEntityId(id) ? await loaders.entities.load({ id, version: null }) : null;
  if (!state) return [claimFamily(id)];
  const ids = [...new Set([id, state.id, ...state.mergedIds])];
  const claims = await store.claims({ subjects: ids, version: null });
  return [...ids, ...new Set(claims.map((claim) => claimFamily(claim.id)))];
}
