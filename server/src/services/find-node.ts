import { findBloc, findCountry, isClaimId, isDocumentId, parseEntityId } from "@entente/graph-schema";
import type { DocumentState, EntityState, SourcedClaim } from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import type { Loaders, Version } from "./read-context.ts";

export type Found =
  | { readonly type: "entity"; readonly state: EntityState }
  | { readonly type: "claim"; readonly claim: SourcedClaim }
  | { readonly type: "document"; readonly document: DocumentState };

/** Anything by its id; null for an unknown one. Rejects what cannot be an id at all. */
export async function findNode(loaders: Loaders, id: string, version: Version): Promise<Found | null> {
  if (parseEntityId(id)) {
    const state = await loaders.entities.load({ id, version });
    return state && { type: "entity", state };
  }
  if (isDocumentId(id)) {
    const document = await loaders.documents.load({ id, version });
    return document && { type: "document", document };
  }
  if (isClaimId(id)) {
    const claim = await loaders.reviewed.load({ id, version });
    return claim && { type: "claim", claim };
  }
  throw new InvalidInputError(
    `id: got "${id.slice(0, 80)}", expected an id such as country:KAZ, agreement:…, document:… or claim:…`,
    ["id"],
  );
}

/** Id of a country by its alpha-2 or alpha-3 code; null for a code that nobody has. */
export function countryIdOf(iso: string): string | null {
  if (!/^[A-Za-z]{2,3}$/.test(iso)) {
    throw new InvalidInputError(`iso: got "${iso.slice(0, 40)}", expected a code such as "KZ" or "KAZ"`, [
      "iso",
    ]);
  }
  const row = findCountry(iso);
  return row ? `country:${row.iso3}` : null;
}

/** Id of a bloc by its acronym, in any case; null for one that nobody has. */
export function blocIdOf(acronym: string): string | null {
  const row = findBloc(acronym);
  return row ? `bloc:${row.acronym}` : null;
}
