import { EMPTY_STORE_MOMENT, type DataVersion } from "../graph-store.ts";
import type { Reader } from "./read-pool.ts";
import { OPEN } from "./versions.ts";

const NEWEST = "SELECT version, at FROM data_version ORDER BY version DESC LIMIT 1";
const AT_MOMENT = "SELECT coalesce(max(version), 0) AS version FROM data_version WHERE at <= ?";
const MOMENT_OF = "SELECT at FROM data_version WHERE version = ?";
const COUNTS = `
SELECT
  (SELECT version FROM data_version ORDER BY version DESC LIMIT 1) AS version,
  (SELECT at FROM data_version ORDER BY version DESC LIMIT 1) AS at,
  (SELECT count(*) FROM agreement_state WHERE known_to = ${OPEN}) AS agreements,
  (SELECT count(*) FROM entity_state WHERE known_to = ${OPEN}) AS entities,
  (SELECT count(*) FROM claim WHERE superseded_in = ${OPEN}) AS claims,
  (SELECT count(*) FROM document WHERE known_to = ${OPEN}) AS documents`;

export async function currentVersion(reader: Reader): Promise<number> {
  const [row] = await reader.all(NEWEST);
  return Number(row?.version ?? 0);
}

export async function versionAt(reader: Reader, moment: string): Promise<number> {
  const [row] = await reader.all(AT_MOMENT, [moment]);
  return Number(row?.version ?? 0);
}

export async function momentOf(reader: Reader, version: number): Promise<string> {
  const [row] = await reader.all(MOMENT_OF, [version]);
  return String(row?.at ?? EMPTY_STORE_MOMENT);
}

/** Counting a large store takes milliseconds and is asked each second, so it is done once a version. */
export function createDataVersionReader(reader: Reader): () => Promise<DataVersion> {
  let known: DataVersion | null = null;
  return async () => {
    const version = await currentVersion(reader);
    if (known?.version === version) return known;
    const [row] = await reader.all(COUNTS);
    known = {
      version: Number(row?.version ?? 0),
      at: String(row?.at ?? EMPTY_STORE_MOMENT),
      agreements: Number(row?.agreements),
      entities: Number(row?.entities),
      claims: Number(row?.claims),
      documents: Number(row?.documents),
    };
    return known;
  };
}
