import type { EntityId } from "@entente/graph-schema";
import type { ProfileRow } from "../plan.ts";
import { listValue, type Row, type Write } from "./connection.ts";
import type { Reader } from "./read-pool.ts";

const LIST = "(SELECT value FROM json_each(?1))";
const BY_KEY = `
SELECT p.* FROM match_profile p WHERE p.id IN (
  SELECT k.id FROM match_key k WHERE k.key IN ${LIST} AND k.document <> ?2
) ORDER BY p.id`;
const BY_ID = `SELECT p.* FROM match_profile p WHERE p.id IN ${LIST} ORDER BY p.id`;
const INSERT = "INSERT INTO match_profile (id, document, keys, profile) VALUES (?, ?, ?, ?)";
const INSERT_KEY = "INSERT INTO match_key (key, document, id) VALUES (?, ?, ?)";
const DELETE = "DELETE FROM match_profile WHERE id = ?";
const DELETE_KEYS = "DELETE FROM match_key WHERE id = ?";

export const toProfileRow = (row: Row): ProfileRow => ({
  id: String(row.id),
  document: String(row.document),
  keys: JSON.parse(String(row.keys)) as string[],
  profile: String(row.profile),
});

export const profilesByKey = async (
  reader: Reader,
  keys: readonly string[],
  except: string,
): Promise<ProfileRow[]> => (await reader.all(BY_KEY, [listValue(keys), except])).map(toProfileRow);

export const profilesOf = async (reader: Reader, ids: readonly EntityId[]): Promise<ProfileRow[]> =>
  (await reader.all(BY_ID, [listValue(ids)])).map(toProfileRow);

export const deleteProfiles = (ids: readonly EntityId[]): Write[] => [
  { sql: DELETE, rows: ids.map((id) => [id]) },
  { sql: DELETE_KEYS, rows: ids.map((id) => [id]) },
];

export const insertProfiles = (rows: readonly ProfileRow[]): Write[] => [
  {
    sql: INSERT,
    rows: rows.map(({ id, document, keys, profile }) => [id, document, JSON.stringify(keys), profile]),
  },
  {
    sql: INSERT_KEY,
    rows: rows.flatMap(({ id, document, keys }) => [...new Set(keys)].map((key) => [key, document, id])),
  },
];
