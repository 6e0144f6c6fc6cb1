import { openStore, type GraphStore, type Plan } from "@entente/server";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { describeNeo4j } from "../setup/available-engines.ts";
import { openProxy, type Proxy } from "./neo4j-proxy.ts";

const AT = "2026-01-01T00:00:00.000Z";

/** A commit that writes one setting; it changes nothing else but the version. */
const settingPlan = (version: number, value: string): Plan => ({
  version,
  at: AT,
  documents: [],
  texts: [],
  records: [],
  claims: [],
  supersededClaims: [],
  states: [],
  removedStates: [],
  memberships: [],
  aliases: [],
  closedAliases: [],
  links: [],
  closedLinks: [],
  profiles: [],
  removedProfiles: [],
  audit: [{ id: `audit:${value}`, at: AT, by: "test", action: "ingest", subject: value, reason: null }],
  settings: [{ key: "value", value }],
});

describeNeo4j("Neo4j behind a bad line", (engine) => {
  let proxy: Proxy;
  let store: GraphStore;
  beforeAll(async () => {
    proxy = await openProxy(engine.uri);
    store = await openStore({ dataFolder: "", neo4j: { ...engine, uri: proxy.uri } });
  });
  afterEach(() => proxy.release());
  afterAll(async () => {
    await store.close();
    await proxy.close();
  });
  const write = (value: string) =>
    store.commitPlan(
      async (read) => ({ plan: settingPlan((await read.dataVersion()) + 1, value), result: value }),
      { idempotencyKey: value },
    );
  const fault = async (work: Promise<unknown>): Promise<Error & { code?: string }> => {
    try {
      await work;
    } catch (error) {
      return error as Error;
    }
    throw new Error("got an answer, expected a fault");
  };

  test("says within three seconds that the server is down, and answers again once it is back", async () => {
    await proxy.cut();
    const from = performance.now();
    const error = await fault(store.dataVersion());
    expect(error.message).toMatch(
      new RegExp(`^Neo4j at ${proxy.uri} did not answer: is it running, and is NEO4J_URI right\\?$`),
    );
    expect(error.code).toBe("UNAVAILABLE");
    expect(performance.now() - from).toBeLessThan(4_000);
    expect((await fault(write("while it is down"))).code).toBe("UNAVAILABLE");
    await proxy.mend();
    expect((await store.dataVersion()).version).toBe(0);
  });

  test("gives up a request when the server stops in its middle, and recovers", async () => {
    await store.dataVersion();
    proxy.hold();
    const from = performance.now();
    const error = await fault(store.dataVersion());
    expect(error.message).toBe(`Neo4j at ${proxy.uri} did not answer within 3 s: is it running?`);
    expect(performance.now() - from).toBeLessThan(4_500);
    proxy.release();
    expect((await store.dataVersion()).version).toBe(0);
  });

  test("survives a connection that breaks in the middle of a request", async () => {
    const reads = Array.from({ length: 20 }, () => store.dataVersion());
    const settled = Promise.allSettled(reads);
    await proxy.cut();
    await proxy.mend();
    // Those that were under way are asked again by the driver.
    expect((await settled).every(({ status }) => status === "fulfilled")).toBe(true);
  });

  test("stores a commit once whose answer was lost", async () => {
    const before = (await store.dataVersion()).version;
    proxy.loseNextCommitAnswer();
    expect(await write("lost answer")).toBe("lost answer");
    expect(proxy.lostAnswers()).toBe(1);
    expect((await store.dataVersion()).version).toBe(before + 1);
    expect(await store.auditLog({ subjects: ["lost answer"], limit: 10, after: null })).toHaveLength(1);
  });

  test("answers a repeated idempotency key with the stored result", async () => {
    await write("once");
    const { version } = await store.dataVersion();
    const again = await store.commitPlan(() => Promise.reject(new Error("the planner ran again")), {
      idempotencyKey: "once",
    });
    expect(again).toBe("once");
    expect((await store.dataVersion()).version).toBe(version);
  });

  test("keeps nothing of a commit that fails in its middle", async () => {
    const before = await store.dataVersion();
    const planned = settingPlan(before.version + 1, "half");
    const twice = [...planned.audit, ...planned.audit];
    const error = await fault(
      store.commitPlan(() => Promise.resolve({ plan: { ...planned, audit: twice }, result: null }), {
        idempotencyKey: "half",
      }),
    );
    expect(error.message).toContain("entente check");
    expect(await store.dataVersion()).toEqual(before);
    expect(await store.auditLog({ subjects: ["half"], limit: 10, after: null })).toEqual([]);
    expect(await write("after the fault")).toBe("after the fault");
  });

  test("runs the planner again when another writer was faster", async () => {
    let planned = 0;
    const racing = store.commitPlan(
      async (read) => {
        const version = await read.dataVersion();
        if (planned++ === 0) await write("faster");
        return { plan: settingPlan(version + 1, `racing ${planned}`), result: planned };
      },
      { idempotencyKey: "racing" },
    );
    expect(await racing).toBe(2);
    expect((await store.auditLog({ subjects: ["racing 1"], limit: 10, after: null })).length).toBe(0);
    expect((await store.auditLog({ subjects: ["racing 2"], limit: 10, after: null })).length).toBe(1);
  });

  test("serializes many writers", async () => {
    const before = (await store.dataVersion()).version;
    const names = Array.from({ length: 12 }, (_, index) => `writer ${index}`);
    expect(await Promise.all(names.map(write))).toEqual(names);
    expect((await store.dataVersion()).version).toBe(before + names.length);
  });
});
