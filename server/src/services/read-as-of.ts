import { InvalidInputError } from "../errors.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { Version } from "./read-context.ts";

export interface AsOfInput {
  readonly version?: number | null;
  readonly knownOn?: string | null;
}

/** The data version that an `asOf` means; null for the newest, also where it is asked for by its number. */
export async function readAsOf(store: GraphStore, asOf: AsOfInput | null | undefined): Promise<Version> {
  if (asOf == null) return null;
  if (asOf.knownOn != null) return await store.versionAt(new Date(asOf.knownOn).toISOString());
  const version = asOf.version ?? 0;
  const newest = (await store.dataVersion()).version;
  if (version < 0 || version > newest) {
    throw new InvalidInputError(`asOf.version: got ${version}, expected 0 to ${newest}`, ["asOf", "version"]);
  }
  return version;
}
