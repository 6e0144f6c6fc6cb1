import { expect, test } from "vitest";
import { etagOf, ResponseCache } from "./response-cache.ts";

const response = (body: string): { body: string; etag: string } => ({ body, etag: etagOf(body) });

test("an answer is found again under its own key only", () => {
  const cache = new ResponseCache();
  const key = ResponseCache.key(["{ viewer { role } }", {}, "READER", 3]);
  cache.set(key, response("{}"));
  expect(cache.get(key)?.body).toBe("{}");
  expect(cache.get(ResponseCache.key(["{ viewer { role } }", {}, "ADMIN", 3]))).toBeNull();
  expect(cache.get(ResponseCache.key(["{ viewer { role } }", {}, "READER", 4]))).toBeNull();
});

test("the least recently used answers go when space is short", () => {
  const cache = new ResponseCache();
  const large = "x".repeat(1_900_000);
  cache.set("first", response(large));
  cache.set("second", response(large));
  for (let i = 0; i < 32; i++) {
    cache.get("first");
    cache.set(`more ${i}`, response(large));
  }
  expect(cache.get("first")).not.toBeNull();
  expect(cache.get("second")).toBeNull();
});

test("an answer too large to keep is not kept", () => {
  const cache = new ResponseCache();
  cache.set("huge", response("x".repeat(2_000_001)));
  expect(cache.get("huge")).toBeNull();
});
