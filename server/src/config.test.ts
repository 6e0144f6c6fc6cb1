import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("without settings everything is local and embedded", () => {
  const { port, host, seed, store } = readConfig({});
  expect([port, host, seed, store.neo4j]).toEqual([4000, "127.0.0.1", "default", undefined]);
  expect(store.dataFolder).toMatch(/data$/);
});

test("NEO4J_URI names a Neo4j with the usual user and database", () => {
  expect(readConfig({ NEO4J_URI: "bolt://db:7687", NEO4J_PASSWORD: "secret" }).store.neo4j).toEqual({
    uri: "bolt://db:7687",
    user: "neo4j",
    password: "secret",
    database: "neo4j",
  });
});

test.each([
  [{ PORT: "http" }, 'PORT: got "http", expected a number'],
  [{ PORT: "70000" }, 'PORT: got "70000"'],
  [{ ENTENTE_SEED: "yes" }, 'ENTENTE_SEED: got "yes", expected default or none'],
  [{ NEO4J_URI: "localhost:7687", NEO4J_PASSWORD: "x" }, 'NEO4J_URI: got "localhost:7687"'],
  [{ NEO4J_URI: "bolt://db:7687" }, "NEO4J_PASSWORD: not set"],
])("%j is refused with what was expected", (env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});
