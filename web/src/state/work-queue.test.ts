import { describe, expect, test } from "vitest";
import {
  arrive,
  currentItem,
  emptyQueue,
  goTo,
  move,
  openCount,
  reopen,
  settle,
  type WorkQueue,
} from "./work-queue.ts";

const item = (key: string) => ({ key, value: key.toUpperCase() });
const start = (...keys: string[]): WorkQueue<string, string> =>
  arrive(emptyQueue<string, string>(), keys.map(item));

describe("a queue that somebody works through", () => {
  test("starts with the first that comes, and keeps its place when more comes", () => {
    const queue = move(start("a", "b"), 1);
    expect(arrive(queue, ["b", "c"].map(item))).toMatchObject({
      at: "b",
      items: ["a", "b", "c"].map(item),
    });
  });

  test("a decision leads to the next open one, past those that are decided, round the end", () => {
    const queue = settle(start("a", "b", "c"), item("b"), "rejected");
    expect(queue.at).toBe("a");
    const second = settle(queue, item("a"), "accepted");
    expect(second.at).toBe("c");
    expect(openCount(second)).toBe(1);
    expect(settle(start("a", "b"), item("a"), "accepted").at).toBe("b");
    expect(settle(goTo(start("a", "b"), "b"), item("b"), "accepted").at).toBe("a");
  });

  test("the last decision stays on screen until more comes", () => {
    const done = settle(start("a"), item("a"), "accepted");
    expect(done.at).toBe("a");
    expect(openCount(done)).toBe(0);
    expect(arrive(done, [item("b")]).at).toBe("b");
  });

  test("taking a decision back goes back to it, as it stands now", () => {
    const queue = reopen(settle(start("a", "b"), item("a"), "accepted"), { key: "a", value: "again" });
    expect(currentItem(queue)).toEqual({ key: "a", value: "again" });
    expect(queue.outcomes).toEqual({});
  });

  test("stays at the ends, and goes to nothing unknown", () => {
    const queue = start("a", "b");
    expect(move(queue, -1)).toBe(queue);
    expect(move(goTo(queue, "b"), 1).at).toBe("b");
    expect(goTo(queue, "z")).toBe(queue);
  });
});
