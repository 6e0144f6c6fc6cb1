import neo4j from "neo4j-driver";
import { expect, test } from "vitest";
import { describeNeo4j, emptyEngine } from "../setup/available-engines.ts";
import { startNeo4j } from "../setup/neo4j/start-neo4j.mjs";

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describeNeo4j("the Neo4j that tests use", (engine) => {
  test("answers as Neo4j 5", async () => {
    const driver = neo4j.driver(engine.uri, neo4j.auth.basic(engine.user, engine.password));
    try {
      const info = await driver.getServerInfo({ database: engine.database });
      expect(info.agent).toMatch(/^Neo4j\/5\./);
    } finally {
      await driver.close();
    }
  });

  test("refuses a wrong password", async () => {
    const driver = neo4j.driver(engine.uri, neo4j.auth.basic(engine.user, `${engine.password}?`));
    try {
      await expect(driver.verifyConnectivity({ database: engine.database })).rejects.toMatchObject({
        code: "Neo.ClientError.Security.Unauthorized",
      });
    } finally {
      await driver.close();
    }
  });

  test("is emptied of nodes, constraints and indexes", async () => {
    const driver = neo4j.driver(engine.uri, neo4j.auth.basic(engine.user, engine.password));
    const ask = async (query: string): Promise<number> =>
      (await driver.executeQuery(query, {}, { database: engine.database })).records.length;
    try {
      await ask("CREATE CONSTRAINT launcher_key FOR (n:Launcher) REQUIRE n.key IS UNIQUE");
      await ask("CREATE INDEX launcher_name FOR (n:Launcher) ON (n.name)");
      await ask("UNWIND range(1, 3000) AS key CREATE (:Launcher {key: key})-[:NEXT]->(:Launcher)");
      await emptyEngine(engine);
      expect(await ask("MATCH (n) RETURN n LIMIT 1")).toBe(0);
      expect(await ask("SHOW CONSTRAINTS")).toBe(0);
      expect(await ask("SHOW INDEXES YIELD type WHERE type <> 'LOOKUP' RETURN type")).toBe(0);
    } finally {
      await driver.close();
    }
  });

  // A database given by ENTENTE_TEST_NEO4J_URI is somebody else's to stop.
  test.skipIf(engine.pid === undefined)("leaves no Java process when stopped", async () => {
    const second = await startNeo4j();
    const pid = second.engine?.pid;
    if (pid === undefined) throw new Error(second.fault ?? second.missing ?? "Neo4j did not start");
    expect(isRunning(pid)).toBe(true);
    await second.stop();
    await expect.poll(() => isRunning(pid)).toBe(false);
  });
});

test("a Neo4j that cannot be reached is told plainly", async () => {
  const before = process.env.ENTENTE_TEST_NEO4J_URI;
  process.env.ENTENTE_TEST_NEO4J_URI = "bolt://127.0.0.1:1";
  try {
    const started = await startNeo4j();
    expect(started.fault).toContain("ENTENTE_TEST_NEO4J_URI bolt://127.0.0.1:1");
  } finally {
    if (before === undefined) delete process.env.ENTENTE_TEST_NEO4J_URI;
    else process.env.ENTENTE_TEST_NEO4J_URI = before;
  }
});
