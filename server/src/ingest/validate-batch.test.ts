import { expect, test } from "vitest";
import { validateBatch } from "./validate-batch.ts";

const TEXT = "Kenya and China signed a loan agreement.";
const fact = {
  subject: "agreement:0",
  property: "status",
  value: { type: "term", term: "signed" },
  evidence: { start: 0, end: 10 },
  confidence: 0.9,
};
const batch = {
  document: { type: "article", text: TEXT, title: "Loan", language: "en" },
  mentions: [
    { local: "agreement:0", type: "agreement" },
    { local: "country:KEN", type: "country", code: "KEN" },
  ],
  facts: [fact],
  producer: "rules@1",
};

test("a batch that fits the contract passes as it is", () => {
  expect(validateBatch(batch)).toEqual(batch);
});

test.each<[string, object, RegExp]>([
  [
    "an unknown country",
    { mentions: [...batch.mentions, { local: "x", type: "country", code: "QQQ" }] },
    /mentions\.2\.code: got "QQQ", expected an ISO 3166/,
  ],
  [
    "a subject that no mention has",
    { facts: [{ ...fact, subject: "agreement:9" }] },
    /facts\.0\.subject: got "agreement:9"/,
  ],
  [
    "a status outside the vocabulary",
    { facts: [{ ...fact, value: { type: "term", term: "done" } }] },
    /facts\.0\.value\.term: got "done", expected one of proposed/,
  ],
  [
    "a value of another type",
    { facts: [{ ...fact, value: { type: "number", number: 3 } }] },
    /facts\.0\.value\.type: got "number", expected "term" for status/,
  ],
  [
    "evidence beyond the text",
    { facts: [{ ...fact, evidence: { start: 0, end: 500 } }] },
    /facts\.0\.evidence: got .*within the text's 40 units/,
  ],
  ["a confidence above 1", { facts: [{ ...fact, confidence: 2 }] }, /facts\.0\.confidence/],
  [
    "a date that no calendar has",
    {
      facts: [
        { ...fact, validOn: { text: "x", precision: "day", earliest: "2015-13-01", latest: "2015-13-01" } },
      ],
    },
    /2015-13-01.*expected a calendar day/,
  ],
  [
    "a local key used twice",
    { mentions: [batch.mentions[0], batch.mentions[0]] },
    /mentions: got 2, expected unique local keys/,
  ],
])("%s is refused with field, value and expectation", (_, change, message) => {
  expect(() => validateBatch({ ...batch, ...change })).toThrow(message);
});
