import { createLoader, createSerializer } from "nuqs/server";
import { expect, test } from "vitest";
import { URL_KEYS, VIEW_PARSERS } from "./url.ts";
import { EMPTY_VIEW, type View } from "./view.ts";

const write = createSerializer(VIEW_PARSERS, { urlKeys: URL_KEYS });
const read = createLoader(VIEW_PARSERS, { urlKeys: URL_KEYS });

test("a view comes back from its URL as it was", () => {
  const view: View = {
    focus: "country:CHN",
    expanded: ["country:KAZ", "bloc:AU"],
    pair: "country:KAZ",
    agreement: "agreement:1",
    record: "person:1",
    claim: "claim:2",
    show: "list",
    desk: "review",
    source: "document:3",
    asOf: "2026-11-27T17:03:05.120Z",
    kinds: ["loan", "joint-fund"],
    statuses: ["in-force"],
    sectors: ["energy"],
    from: 2010,
    to: 2020,
  };
  expect(read(write("https://entente.example/", view))).toEqual(view);
});

test("an empty view leaves the URL empty", () => {
  expect(write("/", { ...EMPTY_VIEW })).toBe("/");
});

test("words that no vocabulary knows are dropped", () => {
  expect(read("?kind=loan~nonsense&show=map&from=soon&desk=lunch&asof=yesterday")).toEqual({
    ...EMPTY_VIEW,
    kinds: ["loan"],
  });
});
