import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { beforeDeadline } from "./deadline.ts";

const never = new Promise<never>(() => undefined);
const alive = () => Promise.resolve();

test("answers with the result", async () => {
  expect(await beforeDeadline(Promise.resolve(7), { deadlineMs: 5_000, answers: alive })).toBe(7);
});

test("passes on the fault of the work", async () => {
  const work = Promise.reject(new Error("no such table"));
  await expect(beforeDeadline(work, { deadlineMs: 5_000, answers: alive })).rejects.toThrow("no such table");
});

test("passes on what the sign of life says", async () => {
  const answers = () => Promise.reject(new Error("connection refused"));
  await expect(beforeDeadline(never, { deadlineMs: 5_000, answers })).rejects.toThrow("connection refused");
});

test("gives up after three seconds on a server without a sign of life", async () => {
  const work = beforeDeadline(never, { deadlineMs: 60_000, answers: () => never });
  await expect(work).rejects.toThrow("no answer within 3000 ms");
});

test("waits for a server that is alive until the deadline", async () => {
  const slow = beforeDeadline(delay(2_000, "late"), { deadlineMs: 5_000, answers: alive });
  expect(await slow).toBe("late");
  await expect(beforeDeadline(never, { deadlineMs: 1_800, answers: alive })).rejects.toThrow(
    "within 1800 ms",
  );
});
