import { describe, expect, test } from "vitest";
import {
  EMPTY_VIEW,
  expand,
  focusOn,
  highlightClaim,
  leaveDesk,
  openAgreement,
  openDesk,
  openPair,
  openPairOf,
  openRecord,
  stepBack,
} from "./view.ts";

const china = focusOn("country:CHN");

describe("view", () => {
  test("focusing closes what was open and keeps the filters", () => {
    const before = {
      ...EMPTY_VIEW,
      pair: "country:KAZ",
      expanded: ["bloc:EU"],
      kinds: ["loan"] as const,
      from: 2010,
    };
    expect(china(before)).toEqual({ ...EMPTY_VIEW, focus: "country:CHN", kinds: ["loan"], from: 2010 });
  });

  test("expands a party once, and never the one in the middle", () => {
    const once = expand("country:KAZ")(china(EMPTY_VIEW));
    expect(expand("country:KAZ")(once)).toBe(once);
    expect(expand("country:CHN")(once)).toBe(once);
    expect(once.expanded).toEqual(["country:KAZ"]);
  });

  test("cannot expand on the overview, where nothing is in the middle", () => {
    expect(expand("country:KAZ")(EMPTY_VIEW)).toBe(EMPTY_VIEW);
  });

  test("opening a pair keeps the party that is in the middle already", () => {
    const view = china(EMPTY_VIEW);
    expect(openPairOf("country:KAZ", "country:CHN")(view)).toMatchObject({
      focus: "country:CHN",
      pair: "country:KAZ",
    });
    expect(openPairOf("bloc:AU", "bloc:EU")(view)).toMatchObject({ focus: "bloc:AU", pair: "bloc:EU" });
  });

  test("a queue opens over what is there and leaves it as it was", () => {
    const before = openPair("country:KAZ")(china(EMPTY_VIEW));
    const working = openDesk("review", "document:1")(before);
    expect(working).toMatchObject({ desk: "review", source: "document:1", pair: "country:KAZ" });
    expect(leaveDesk(working)).toEqual(before);
    expect(stepBack(working)).toEqual(before);
    expect(openAgreement("a")(working).desk).toBeNull();
  });

  test("a person's page opens over the graph as it is, under an agreement, and closes before it", () => {
    const person = openRecord("person:1")(openAgreement("a")(openPair("country:KAZ")(china(EMPTY_VIEW))));
    expect(person).toMatchObject({ record: "person:1", agreement: null, pair: "country:KAZ" });
    expect(stepBack(openAgreement("b")(person))).toEqual(person);
    expect(stepBack(person)).toMatchObject({ record: null, pair: "country:KAZ" });
  });

  test("steps back from evidence to the overview one thing at a time", () => {
    const deep = highlightClaim("c")(openAgreement("a")(openPair("country:KAZ")(china(EMPTY_VIEW))));
    const steps = [deep, stepBack(deep), stepBack(stepBack(deep)), stepBack(stepBack(stepBack(deep)))];
    expect(steps.map(({ focus, pair, agreement }) => [focus, pair, agreement])).toEqual([
      ["country:CHN", "country:KAZ", "a"],
      ["country:CHN", "country:KAZ", null],
      ["country:CHN", null, null],
      [null, null, null],
    ]);
  });
});
