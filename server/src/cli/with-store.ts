import { readStoreConfig } from "../config.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { openStore, type StoreConfig } from "../store/open-store.ts";
import type { Io } from "./command.ts";

/** Opens the store that the settings name, and closes it whatever happens. */
export async function withStore<T>(
  { env }: Pick<Io, "env">,
  use: (store: GraphStore) => Promise<T>,
  config: StoreConfig = readStoreConfig(env),
): Promise<T> {
  const store = await openStore(config);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
