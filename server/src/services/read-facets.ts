import type { AgreementFilter, Scope } from "../store/filter.ts";
import type { FacetField } from "../store/graph-store.ts";
import type { Reading } from "./count-matching.ts";
import { toEnumWord } from "./enum-words.ts";
import { loadEntities } from "./read-context.ts";

export interface Facet {
  /** As the filter of the same name takes it. */
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** More than any vocabulary has, and than there are blocs. */
const ALL = 1_000;

/** A facet shows what each choice would give, so its own condition does not narrow it; nested ones do. */
const OWN: Readonly<Record<FacetField, readonly (keyof AgreementFilter)[]>> = {
  kind: ["kinds"],
  status: ["statuses"],
  sector: ["sectors"],
  party: ["partiesAny", "partiesAll"],
  bloc: ["membersOf", "betweenBlocs"],
};

const withoutOwn = (filter: AgreementFilter, by: FacetField): AgreementFilter => {
  const rest = Object.entries(filter).filter(([field]) => !OWN[by].some((own) => own === field));
  return {
    ...(Object.fromEntries(rest) as Partial<AgreementFilter>),
    viaOrganizations: filter.viaOrganizations,
  };
};

/** Matching agreements by one of their properties, most first. */
export async function readFacet(
  { store, loaders }: Reading,
  { filter, version }: Scope,
  { by, limit = ALL }: { readonly by: FacetField; readonly limit?: number },
): Promise<Facet[]> {
  const counts = await store.facet({ filter: withoutOwn(filter, by), version }, by, limit);
  if (by === "kind" || by === "status") {
    return counts.map(({ key, count }) => ({ key: toEnumWord(key), label: key.replaceAll("-", " "), count }));
  }
  const states = await loadEntities(
    loaders,
    counts.map(({ key }) => key),
    version,
  );
  const names = new Map(states.map(({ id, name }) => [id, name]));
  return counts.map(({ key, count }) => ({ key, label: names.get(key) ?? key, count }));
}
