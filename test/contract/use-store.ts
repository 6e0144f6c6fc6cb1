import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type GraphStore } from "@entente/server";
import { afterAll, beforeAll } from "vitest";
import { emptyEngine, type Engine } from "../setup/available-engines.ts";

export interface OpenedEngine {
  /** The store of this suite. */
  readonly store: GraphStore;
  /** A second program on the same data, for the caller to close. */
  openAgain(): Promise<GraphStore>;
  close(): Promise<void>;
}

/** An empty store of an engine. On Neo4j everything in the database is deleted first. */
export async function openEmpty(engine: Engine): Promise<OpenedEngine> {
  await emptyEngine(engine);
  const folder = mkdtempSync(join(tmpdir(), "entente-contract-"));
  const openAgain = () =>
    openStore({ dataFolder: folder, ...(engine.name === "neo4j" && { neo4j: engine }) });
  const store = await openAgain();
  return {
    store,
    openAgain,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One store for all tests of a suite, empty at the start. */
export function useStore(engine: Engine): () => OpenedEngine {
  let opened: OpenedEngine | null = null;
  beforeAll(async () => {
    opened = await openEmpty(engine);
  });
  afterAll(async () => {
    await opened?.close();
  });
  return () => {
    if (!opened) throw new Error("the store is opened before the first test");
    return opened;
  };
}
