import type { Money } from "@entente/graph-schema";
import { expect, test } from "vitest";
import { convertMoney } from "./convert-money.ts";

const euros: Money = {
  amount: "730000000",
  currency: "EUR",
  role: "stated",
  hedge: "exact",
  statedConversions: [{ amount: "792000000", currency: "USD", prices: "nominal" }],
};
const nominal = { prices: "nominal", baseYear: null } as const;

test("a conversion that the source prints is used and labelled so", () => {
  expect(convertMoney(euros, { to: "USD", ...nominal })).toMatchObject({
    amount: "792000000.00",
    bySource: true,
    rate: null,
  });
});

test("an amount in its own currency is itself", () => {
  expect(convertMoney(euros, { to: "EUR", ...nominal })).toMatchObject({ amount: "730000000.00", rate: "1" });
});

test("no rate is null, never a guess", () => {
  expect(convertMoney(euros, { to: "CNY", ...nominal })).toBeNull();
  expect(convertMoney(euros, { to: "USD", prices: "constant", baseYear: 2021 })).toBeNull();
});
