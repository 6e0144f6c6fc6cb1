import { expect, test } from "vitest";
import type { DuplicatePair } from "../api/identity.ts";
import { compareAgreements } from "./compare-agreements.ts";

const side = (more: Partial<DuplicatePair["a"]> = {}): DuplicatePair["a"] => ({
  id: "agreement:1",
  name: "Port loan",
  kind: "LOAN",
  status: "SIGNED",
  count: null,
  date: null,
  values: [],
  parties: [
    { role: "lender", party: { __typename: "Country", id: "country:JPN", name: "Japan" } },
    { role: "borrower", party: { __typename: "Country", id: "country:KEN", name: "Kenya" } },
  ],
  sectors: [],
  documents: { nodes: [{ id: "document:1", title: "Report", publisher: "Gazette" }] },
  ...more,
});

test("lines that differ are marked, with which of their values only one side has", () => {
  const [first] = side().parties;
  const lines = compareAgreements(side(), side({ status: "AGREED", parties: first ? [first] : [] }));
  expect(lines.filter(({ differs }) => differs).map(({ label }) => label)).toEqual(["Status", "Parties"]);
  expect(lines.find(({ label }) => label === "Parties")).toMatchObject({
    a: [
      { text: "Japan (lender)", isShared: true },
      { text: "Kenya (borrower)", isShared: false },
    ],
    b: [{ text: "Japan (lender)", isShared: true }],
  });
});

test("a name that is only the record's id is no name, and other sources are no difference", () => {
  const other = side({
    id: "agreement:2",
    name: "agreement:2",
    documents: { nodes: [{ id: "document:2", title: "Note", publisher: null }] },
  });
  const lines = compareAgreements(side(), other);
  expect(lines.find(({ label }) => label === "Name")?.b).toEqual([]);
  expect(lines.find(({ label }) => label === "Sources")).toMatchObject({
    differs: false,
    b: [{ text: "Note", isShared: false }],
  });
  expect(lines.some(({ label }) => label === "Value")).toBe(false);
});
