import { loadReference, seedStore } from "../ingest/index.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { expectPositionals, type Command, type Io } from "./command.ts";
import { withStore } from "./with-store.ts";

/** Puts the data set that Entente starts with into a store; briefs that are there already are left alone. */
export async function seed(store: GraphStore, io: Pick<Io, "progress">): Promise<number> {
  await loadReference(store);
  const fresh = await seedStore(store, {
    onProgress: ({ done, of }) => io.progress(`Seeding: ${done} of ${of} briefs`),
  });
  io.progress(null);
  return fresh;
}

export const seedCommand: Command = {
  name: "seed",
  help: `Usage: entente seed

Stores the briefs that come with Entente, through the same steps as any article. What is there already is left alone.`,
  options: {},
  run: async (invocation, io) => {
    expectPositionals(invocation, 0, "no arguments");
    return await withStore(io, async (store) => {
      const fresh = await seed(store, io);
      const { agreements, documents } = await store.dataVersion();
      io.out(`${fresh} new documents; the store holds ${documents} documents and ${agreements} agreements`);
      return 0;
    });
  },
};
