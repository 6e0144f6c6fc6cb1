import { openStore, type GraphStore } from "@entente/server";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { describeNeo4j, emptyEngine } from "../setup/available-engines.ts";

describeNeo4j("opening Neo4j", (engine) => {
  let driver: Driver;
  beforeAll(() => {
    driver = neo4j.driver(engine.uri, neo4j.auth.basic(engine.user, engine.password));
  });
  afterEach(() => emptyEngine(engine));
  afterAll(() => driver.close());
  const open = (change: Partial<typeof engine> = {}): Promise<GraphStore> =>
    openStore({ dataFolder: "", neo4j: { ...engine, ...change } });
  const run = (text: string) => driver.executeQuery(text, {}, { database: engine.database });

  test("names user and variables when the password is wrong", async () => {
    await expect(open({ password: "not the password" })).rejects.toThrow(
      `Neo4j at ${engine.uri} refused user "${engine.user}": check NEO4J_USER and NEO4J_PASSWORD`,
    );
  });

  test("names the database that is not there", async () => {
    await expect(open({ database: "nowhere" })).rejects.toThrow(
      `Neo4j at ${engine.uri} has no database "nowhere": check NEO4J_DATABASE`,
    );
  });

  test("asks whether the server runs when nothing listens", async () => {
    await expect(open({ uri: "bolt://127.0.0.1:1" })).rejects.toThrow(
      "Neo4j at bolt://127.0.0.1:1 did not answer: is it running, and is NEO4J_URI right?",
    );
  });

  test("says what an address looks like", async () => {
    await expect(open({ uri: "http://127.0.0.1:7474" })).rejects.toThrow(
      'NEO4J_URI: got "http://127.0.0.1:7474", expected an address such as bolt://127.0.0.1:7687',
    );
  });

  test("opens an empty database at version 0 and finds no faults in it", async () => {
    const store = await open();
    expect(await store.dataVersion()).toEqual({
      version: 0,
      at: "1970-01-01T00:00:00.000Z",
      agreements: 0,
      entities: 0,
      claims: 0,
      documents: 0,
    });
    expect(await store.checkIntegrity()).toEqual([]);
    await store.close();
  });

  test("lets several servers open an empty database at once", async () => {
    const stores = await Promise.all([open(), open(), open()]);
    expect((await stores[0].dataVersion()).version).toBe(0);
    await Promise.all(stores.map((store) => store.close()));
    const { records } = await run("MATCH (n) RETURN labels(n)[0] AS label, count(*) AS count ORDER BY label");
    expect(records.map((record) => `${record.get("label")} ${record.get("count")}`)).toEqual([
      "DataVersion 1",
      "Migration 4",
    ]);
  });

  test("refuses a database that holds other data", async () => {
    await run("CREATE (:Movie {title: 'Casablanca'})");
    await expect(open()).rejects.toThrow(
      "holds other data: got a node with Movie, expected an empty database",
    );
  });

  test("refuses a store whose migration differs from ours", async () => {
    await (await open()).close();
    await run("MATCH (m:Migration {name: '0001-initial'}) SET m.checksum = 'another'");
    await expect(open()).rejects.toThrow('migration "0001-initial" differs from this program');
  });

  test("refuses a store that a newer Entente wrote", async () => {
    await (await open()).close();
    await run("CREATE (:Migration {name: '9999-future', checksum: 'x', at: ''})");
    await expect(open()).rejects.toThrow('written by a newer Entente: got migration "9999-future"');
  });

  test("refuses a store whose loading broke off", async () => {
    const store = await open();
    const broken = (async function* () {
      yield { table: "setting", row: { key: "a", value: "b" } };
      await Promise.reject(new Error("the source is gone"));
    })();
    await expect(store.load(broken)).rejects.toThrow("the source is gone");
    await store.close();
    await expect(open()).rejects.toThrow("holds a copy that broke off");
  });

  test("tells which constraint was dropped", async () => {
    const store = await open();
    await run("DROP CONSTRAINT claim_id");
    expect(await store.checkIntegrity()).toEqual([
      'Neo4j: the constraint or index "claim_id" is missing or not online',
    ]);
    await store.close();
  });
});
