import { expect, test } from "vitest";
import { permissionFor } from "./permission.ts";

const asking = { role: "ADMIN", needed: "REVIEWER", isPast: false } as const;

test("a higher role includes the lower", () => {
  expect(permissionFor(asking)).toEqual({ isAllowed: true });
  expect(permissionFor({ ...asking, role: "REVIEWER" })).toEqual({ isAllowed: true });
});

test.each([
  [{ role: null }, "has not said yet"],
  [{ role: "READER" }, "You may only look here. To review, merge and retract takes the role reviewer."],
  [{ role: "READER", needed: "CONTRIBUTOR" }, "To add articles takes the role contributor."],
  [{ role: "CONTRIBUTOR" }, "you are contributor here"],
  [{ isPast: true }, "The past cannot be changed."],
  [{ role: "READER", isPast: true }, "You may only look here."],
] as const)("the reason why not is told: %j", (more, reason) => {
  expect(permissionFor({ ...asking, ...more })).toMatchObject({
    isAllowed: false,
    reason: expect.stringContaining(reason) as string,
  });
});
