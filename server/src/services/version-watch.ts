import { setTimeout as delay } from "node:timers/promises";
import type { GraphStore } from "../store/graph-store.ts";

/** How often the store is asked whether another process wrote, in ms. */
const POLL_MS = 1000;
/** How long a request that names a newer version waits for it, in ms. */
const MAX_WAIT_MS = 3000;
const WAIT_STEP_MS = 50;

/** Knows the newest data version: from this server's own commits, and by asking each second for those of others. */
export class VersionWatch {
  readonly #store: GraphStore;
  readonly #onChange: () => void;
  #known: number | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(store: GraphStore, onChange: () => void) {
    this.#store = store;
    this.#onChange = onChange;
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.refresh().catch(() => undefined), POLL_MS).unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Null until the store has answered once, and while it does not answer. */
  get known(): number | null {
    return this.#known;
  }

  /** Asks the store; rejects where it does not answer, and then nothing is served from memory. */
  async refresh(): Promise<number> {
    try {
      const { version } = await this.#store.dataVersion();
      if (version !== this.#known) this.#onChange();
      this.#known = version;
      return version;
    } catch (error) {
      this.#known = null;
      throw error;
    }
  }

  /** Waits until this server has reached a version that another one wrote; gives up quietly after a while. */
  async reach(version: number): Promise<void> {
    const until = performance.now() + MAX_WAIT_MS;
    while ((this.#known ?? 0) < version && performance.now() < until) {
      if ((await this.refresh()) < version) await delay(WAIT_STEP_MS);
    }
  }
}
