import type { EntityId } from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { Drawn } from "./subgraph.ts";
import { loadEntities, type Loaders, type Version } from "./read-context.ts";
import { buildTimeline, type Bucket, type Timeline } from "./timeline.ts";

/** Umbrellas of umbrellas that are followed outside the matching agreements. */
const MAX_STEPS = 5;

/** Matching agreements by date, with the sums that count. */
export async function readTimeline(
  { store, loaders }: { readonly store: GraphStore; readonly loaders: Loaders },
  drawn: Drawn,
  { bucket, currency }: { readonly bucket: Bucket; readonly currency: string },
): Promise<Timeline & { readonly currency: string }> {
  if (currency !== "USD") {
    throw new InvalidInputError(
      `currency: got "${currency}", expected "USD": no exchange rates are there yet (NO_RATE)`,
      ["currency"],
    );
  }
  const matching = await store.countables(drawn);
  const known = new Set(matching.map(({ id }) => id));
  const outside = matching.flatMap(({ partOf }) => partOf).filter((id) => !known.has(id));
  const umbrellas = await followUmbrellas(loaders, outside, drawn.version);
  return { ...buildTimeline(matching, { bucket, umbrellas }), currency };
}

async function followUmbrellas(
  loaders: Loaders,
  ids: readonly EntityId[],
  version: Version,
): Promise<ReadonlyMap<EntityId, readonly EntityId[]>> {
  const umbrellas = new Map<EntityId, readonly EntityId[]>();
  let open = [...new Set(ids)];
  for (let step = 0; step < MAX_STEPS && open.length > 0; step++) {
    for (const state of await loadEntities(loaders, open, version)) {
      if (state.type === "agreement") umbrellas.set(state.id, state.partOf);
    }
    open = [...new Set(open.flatMap((id) => umbrellas.get(id) ?? []))].filter((id) => !umbrellas.has(id));
  }
  return umbrellas;
}
