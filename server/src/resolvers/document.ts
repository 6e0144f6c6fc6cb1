import { listAgreements, NEWEST_FIRST } from "../services/list-agreements.ts";
import { claimsOf } from "../services/list-claims.ts";
import type { PageArguments } from "../services/page.ts";
import type { Loaders, Version } from "../services/read-context.ts";
import { printValue } from "../services/print-value.ts";
import { quoteEvidence } from "../services/quote-evidence.ts";
import { agreementPage, claimPage } from "./connections.ts";
import type { RequestContext } from "./context.ts";
import {
  claimParent,
  documentParent,
  entityOrNull,
  type ClaimParent,
  type DocumentParent,
} from "./parents.ts";

async function requireDocument(
  { loaders }: RequestContext,
  id: string,
  version: Version,
): Promise<DocumentParent> {
  const document = await loaders.documents.load({ id, version });
  if (!document) throw new Error(`${id}: named by another row, but not in the store; run entente check`);
  return documentParent(document, version);
}

async function optionalDocument(
  id: string | null,
  version: Version,
  { loaders }: RequestContext,
): Promise<DocumentParent | null> {
  const document = id === null ? null : await loaders.documents.load({ id, version });
  return document && documentParent(document, version);
}

type Page = Pick<PageArguments, "first" | "after">;

const documentResolver = {
  id: ({ document }: DocumentParent) => document.id,
  title: ({ document }: DocumentParent) => document.title,
  url: ({ document }: DocumentParent) => document.url,
  publisher: ({ document }: DocumentParent) => document.publisher,
  published: ({ document }: DocumentParent) => document.published,
  language: ({ document }: DocumentParent) => document.language,
  sha256: ({ document }: DocumentParent) => document.sha256,
  ingestedAt: ({ document }: DocumentParent) => document.recordedAt,
  text: ({ document }: DocumentParent, _: unknown, { loaders }: RequestContext) =>
    loaders.texts.load(document.id),
  syndicatedFrom: ({ document, version }: DocumentParent, _: unknown, context: RequestContext) =>
    optionalDocument(document.syndicatedFrom, version, context),
  retractedAt: ({ document }: DocumentParent) => document.retractedAt ?? null,
  retractionReason: ({ document }: DocumentParent) => document.retractionReason ?? null,
  revisionOf: ({ document, version }: DocumentParent, _: unknown, context: RequestContext) =>
    optionalDocument(document.revisionOf, version, context),
  claims: async ({ document, version }: DocumentParent, page: Page, { store }: RequestContext) =>
    claimPage(await claimsOf(store, { document: document.id, version }, page)),
  agreements: async ({ document, version }: DocumentParent, page: Page, { store }: RequestContext) => {
    const filter = { viaOrganizations: true, documents: [document.id] };
    return agreementPage(await listAgreements(store, { filter, order: NEWEST_FIRST, version }, page));
  },
};

const claimResolver = {
  id: ({ claim }: ClaimParent) => claim.id,
  subject: ({ claim, version }: ClaimParent, _: unknown, { loaders }: RequestContext) =>
    entityOrNull(loaders, claim.subject, version),
  property: ({ claim }: ClaimParent) => claim.property,
  value: ({ claim }: ClaimParent) => printValue(claim.value),
  object: ({ claim, version }: ClaimParent, _: unknown, { loaders }: RequestContext) =>
    claim.value.type === "entity" ? entityOrNull(loaders, claim.value.entity, version) : null,
  role: ({ claim }: ClaimParent) => (claim.value.type === "entity" ? claim.value.role : null),
  validOn: ({ claim }: ClaimParent) => claim.validOn,
  evidence: ({ claim, version }: ClaimParent) => ({ ...claim, version }),
  confidence: ({ claim }: ClaimParent) => claim.confidence,
  extractor: ({ claim }: ClaimParent) => claim.extractor,
  status: ({ claim }: ClaimParent) => claim.status,
  recordedAt: ({ claim }: ClaimParent) => claim.recordedAt,
  recordedIn: ({ claim }: ClaimParent) => claim.recordedIn,
  supersededIn: ({ claim }: ClaimParent) => claim.supersededIn,
  reviewedBy: ({ claim }: ClaimParent) => claim.reviewedBy,
  reviewedAt: ({ claim }: ClaimParent) => claim.reviewedAt,
  note: ({ claim }: ClaimParent) => claim.note ?? null,
  correctionOf: ({ claim, version }: ClaimParent, _: unknown, { loaders }: RequestContext) =>
    claim.correctionOf === undefined ? null : claimOrNull(loaders, claim.correctionOf, version),
};

async function claimOrNull(loaders: Loaders, id: string, version: Version): Promise<ClaimParent | null> {
  const claim = await loaders.reviewed.load({ id, version });
  return claim && claimParent(claim, version);
}

type EvidenceParent = ClaimParent["claim"] & { readonly version: Version };

const evidenceResolver = {
  document: ({ document, version }: EvidenceParent, _: unknown, context: RequestContext) =>
    requireDocument(context, document, version),
  quote: ({ document, evidence }: EvidenceParent, _: unknown, context: RequestContext) =>
    quoteEvidence(context, document, evidence),
  start: ({ evidence }: EvidenceParent) => ("start" in evidence ? evidence.start : null),
  end: ({ evidence }: EvidenceParent) => ("start" in evidence ? evidence.end : null),
  row: ({ evidence }: EvidenceParent) => ("row" in evidence ? evidence.row : null),
  columns: ({ evidence }: EvidenceParent) => ("row" in evidence ? evidence.columns : null),
};

export const documentResolvers = {
  Document: documentResolver,
  Claim: claimResolver,
  Evidence: evidenceResolver,
};
