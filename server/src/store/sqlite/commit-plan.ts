import { EntenteError } from "../../errors.ts";
import type { CommitOptions, Planner } from "../graph-store.ts";
import type { Plan } from "../plan.ts";
import type { Connection } from "./connection.ts";
import { currentVersion } from "./data-version.ts";
import { planningReader } from "./planning-reader.ts";
import { insertKeys } from "./row-writes.ts";
import { inTransaction } from "./transaction.ts";
import { writePlan } from "./write-plan.ts";

const STORED_RESULT = "SELECT result FROM idempotency WHERE key = ?";

type Planned<T> = Awaited<ReturnType<Planner<T>>> & { readonly basedOn: number };
type Stored<T> = { readonly result: T } | null;

/**
 * Plans on a snapshot, then commits under the write lock; plans again inside when another process wrote meanwhile.
 * Needs the connection to itself: writers of one process take turns.
 */
export async function commitPlan<T>(
  connection: Connection,
  planner: Planner<T>,
  { idempotencyKey }: CommitOptions,
): Promise<T> {
  const first = await inTransaction(connection, "DEFERRED", async () => {
    const stored = await storedResult<T>(connection, idempotencyKey);
    return stored ? { stored } : { planned: await plan(connection, planner) };
  });
  if ("stored" in first) return first.stored.result;
  if (first.planned.plan === null) return first.planned.result;
  return inTransaction(connection, "IMMEDIATE", async () => {
    const stored = await storedResult<T>(connection, idempotencyKey);
    if (stored) return stored.result;
    const version = await currentVersion(connection);
    const planned = version === first.planned.basedOn ? first.planned : await plan(connection, planner);
    if (planned.plan === null) return planned.result;
    await write(connection, planned.plan, version);
    const result = JSON.stringify(planned.result ?? null);
    await connection.write([insertKeys([{ key: idempotencyKey, version: planned.plan.version, result }])]);
    return planned.result;
  });
}

async function plan<T>(connection: Connection, planner: Planner<T>): Promise<Planned<T>> {
  const basedOn = await currentVersion(connection);
  return { ...(await planner(planningReader(connection))), basedOn };
}

async function storedResult<T>(connection: Connection, key: string): Promise<Stored<T>> {
  const [row] = await connection.all(STORED_RESULT, [key]);
  return row ? { result: JSON.parse(String(row.result)) as T } : null;
}

async function write(connection: Connection, planned: Plan, version: number): Promise<void> {
  if (planned.version !== version + 1) {
    throw new EntenteError(
      "INVALID_PLAN",
      `plan.version: got ${planned.version}, expected ${version + 1}, one above the store's`,
    );
  }
  await writePlan(connection, planned);
}
