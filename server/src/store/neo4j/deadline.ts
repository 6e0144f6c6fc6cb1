import { setTimeout as delay } from "node:timers/promises";

/** Work that was given up; `after` says how long it was waited for. */
export class DeadlineError extends Error {
  readonly afterMs: number;
  constructor(afterMs: number) {
    super(`no answer within ${afterMs} ms`);
    this.afterMs = afterMs;
  }
}

/** An answer that takes longer than this is worth asking whether the server is alive at all. */
const SUSPECT_AFTER_MS = 1_500;
/** With SUSPECT_AFTER_MS this makes a stopped server known after 3 s. */
const SIGN_OF_LIFE_MS = 1_500;

interface Deadline {
  readonly deadlineMs: number;
  /** Resolves when the server shows that it is alive. */
  readonly answers: () => Promise<unknown>;
}

async function giveUp({ deadlineMs, answers }: Deadline, signal: AbortSignal): Promise<never> {
  const options = { signal, ref: false };
  await delay(SUSPECT_AFTER_MS, undefined, options);
  const silent = delay(SIGN_OF_LIFE_MS, "silent" as const, options);
  if ((await Promise.race([silent, answers()])) === "silent") {
    throw new DeadlineError(SUSPECT_AFTER_MS + SIGN_OF_LIFE_MS);
  }
  await delay(deadlineMs - SUSPECT_AFTER_MS, undefined, options);
  throw new DeadlineError(deadlineMs);
}

/**
 * The result of `work`, or DeadlineError after `deadlineMs`, or after 3 s where the server shows no sign of life.
 * The driver alone would wait for a stopped server for ever, and its transaction timeout needs a server that runs.
 */
export async function beforeDeadline<T>(work: Promise<T>, deadline: Deadline): Promise<T> {
  const done = new AbortController();
  const givenUp = giveUp(deadline, done.signal);
  // Whichever loses the race must not become an unhandled rejection.
  givenUp.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, givenUp]);
  } finally {
    done.abort();
  }
}
