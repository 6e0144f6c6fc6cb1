import type { DocumentState } from "@entente/graph-schema";
import type { CommitOptions, Planner } from "../graph-store.ts";
import type { Plan } from "../plan.ts";
import { forgetStates, readCurrentStates, writeFormerStates } from "./close-states.ts";
import type { Connection } from "./connection.ts";
import { versionNumber } from "./log.ts";
import { erase } from "./erase.ts";
import { deleteProfiles, writeProfiles } from "./profiles.ts";
import { planningReader } from "./planning-reader.ts";
import { readJson, readNumber, readText, type RunStatement } from "./row.ts";
import { closeAliases, writeAliases } from "./write-aliases.ts";
import { closeLinks, writeLinks } from "./write-links.ts";
import { supersedeClaims, writeClaims } from "./write-claims.ts";
import { writeDocuments, writeFormerDocuments, writeRecords, writeTexts } from "./write-documents.ts";
import { writeAudit, writeCommits, writeSettings, writeVersions } from "./write-log.ts";
import { closeMemberships, writeMemberships } from "./write-memberships.ts";
import { writeStates } from "./write-states.ts";

/** Whoever has written to this node is the only writer until its transaction ends. */
const TAKE_LOCK = `
MATCH (v:DataVersion {id: 'data-version'})
SET v.lock = v.lock + 1
RETURN v.version AS version`;
const STORED_RESULT = "MATCH (c:Commit {key: $key}) RETURN c.result AS result";
const CURRENT_DOCUMENTS = `
MATCH (d:Document)
WHERE d.id IN $ids AND d.state IS NOT NULL
RETURN d.state AS state, d.knownFrom AS knownFrom`;

async function changeDocuments(run: RunStatement, { documents, version }: Plan): Promise<void> {
  if (documents.length === 0) return;
  const rows = await run(CURRENT_DOCUMENTS, { ids: documents.map(({ id }) => id) });
  const former = rows.map((row) => ({
    document: readJson<DocumentState>(row, "state"),
    knownFrom: readNumber(row, "knownFrom"),
    knownTo: version,
  }));
  await writeFormerDocuments(run, former);
  await writeDocuments(
    run,
    documents.map((document) => ({ document, knownFrom: version })),
  );
}

async function changeStates(run: RunStatement, { states, removedStates, version }: Plan): Promise<void> {
  const before = await readCurrentStates(run, [...states.map(({ id }) => id), ...removedStates]);
  const closed = [...before.values()];
  await writeFormerStates(
    run,
    closed.map((former) => ({ ...former, knownTo: version })),
  );
  const removed = removedStates.flatMap((id) => before.get(id)?.state ?? []);
  await forgetStates(run, removed);
  await writeStates(
    run,
    states.map((state) => ({ state, knownFrom: version, before: before.get(state.id)?.state ?? null })),
  );
}

async function writePlan(run: RunStatement, plan: Plan): Promise<void> {
  const { version } = plan;
  const known = { knownFrom: version, knownTo: null };
  await changeDocuments(run, plan);
  await writeTexts(run, plan.texts);
  await writeRecords(run, plan.records);
  await supersedeClaims(run, { ids: plan.supersededClaims, version });
  await writeClaims(run, plan.claims);
  await changeStates(run, plan);
  await closeMemberships(run, { memberships: plan.memberships, version });
  await writeMemberships(
    run,
    plan.memberships.map((membership) => ({ membership, ...known })),
  );
  await closeAliases(run, {
    ids: [...plan.aliases.map(({ from }) => from), ...plan.closedAliases],
    version,
  });
  await writeAliases(
    run,
    plan.aliases.map((alias) => ({ alias, ...known })),
  );
  await closeLinks(run, { ids: plan.closedLinks, version });
  await writeLinks(
    run,
    plan.links.map((link) => ({ link, ...known })),
  );
  await deleteProfiles(run, [...plan.removedProfiles, ...plan.profiles.map(({ id }) => id)]);
  await writeProfiles(run, plan.profiles);
  if (plan.erased) await erase(run, plan.erased);
  await writeAudit(run, plan.audit);
  await writeSettings(run, plan.settings);
  await writeVersions(run, [{ version, at: plan.at }]);
}

async function storedResult<T>(run: RunStatement, key: string): Promise<{ readonly result: T } | null> {
  const [row] = await run(STORED_RESULT, { key });
  return row ? { result: JSON.parse(readText(row, "result")) as T } : null;
}

async function takeLock(run: RunStatement): Promise<number> {
  const [row] = await run(TAKE_LOCK);
  if (!row) throw new Error("the data version's node is missing: migrations did not run");
  return readNumber(row, "version");
}

/**
 * Plans on what is stored now, then commits in one transaction under the version lock. If a version was committed
 * since, the planner runs again inside the transaction, where nothing can move any more.
 */
export async function commitPlan<T>(
  { read, transact }: Pick<Connection, "read" | "transact">,
  planner: Planner<T>,
  { idempotencyKey: key }: CommitOptions,
): Promise<T> {
  const done = await storedResult<T>(read, key);
  if (done) return done.result;
  const basedOn = await versionNumber(read);
  const first = await planner(planningReader(read));
  if (first.plan === null && (await versionNumber(read)) === basedOn) return first.result;
  return transact(async (run) => {
    const version = await takeLock(run);
    // The driver may run this twice when the connection broke at the commit: the first may have been stored.
    const stored = await storedResult<T>(run, key);
    if (stored) return stored.result;
    const { plan, result } = version === basedOn ? first : await planner(planningReader(run));
    if (plan === null) return result;
    if (plan.version !== version + 1) {
      throw new Error(`plan: got version ${plan.version}, expected ${version + 1}`);
    }
    await writePlan(run, plan);
    await writeCommits(run, [{ key, version: plan.version, result: JSON.stringify(result) }]);
    return result;
  });
}
