import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Connection } from "./connection.ts";
import { openLocalConnection } from "./local-connection.ts";
import { migrate, missingMigrations, checksum } from "./migrate.ts";

const FIRST = { name: "0001-first", sql: "CREATE TABLE one (a INTEGER)" };
const SECOND = { name: "0002-second", sql: "CREATE TABLE two (b INTEGER)" };
const applied = (...list: (typeof FIRST)[]) => list.map((m) => ({ name: m.name, checksum: checksum(m) }));

let folder = "";
let connection: Connection;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-migrate-"));
  connection = await openLocalConnection({ file: join(folder, "entente.sqlite"), writer: true });
});
afterEach(async () => {
  await connection.close();
  rmSync(folder, { recursive: true });
});
const tables = async () =>
  (await connection.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")).map(
    ({ name }) => name,
  );

test("applies what is missing, in order, and nothing twice", async () => {
  await migrate(connection, [FIRST]);
  await migrate(connection, [FIRST, SECOND]);
  await migrate(connection, [FIRST, SECOND]);
  expect(await tables()).toEqual(["migration", "one", "two"]);
});

test("applies all or nothing", async () => {
  const broken = { name: "0002-broken", sql: "CREATE TABLE two (b INTEGER); CREATE TABLE one (a INTEGER)" };
  await expect(migrate(connection, [FIRST, broken])).rejects.toThrow(/already exists/);
  expect(await tables()).toEqual([]);
});

test("two programs that open a new store at once both get it", async () => {
  const other = await openLocalConnection({ file: join(folder, "entente.sqlite"), writer: true });
  await Promise.all([migrate(connection, [FIRST]), migrate(other, [FIRST])]);
  expect(await tables()).toEqual(["migration", "one"]);
  await other.close();
});

test("refuses a migration that was changed after it was applied", () => {
  const changed = { ...FIRST, sql: `${FIRST.sql} STRICT` };
  expect(() => missingMigrations(applied(FIRST), [changed])).toThrow(
    /0001-first.*got checksum \w{12}, expected/,
  );
});

test("refuses a store that a newer program wrote", () => {
  expect(() => missingMigrations(applied(FIRST, SECOND), [FIRST])).toThrow(
    /newer Entente: got migration "0002-second"/,
  );
});

test("refuses a file of another program", async () => {
  await connection.exec("CREATE TABLE songs (title TEXT)");
  await expect(migrate(connection, [FIRST])).rejects.toThrow(/another program: got a table "songs"/);
});
