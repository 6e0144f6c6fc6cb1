import type { IdentityResult } from "../identity/plan-merge.ts";
import { InvalidInputError, NotFoundError, StaleError } from "../errors.ts";
import {
  markNotSame,
  mergeEntities,
  retractDocument,
  reviewClaim,
  undoMerge,
  undoReview,
  unmarkNotSame,
  type Curating,
  type MergeEntitiesInput,
  type PairInput,
  type Reasoned,
  type ReviewClaimInput,
} from "../services/curate.ts";
import { listAudit, listDuplicates, listIdentityLinks, listReviewQueue } from "../services/list-queues.ts";
import type { PageArguments } from "../services/page.ts";
import { readAsOf, type AsOfInput } from "../services/read-as-of.ts";
import { requireRole } from "../services/role.ts";
import { isAutomatic, type AuditRow, type LinkRow } from "../store/plan.ts";
import { claimPage } from "./connections.ts";
import type { RequestContext } from "./context.ts";
import { claimParent, documentParent, entityParent, type NodeParent } from "./parents.ts";
import { readNode } from "./read-node.ts";

export interface ErrorParent {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly current?: NodeParent | null;
}

/** Expected failures go into the payload; anything else is a fault and stays one. */
async function asError(error: unknown, context: RequestContext): Promise<ErrorParent> {
  if (error instanceof StaleError) {
    const { code, message, path, current } = error;
    return { code, message, path, current: await readNode(context, current, null) };
  }
  if (!(error instanceof InvalidInputError) && !(error instanceof NotFoundError)) throw error;
  const { code, message, path } = error;
  return { code, message, path };
}

/** Runs one act of a reviewer: checks the role, tells the server of the new version, and answers errors in the payload. */
function reviewing<A, T extends object>(
  work: (curating: Curating, args: A) => Promise<T>,
  empty: T,
): (
  _: unknown,
  args: A,
  context: RequestContext,
) => Promise<T & { readonly errors: readonly ErrorParent[] }> {
  return async (_, args, context) => {
    requireRole(context.viewer, "REVIEWER");
    try {
      const payload = await work(context, args);
      await context.noteWrite();
      return { ...payload, errors: [] };
    } catch (error) {
      return { ...empty, errors: [await asError(error, context)] };
    }
  };
}

export interface ClaimPayload {
  readonly claim: NodeParent | null;
}
export interface IdentityPayload {
  readonly entity: NodeParent | null;
  readonly mergeId: string | null;
  readonly claims: number;
  readonly stayedWithSurvivor: readonly NodeParent[];
}
export interface RetractionPayload {
  readonly document: NodeParent | null;
  readonly retractedClaims: number;
}

const NO_CLAIM: ClaimPayload = { claim: null };
const NO_IDENTITY: IdentityPayload = { entity: null, mergeId: null, claims: 0, stayedWithSurvivor: [] };
const NO_RETRACTION: RetractionPayload = { document: null, retractedClaims: 0 };

const identityPayload = ({
  entity,
  mergeId,
  claims,
  stayedWithSurvivor,
}: IdentityResult): IdentityPayload => ({
  entity: entity && entityParent(entity, null),
  mergeId,
  claims,
  stayedWithSurvivor: stayedWithSurvivor.map((claim) => claimParent(claim, null)),
});

type Page = Pick<PageArguments, "first" | "after">;

export const curationResolvers = {
  reviewClaim: reviewing(
    async (curating, { input }: { readonly input: ReviewClaimInput }): Promise<ClaimPayload> => ({
      claim: claimParent((await reviewClaim(curating, input)).claim, null),
    }),
    NO_CLAIM,
  ),
  undoReview: reviewing(
    async (curating, args: Reasoned & { readonly claim: string }): Promise<ClaimPayload> => ({
      claim: claimParent((await undoReview(curating, args)).claim, null),
    }),
    NO_CLAIM,
  ),
  retractDocument: reviewing(
    async (curating, args: Reasoned & { readonly id: string }): Promise<RetractionPayload> => {
      const { document, retractedClaims } = await retractDocument(curating, args);
      return { document: documentParent(document, null), retractedClaims };
    },
    NO_RETRACTION,
  ),
  mergeEntities: reviewing(
    async (curating, { input }: { readonly input: MergeEntitiesInput }) =>
      identityPayload(await mergeEntities(curating, input)),
    NO_IDENTITY,
  ),
  undoMerge: reviewing(
    async (curating, args: Reasoned & { readonly mergeId: string }) =>
      identityPayload(await undoMerge(curating, args)),
    NO_IDENTITY,
  ),
  markNotSame: reviewing(
    async (curating, args: PairInput) => identityPayload(await markNotSame(curating, args)),
    NO_IDENTITY,
  ),
  unmarkNotSame: reviewing(
    async (curating, args: PairInput) => identityPayload(await unmarkNotSame(curating, args)),
    NO_IDENTITY,
  ),
};

/** What waits for a person, and what people did. */
export const queueResolvers = {
  reviewQueue: async (
    _: unknown,
    { document, ...page }: Page & { readonly document?: string | null },
    { store }: RequestContext,
  ) => claimPage(await listReviewQueue(store, document ?? null, page)),
  possibleDuplicates: async (
    _: unknown,
    { asOf, ...page }: Page & { readonly asOf?: AsOfInput | null },
    context: RequestContext,
  ) => {
    const version = await readAsOf(context.store, asOf);
    const { nodes, pageInfo, total } = await listDuplicates(context, { ...page, version });
    return {
      nodes: nodes.map(({ a, b, ...rest }) => ({
        ...rest,
        a: entityParent(a, version),
        b: entityParent(b, version),
      })),
      pageInfo,
      count: { value: total, exact: true },
    };
  },
  identityLinks: async (_: unknown, { id }: { readonly id: string }, context: RequestContext) =>
    await listIdentityLinks(context, id),
  recorded: async (_: unknown, { asOf }: { readonly asOf: AsOfInput }, { store }: RequestContext) => {
    const version = (await readAsOf(store, asOf)) ?? (await store.dataVersion()).version;
    return { version, at: await store.momentOf(version) };
  },
  auditLog: async (
    _: unknown,
    { entity, ...page }: Page & { readonly entity?: string | null },
    context: RequestContext,
  ) => {
    requireRole(context.viewer, "ADMIN");
    const { nodes, pageInfo, total } = await listAudit(context, entity ?? null, page);
    return { nodes, pageInfo, count: { value: total, exact: true } };
  },
};

export const auditResolvers = {
  IdentityLink: { isAutomatic: (link: LinkRow) => isAutomatic(link), at: (link: LinkRow) => link.recordedAt },
  AuditEntry: {
    subject: async ({ subject }: AuditRow, _: unknown, context: RequestContext) =>
      await readNode(context, subject, null),
  },
};
