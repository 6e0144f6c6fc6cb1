import type { EntityId } from "@entente/graph-schema";
import type { AgreementFilter } from "../store/filter.ts";
import {
  readAgreements,
  readEntities,
  type ExportedEntity,
  type ExportedRelation,
  type ExportSource,
} from "./read-facts.ts";

/** One step through an exported graph. */
export interface Walked {
  readonly entity: ExportedEntity;
  /** Whether it is one of the agreements that were asked for, not only named by one. */
  readonly isMatching: boolean;
}

/** An agreement that is only named stands alone: its parties are not part of the export. */
export const walkedRelations = ({ entity, isMatching }: Walked): readonly ExportedRelation[] =>
  entity.state.type === "agreement" && !isMatching ? [] : entity.relations;

/**
 * The matching agreements, then what they name (organizations, people, events, countries, sectors, umbrella
 * agreements), then what these name, each once. Only ids are remembered on the way.
 */
export async function* walkGraph(source: ExportSource, filter: AgreementFilter): AsyncGenerator<Walked> {
  const seen = new Set<EntityId>();
  let next = new Set<EntityId>();
  const follow = (walked: Walked): Walked => {
    for (const { from, to } of walkedRelations(walked)) next.add(from).add(to);
    return walked;
  };
  for await (const entity of readAgreements(source, filter)) {
    seen.add(entity.state.id);
    yield follow({ entity, isMatching: true });
  }
  for (;;) {
    const ids = [...next].filter((id) => !seen.has(id));
    if (ids.length === 0) return;
    next = new Set();
    for (const id of ids) seen.add(id);
    for await (const entity of readEntities(source, ids)) yield follow({ entity, isMatching: false });
  }
}
