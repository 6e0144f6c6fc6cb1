import { expect, test } from "vitest";
import { EVERYTHING, type AgreementFilter } from "../filter.ts";
import { agreementMatch, agreementWhere, blocsOf } from "./agreement-filter.ts";

const scope = (filter: Partial<AgreementFilter>, version: number | null = null) => ({
  filter: { ...EVERYTHING, ...filter },
  version,
});

test("matches every current agreement when nothing is asked", () => {
  expect(agreementMatch(scope({}))).toEqual({ text: "MATCH (a:Agreement)\nWHERE true", parameters: {} });
});

test("keeps client text out of the statement", () => {
  const hostile = "'}) DETACH DELETE a //";
  const { text, parameters } = agreementMatch(
    scope({
      ids: [hostile],
      partiesAny: [hostile],
      partiesAll: [hostile],
      membersOf: [hostile],
      betweenBlocs: [hostile, hostile],
      sectors: [hostile],
      documents: [hostile],
      words: [hostile],
      date: { from: hostile, to: hostile },
      or: [{ viaOrganizations: false, partiesAny: [hostile] }],
    }),
  );
  expect(text).not.toContain("DETACH");
  expect(JSON.stringify(parameters)).toContain("DETACH");
});

test("begins at the party that is asked for", () => {
  const { text, parameters } = agreementMatch(scope({ partiesAny: ["country:KAZ"] }));
  expect(text).toMatch(/^MATCH \(anchor:Entity\)-\[:PARTY_TO\|PARTY_THROUGH\]->\(a:Agreement\)/);
  expect(parameters).toMatchObject({ anchors: ["country:KAZ"] });
});

test("leaves organizations out where they are not asked for", () => {
  const { text } = agreementMatch(scope({ partiesAll: ["country:KAZ"], viaOrganizations: false }));
  expect(text).not.toContain("PARTY_THROUGH");
});

test("looks at superseded states only when asked of a version", () => {
  expect(agreementMatch(scope({ partiesAny: ["country:FRA"] })).text).not.toContain("WAS_");
  const { text, parameters } = agreementMatch(scope({ partiesAny: ["country:FRA"] }, 7));
  expect(text).toContain(
    "[:PARTY_TO|WAS_PARTY_TO|PARTY_THROUGH|WAS_PARTY_THROUGH]->(a:Agreement|AgreementState)",
  );
  expect(text).toContain("a.knownFrom <= $version");
  expect(parameters.version).toBe(7n);
});

test("asks about the members of all blocs named anywhere in the filter", () => {
  const filter: AgreementFilter = {
    ...EVERYTHING,
    membersOf: ["bloc:SCO"],
    or: [{ ...EVERYTHING, not: { ...EVERYTHING, betweenBlocs: ["bloc:EU", "bloc:AU"] } }],
  };
  expect(blocsOf(filter)).toEqual(["bloc:AU", "bloc:EU", "bloc:SCO"]);
  expect(agreementWhere({ filter, version: null }).text).toContain("$members[m]");
});

test("needs no subquery, which would be slow to plan", () => {
  const filter = {
    partiesAll: ["country:FRA"],
    membersOf: ["bloc:EU"],
    betweenBlocs: ["bloc:EU", "bloc:AU"],
  } as const;
  expect(agreementMatch(scope(filter)).text).not.toMatch(/EXISTS|COUNT|CALL/);
});

test("gives nested filters parameters of their own", () => {
  const { text, parameters } = agreementWhere(
    scope({
      or: [
        { ...EVERYTHING, kinds: ["loan"] },
        { ...EVERYTHING, not: { ...EVERYTHING, kinds: ["grant"] } },
      ],
    }),
  );
  expect(text).toBe("(((a.kind IN $f0)) OR ((NOT ((a.kind IN $f1)))))");
  expect(parameters).toEqual({ f0: ["loan"], f1: ["grant"] });
});

test("matches nothing for an empty choice", () => {
  expect(agreementWhere(scope({ or: [] })).text).toBe("(false)");
  expect(agreementWhere(scope({ review: ["rejected"] })).text).toBe("(false)");
});

test("asks one review status to pass the confidence too", () => {
  const { text, parameters } = agreementWhere(scope({ review: ["accepted"], minConfidence: 0.5 }));
  expect(text).toBe("((a.accepted > 0 AND a.accepted >= $f0))");
  expect(parameters).toEqual({ f0: 0.5 });
});

test("compares values as digits of one length", () => {
  const { parameters } = agreementWhere(scope({ value: { minCents: "100", maxCents: "9".repeat(30) } }));
  expect(parameters).toEqual({ f0: "100".padStart(24, "0"), f1: "9".repeat(24) });
});
