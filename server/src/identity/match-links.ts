import { parseEntityId, type EntityId } from "@entente/graph-schema";
import { isAutomatic, type LinkRow } from "../store/plan.ts";
import { MERGE_SCORE } from "./match-thresholds.ts";
import { pairKey } from "./pair.ts";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A link by which two ids may hang together, whether or not it holds now. */
export const mayJoin = (link: LinkRow): boolean =>
  isAutomatic(link) ? link.score >= MERGE_SCORE : link.kind === "same";

/** Matches by score, ties by their ids; never by when they came. */
export const byStrength = (a: LinkRow, b: LinkRow): number =>
  b.score - a.score || compare(pairKey(a), pairKey(b)) || compare(a.id, b.id);

/** Compared two by two; organizations and people hang on a star instead. */
export const isCompared = (id: EntityId): boolean =>
  ["agreement", "event"].includes(parseEntityId(id)?.type ?? "");
