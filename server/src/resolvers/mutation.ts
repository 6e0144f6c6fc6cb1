import { InvalidInputError } from "../errors.ts";
import { ingestDocument, type IngestDocumentInput } from "../services/ingest-document.ts";
import { requireRole } from "../services/role.ts";
import type { RequestContext } from "./context.ts";
import { curationResolvers } from "./curation.ts";
import { claimParent, documentParent, entityParent } from "./parents.ts";

const FAILED = { document: null, duplicate: false, agreements: [], claims: [] } as const;

async function ingest(
  _: unknown,
  { input }: { readonly input: IngestDocumentInput },
  { store, loaders, viewer, fetchSource, noteWrite }: RequestContext,
): Promise<unknown> {
  requireRole(viewer, "CONTRIBUTOR");
  try {
    const { document, duplicate, agreements, claims } = await ingestDocument(
      { store, loaders, fetchSource },
      input,
    );
    if (!input.dryRun) await noteWrite();
    return {
      document: documentParent(document, null),
      duplicate,
      agreements: agreements.map((state) => entityParent(state, null)),
      claims: claims.map((claim) => claimParent(claim, null)),
      errors: [],
    };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { ...FAILED, errors: [{ code: error.code, message: error.message, path: error.path }] };
  }
}

export const mutationResolvers = { Mutation: { ingestDocument: ingest, ...curationResolvers } };
