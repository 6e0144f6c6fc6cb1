import type { AgreementState, EntityId } from "@entente/graph-schema";
import { loadEntities, type Loaders, type Version } from "./read-context.ts";

/** Amendments of amendments that are followed; a circle of claims ends the walk before. */
const MAX_STEPS = 32;

const before = ({ amends, replaces }: AgreementState): readonly EntityId[] => [...amends, ...replaces];

/**
 * The agreement at which a chain of amendments and replacements begins: step by step to the earliest that it changes,
 * ties by id. Null for an agreement that changes none, and where sources go round in a circle.
 */
export async function findRoot(
  loaders: Loaders,
  state: AgreementState,
  version: Version,
): Promise<AgreementState | null> {
  const seen = new Set<EntityId>([state.id]);
  let at = state;
  for (let step = 0; step < MAX_STEPS; step++) {
    const earlier = (await loadEntities(loaders, before(at), version)).filter(
      (found) => found.type === "agreement",
    );
    const [next] = earlier.sort(
      (a, b) =>
        (a.date?.earliest ?? "9999").localeCompare(b.date?.earliest ?? "9999") || (a.id < b.id ? -1 : 1),
    );
    if (!next) return at === state ? null : at;
    if (seen.has(next.id)) return null;
    seen.add(next.id);
    at = next;
  }
  return at;
}
