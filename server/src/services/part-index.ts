import type { EntityId } from "@entente/graph-schema";
import { EVERYTHING } from "../store/filter.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { Version } from "./read-context.ts";

type Parts = ReadonlyMap<EntityId, readonly EntityId[]>;

/** Data versions whose parts are kept. */
const MAX_KEPT = 4;

/**
 * Which agreements are part of which, read once for a data version: the port answers what an agreement is part of,
 * not what is part of it, and few are part of anything.
 */
export class PartIndex {
  readonly #kept = new Map<number, Promise<Parts>>();

  async partsOf(store: GraphStore, umbrella: EntityId, asked: Version): Promise<readonly EntityId[]> {
    const version = asked ?? (await store.dataVersion()).version;
    const reading = this.#kept.get(version) ?? readParts(store, asked);
    this.#kept.set(version, reading);
    reading.catch(() => this.#kept.delete(version));
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return (await reading).get(umbrella) ?? [];
  }
}

async function readParts(store: GraphStore, version: Version): Promise<Parts> {
  const parts = new Map<EntityId, EntityId[]>();
  for (const { id, partOf } of await store.countables({ filter: EVERYTHING, version })) {
    for (const umbrella of partOf) {
      const known = parts.get(umbrella);
      if (known) known.push(id);
      else parts.set(umbrella, [id]);
    }
  }
  return parts;
}
