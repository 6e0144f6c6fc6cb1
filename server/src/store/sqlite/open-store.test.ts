import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { StoreDamagedError, StoreUnavailableError } from "../../errors.ts";
import type { GraphStore } from "../graph-store.ts";
import { backupEmbeddedStore, restoreEmbeddedStore } from "./backup.ts";
import { openLocalConnection } from "./local-connection.ts";
import { openEmbeddedStore } from "./open-store.ts";

let folder = "";
let file = "";
const opened: GraphStore[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-embedded-"));
  file = join(folder, "entente.sqlite");
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true });
});

async function open(
  options: { readonly readonly?: boolean; readonly folder?: string } = {},
): Promise<GraphStore> {
  const store = await openEmbeddedStore({ folder, ...options });
  opened.push(store);
  return store;
}

/** libsql lets go of a closed file once its statements are collected; in a server a worker's end does that. */
function letGo(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

const keep = (store: GraphStore, value: string): Promise<void> =>
  store.commitPlan(
    async (read) => {
      const none = { documents: [], texts: [], records: [], claims: [], supersededClaims: [], states: [] };
      const settings = [{ key: "kept", value }];
      const version = (await read.dataVersion()) + 1;
      const at = "2026-01-01T00:00:00.000Z";
      const plan = {
        ...none,
        removedStates: [],
        memberships: [],
        aliases: [],
        closedAliases: [],
        links: [],
        closedLinks: [],
        profiles: [],
        removedProfiles: [],
        audit: [],
        settings,
        version,
        at,
      };
      return { plan, result: undefined };
    },
    { idempotencyKey: value },
  );
const kept = (store: GraphStore): Promise<string | null> =>
  store.commitPlan(async (read) => ({ plan: null, result: await read.setting("kept") }), {
    idempotencyKey: "read",
  });

describe("opening", () => {
  test("makes the folder, and finds everything again", async () => {
    const deep = { folder: join(folder, "a", "b") };
    const store = await open(deep);
    await keep(store, "one");
    await store.close();
    expect(await kept(await open(deep))).toBe("one");
  });

  test("closing leaves no write-ahead log behind", async () => {
    const store = await open();
    await keep(store, "one");
    await store.close();
    await store.close();
    expect(existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`).length : 0).toBe(0);
    await expect(store.dataVersion()).rejects.toThrow();
  });

  test("where a file stands in the folder's place says so", async () => {
    writeFileSync(join(folder, "taken"), "");
    const opening = openEmbeddedStore({ folder: join(folder, "taken") });
    await expect(opening).rejects.toThrow(StoreUnavailableError);
    await expect(opening).rejects.toThrow(/ENTENTE_DATA/);
  });

  test("a file that is no database says how to bring back a backup", async () => {
    writeFileSync(file, "no database at all ".repeat(1000));
    const opening = openEmbeddedStore({ folder });
    await expect(opening).rejects.toThrow(StoreDamagedError);
    await expect(opening).rejects.toThrow(/entente restore/);
  });

  test("a truncated file is damaged", async () => {
    const store = await open();
    await keep(store, "x".repeat(100_000));
    await store.close();
    truncateSync(file, readFileSync(file).length - 50_000);
    await expect(openEmbeddedStore({ folder })).rejects.toThrow(StoreDamagedError);
  });

  test("pages that were overwritten are damaged", async () => {
    const store = await open();
    await keep(store, "x".repeat(100_000));
    await store.close();
    const bytes = readFileSync(file);
    bytes.fill(0xab, 8192, 60_000);
    writeFileSync(file, bytes);
    await expect(openEmbeddedStore({ folder })).rejects.toThrow(StoreDamagedError);
  });
});

describe("read-only", () => {
  test("needs a store, and never makes one", async () => {
    await expect(openEmbeddedStore({ folder, readonly: true })).rejects.toThrow(/no store at/);
    expect(existsSync(file)).toBe(false);
  });

  test("sees what another program writes, and writes nothing", async () => {
    const writer = await open();
    await keep(writer, "one");
    const reader = await open({ readonly: true });
    await keep(writer, "two");
    expect((await reader.dataVersion()).version).toBe(2);
    await expect(keep(reader, "three")).rejects.toThrow(/cannot be written/);
    expect(await kept(writer)).toBe("two");
  });
});

describe("writing", () => {
  test("waits for another writer, then says who is in the way", async () => {
    const store = await open();
    const other = await openLocalConnection({ file });
    await other.exec("BEGIN IMMEDIATE");
    await expect(keep(store, "blocked")).rejects.toThrow(/Another process is writing/);
    await other.exec("ROLLBACK");
    await other.close();
    await keep(store, "free");
    expect(await kept(store)).toBe("free");
  }, 20_000);

  test("a full disk stores nothing and keeps the store usable", async () => {
    const store = await open();
    await keep(store, "small");
    await store.close();
    const connection = await openLocalConnection({ file, writer: true });
    const [{ page_count: pages } = {}] = await connection.all("PRAGMA page_count");
    await connection.exec(`PRAGMA max_page_count = ${Number(pages)}`);
    await connection.exec("BEGIN IMMEDIATE");
    const row = ["large", "x".repeat(1_000_000)];
    const writing = connection.write([
      { sql: "INSERT INTO setting (key, value) VALUES (?, ?)", rows: [row] },
    ]);
    await expect(writing).rejects.toThrow(/disk of .* is full; nothing/);
    await connection.close();
    expect(await kept(await open())).toBe("small");
  });
});

test("a statement that runs too long is interrupted, and the connection goes on", async () => {
  await (await open()).close();
  const connection = await openLocalConnection({ file, deadlineMs: 200 });
  const endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  await expect(connection.all(endless)).rejects.toThrow(/did not answer within 0.2 s/);
  expect(await connection.all("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await connection.close();
});

describe("backup and restore", () => {
  test("a backup of a store in use brings back what it held", async () => {
    const backup = join(folder, "backups", "monday.sqlite");
    const store = await open();
    await keep(store, "monday");
    expect(await backupEmbeddedStore(folder, backup)).toMatchObject({ version: 1 });
    await keep(store, "tuesday");
    await store.close();
    letGo();
    expect(await restoreEmbeddedStore(backup, folder)).toMatchObject({ version: 1 });
    expect(await kept(await open())).toBe("monday");
  });

  test("a backup is never overwritten", async () => {
    await (await open()).close();
    const backup = join(folder, "backup.sqlite");
    writeFileSync(backup, "precious");
    await expect(backupEmbeddedStore(folder, backup)).rejects.toThrow(/exists already/);
    expect(readFileSync(backup, "utf8")).toBe("precious");
  });

  test("a damaged backup leaves the store alone", async () => {
    const store = await open();
    await keep(store, "mine");
    await store.close();
    const backup = join(folder, "broken.sqlite");
    writeFileSync(backup, "not a store ".repeat(1000));
    await expect(restoreEmbeddedStore(backup, folder)).rejects.toThrow(StoreDamagedError);
    expect(await kept(await open())).toBe("mine");
  });

  test("a store in use is not replaced", async () => {
    const backup = join(folder, "backup.sqlite");
    const store = await open();
    await keep(store, "mine");
    await backupEmbeddedStore(folder, backup);
    await keep(store, "newer");
    await expect(restoreEmbeddedStore(backup, folder)).rejects.toThrow(/in use/);
    expect(await kept(store)).toBe("newer");
  });

  test("a damaged store is replaced by a backup", async () => {
    const backup = join(folder, "backup.sqlite");
    const store = await open();
    await keep(store, "mine");
    await backupEmbeddedStore(folder, backup);
    await store.close();
    letGo();
    writeFileSync(file, "rubbish ".repeat(1000));
    await restoreEmbeddedStore(backup, folder);
    expect(await kept(await open())).toBe("mine");
  });
});
