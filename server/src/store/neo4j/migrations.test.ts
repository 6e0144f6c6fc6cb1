import { INDEXED_KEYS, UNIQUE_KEYS, type GraphRecord } from "@entente/graph-schema";
import { expect, test } from "vitest";
import { LABELS } from "./labels.ts";
import { checksum, missingMigrations } from "./migrate.ts";
import { MIGRATIONS, type Migration } from "./migrations/index.ts";

const OTHER_LABELS = {
  entity: "Entity",
  "agreement-state": "AgreementState",
  "entity-state": "EntityState",
  document: "Document",
  claim: "Claim",
} as const;
const labels: Record<GraphRecord, string> = { ...LABELS, ...OTHER_LABELS };
const statements = MIGRATIONS.flatMap((migration) => migration.statements);

const first: Migration = { name: "0001-first", statements: ["RETURN 1"] };
const second: Migration = { name: "0002-second", statements: ["RETURN 2"] };
const applied = (migration: Migration) => ({ name: migration.name, checksum: checksum(migration) });

test.each(UNIQUE_KEYS)("has a constraint for the unique key $of $fields", ({ of, fields }) => {
  const pattern = `FOR (n:${labels[of]}) REQUIRE n.${fields.join()} IS UNIQUE`;
  expect(statements.filter((text) => text.includes(pattern))).toHaveLength(1);
});

test.each(INDEXED_KEYS)("has an index for the key $of $fields", ({ of, fields }) => {
  const pattern = `FOR (n:${labels[of]}) ON (${fields.map((field) => `n.${field}`).join(", ")})`;
  expect(statements.filter((text) => text.includes(pattern))).toHaveLength(1);
});

test("needs no feature of the Enterprise Edition", () => {
  expect(statements.filter((text) => /IS NOT NULL|NODE KEY|IS TYPED|IS ::/.test(text))).toEqual([]);
});

test("applies what is missing, in order", () => {
  expect(missingMigrations([], [first, second])).toEqual([first, second]);
  expect(missingMigrations([applied(first)], [first, second])).toEqual([second]);
  expect(missingMigrations([applied(first), applied(second)], [first, second])).toEqual([]);
});

test("refuses a store of a newer program", () => {
  expect(() => missingMigrations([applied(first), applied(second)], [first])).toThrow(
    'got migration "0002-second", expected at most "0001-first"',
  );
});

test("refuses a migration whose statements changed", () => {
  const changed = { ...first, statements: ["RETURN 3"] };
  expect(() => missingMigrations([applied(changed)], [first])).toThrow('"0001-first" differs');
});
