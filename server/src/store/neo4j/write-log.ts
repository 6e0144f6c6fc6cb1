import type { AuditRow } from "../plan.ts";
import { byKey, writeInBatches } from "./batches.ts";
import type { RunStatement } from "./row.ts";

const WRITE_AUDIT = `
UNWIND $rows AS row
CREATE (entry:AuditEntry)
SET entry = row`;
const WRITE_SETTINGS = `
UNWIND $rows AS row
MERGE (s:Setting {key: row.key})
SET s.value = row.value`;
const WRITE_VERSIONS = `
UNWIND $rows AS row
CREATE (v:Version)
SET v = row`;
const WRITE_COMMITS = `
UNWIND $rows AS row
CREATE (c:Commit)
SET c = row`;
const SET_DATA_VERSION = `
MATCH (v:DataVersion {id: 'data-version'})
SET v.version = $version, v.at = $at`;

export interface VersionRow {
  readonly version: number;
  readonly at: string;
}
/** What a commit answered, by its idempotency key. */
export interface CommitRow {
  readonly key: string;
  readonly version: number;
  /** JSON. */
  readonly result: string;
}

export async function writeAudit(run: RunStatement, audit: readonly AuditRow[]): Promise<void> {
  const rows = byKey(audit, ({ id }) => id).map(({ id, at, by, action, subject, reason }) => ({
    id,
    at,
    by,
    action,
    subject,
    reason,
  }));
  await writeInBatches(run, WRITE_AUDIT, { rows });
}

export async function writeSettings(
  run: RunStatement,
  settings: readonly { readonly key: string; readonly value: string }[],
): Promise<void> {
  const rows = byKey(settings, ({ key }) => key).map(({ key, value }) => ({ key, value }));
  await writeInBatches(run, WRITE_SETTINGS, { rows });
}

/** Adds versions to the log; the last one becomes the newest. */
export async function writeVersions(run: RunStatement, versions: readonly VersionRow[]): Promise<void> {
  const rows = versions.map(({ version, at }) => ({ version: BigInt(version), at }));
  await writeInBatches(run, WRITE_VERSIONS, { rows });
  const newest = rows.at(-1);
  if (newest) await run(SET_DATA_VERSION, newest);
}

export async function writeCommits(run: RunStatement, commits: readonly CommitRow[]): Promise<void> {
  const rows = byKey(commits, ({ key }) => key).map(({ key, version, result }) => ({
    key,
    version: BigInt(version),
    result,
  }));
  await writeInBatches(run, WRITE_COMMITS, { rows });
}
