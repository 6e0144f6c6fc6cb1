import { describe, expect, test } from "vitest";
import type { AgreementCard } from "../api/agreement-card.ts";
import { claimText } from "./claim-text.ts";
import { describeChange } from "./describe-change.ts";

const claim = (property: string, value: string | null, more: object = {}) => ({
  property,
  value,
  role: null,
  object: null,
  ...more,
});

test.each([
  [claim("amount", "23000000000 USD"), "Value: $23 bn"],
  [claim("amount", "1000000 to 2000000 EUR"), "Value: €1 m–€2 m"],
  [claim("kind", "joint-fund"), "Kind: joint fund"],
  [claim("name", "Belt and Road"), "Name: Belt and Road"],
  [claim("party", null, { object: { name: "Kenya" }, role: "lender" }), "Party: Kenya (lender)"],
  [claim("party", null, { object: { name: "Kenya" }, role: "party" }), "Party: Kenya"],
  [claim("party", null), "Party: something that is not in the graph any more"],
])("a claim is said in words: %#", (said, text) => expect(claimText(said)).toBe(text));

describe("what a review changes", () => {
  const card: AgreementCard = {
    id: "agreement:1",
    name: "Port loan",
    kind: "LOAN",
    status: "SIGNED",
    count: null,
    date: null,
    values: [
      { amount: "5000000", upTo: null, currency: "USD", role: "STATED", hedge: "EXACT", converted: null },
    ],
    parties: [{ role: "lender", party: { __typename: "Country", id: "country:JPN", name: "Japan" } }],
    sectors: [],
  };

  test("is nothing where it stays the same", () => expect(describeChange(card, { ...card })).toEqual([]));

  test("is each line that differs, from what to what", () => {
    expect(describeChange(card, { ...card, status: "IN_FORCE", values: [] })).toEqual([
      "Status: signed → in force",
      "Value: $5 m → none",
    ]);
    expect(describeChange(card, { ...card, parties: [] })).toEqual(["Parties: Japan (lender) → none"]);
  });

  test("is that it leaves the graph, where nothing else is known", () => {
    expect(describeChange(card, null)).toEqual([expect.stringContaining("leaves the graph") as string]);
  });
});
