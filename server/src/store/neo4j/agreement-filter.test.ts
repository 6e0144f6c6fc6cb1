import { expect, test } from "vitest";
import { EVERYTHING, type AgreementFilter } from "../filter.ts";
import { agreementWhere, matchAgreements } from "./agreement-filter.ts";

const scope = (filter: Partial<AgreementFilter>, version: number | null = null) => ({
  filter: { ...EVERYTHING, ...filter },
  version,
});

test("matches every current agreement when nothing is asked", () => {
  expect(matchAgreements(scope({}))).toEqual({ text: "MATCH (a:Agreement)\nWHERE true", parameters: {} });
});

test("keeps client text out of the statement", () => {
  const hostile = "'}) DETACH DELETE a //";
  const { text, parameters } = matchAgreements(
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
  const { text, parameters } = matchAgreements(scope({ partiesAny: ["country:KAZ"] }));
  expect(text).toMatch(/^MATCH \(anchor:Entity\)-\[:PARTY_TO\|PARTY_THROUGH\]->\(a:Agreement\)/);
  expect(parameters).toMatchObject({ anchors: ["country:KAZ"] });
});

test("leaves organizations out where they are not asked for", () => {
  const { text } = matchAgreements(scope({ partiesAll: ["country:KAZ"], viaOrganizations: false }));
  expect(text).not.toContain("PARTY_THROUGH");
});

test("looks at superseded states only when asked of a version", () => {
  expect(agreementWhere(scope({ membersOf: ["bloc:EU"] })).text).not.toContain("WAS_");
  const { text, parameters } = matchAgreements(
    scope({ membersOf: ["bloc:EU"], partiesAny: ["country:FRA"] }, 7),
  );
  expect(text).toContain("(a:Agreement|AgreementState)");
  expect(text).toContain("MEMBER_OF|WAS_MEMBER_OF");
  expect(text).toContain("a.knownFrom <= $version");
  expect(parameters.version).toBe(7n);
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
