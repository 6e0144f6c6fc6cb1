import { CURRENCIES } from "@entente/graph-schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DOLLAR_PREFIXES, SHARED_NAMES, SYMBOLS } from "../data/currency-words.ts";
import { tokenise } from "../tokenise/tokenise.ts";
import { findMoney, type NationHint } from "./find-money.ts";
import { shiftDecimal } from "./read-number.ts";

const RUNS = { seed: 20_261_127, numRuns: 120 };

/** How money is read from a sentence around `phrase`. */
const readAll = (phrase: string, nations: NationHint = []) =>
  findMoney(tokenise({ text: `Officials signed a loan worth ${phrase} for the port.` }).tokens, nations);

/** "1234.5" → what the reader must find behind a magnitude of `power`. */
const exact = (digits: string, power: number) => shiftDecimal(digits, power);

const groupThousands = (whole: string) => whole.replace(/\B(?=(?:\d{3})+$)/gu, ",");
const groupLakhs = (whole: string) =>
  whole.length <= 3 ? whole : `${whole.slice(0, -3).replace(/\B(?=(?:\d{2})+$)/gu, ",")},${whole.slice(-3)}`;

/** Whole numbers, and ones with one or two decimals as news prints them before a magnitude. */
const figure = fc.oneof(
  fc.integer({ min: 2, max: 999 }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 99 }))
    .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, "0")}`),
  fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 9 })).map((parts) => parts.join(".")),
);
const WORDED = [
  [" million", 6],
  [" billion", 9],
  [" trillion", 12],
  [" mln", 6],
  [" bln", 9],
  ["-million", 6],
  [" lakh", 5],
  [" crore", 7],
  [" lakh crore", 12],
] as const;
const GLUED = [
  ["m", 6],
  ["mn", 6],
  ["b", 9],
  ["bn", 9],
  ["bln", 9],
  ["tn", 12],
  ["k", 3],
] as const;
const worded = fc.constantFrom(...WORDED);
const anyMagnitude = fc.constantFrom(...WORDED, ...GLUED, ["", 0] as const);
const living = CURRENCIES.filter((row) => row.until === undefined);
const currency = fc.constantFrom(...living);

describe("money that was formatted is read back", () => {
  it("after its code, for every currency and magnitude", () => {
    fc.assert(
      fc.property(
        fc.tuple(currency, fc.constantFrom("", " ")),
        figure,
        anyMagnitude,
        ([row, gap], digits, [word, power]) => {
          const found = readAll(`${row.code}${gap}${digits}${word}`);
          expect(found).toMatchObject([{ amount: exact(digits, power), currency: row.code }]);
          expect(found).toHaveLength(1);
        },
      ),
      RUNS,
    );
  });

  it("before its code", () => {
    fc.assert(
      fc.property(currency, figure, worded, (row, digits, [word, power]) => {
        expect(readAll(`${digits}${word} ${row.code}`)).toMatchObject([
          { amount: exact(digits, power), currency: row.code },
        ]);
      }),
      RUNS,
    );
  });

  it("before its name, for every name that means one currency", () => {
    const named = living.flatMap((row) =>
      [row.name, ...row.aliases]
        .filter((name) => /^[\p{L} ]{3,}$/u.test(name) && !(name.toLowerCase() in SHARED_NAMES))
        .map((name) => ({ name, code: row.code })),
    );
    const owners = new Map<string, Set<string>>();
    for (const { name, code } of named)
      owners.set(name.toLowerCase(), (owners.get(name.toLowerCase()) ?? new Set()).add(code));
    const single = named.filter(({ name }) => owners.get(name.toLowerCase())?.size === 1);
    for (const { name, code } of single)
      expect(readAll(`12.5 billion ${name}`), name).toMatchObject([
        { amount: "12500000000", currency: code },
      ]);
  });

  it("behind each symbol and marked dollar", () => {
    const marks = [
      ...Object.entries(SYMBOLS),
      ...Object.entries(DOLLAR_PREFIXES).map(
        ([letters, code]) => [`${letters.toUpperCase()}$`, code] as const,
      ),
      ["$", "USD"] as const,
      ["US $", "USD"] as const,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...marks), figure, anyMagnitude, ([mark, code], digits, [word, power]) => {
        expect(readAll(`${mark}${digits}${word}`)).toMatchObject([
          { amount: exact(digits, power), currency: code },
        ]);
      }),
      RUNS,
    );
  });

  it("with thousands or lakhs grouped", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2_000_000_000 }), fc.boolean(), (amount, lakhs) => {
        const grouped = lakhs ? groupLakhs(String(amount)) : groupThousands(String(amount));
        expect(readAll(`${lakhs ? "Rs " : "$"}${grouped}`)).toMatchObject([
          { amount: String(amount), currency: lakhs ? "INR" : "USD" },
        ]);
      }),
      RUNS,
    );
  });

  it("as a range with both ends, the first borrowing the magnitude", () => {
    const styles = [
      (low: number, high: number, word: string) => `$${low}-${high}${word}`,
      (low: number, high: number, word: string) => `$${low}–${high}${word}`,
      (low: number, high: number, word: string) => `$${low}${word} to $${high}${word}`,
      (low: number, high: number, word: string) => `between $${low}${word} and $${high}${word}`,
      (low: number, high: number, word: string) => `between ${low} and ${high}${word} dollars`,
      (low: number, high: number, word: string) => `USD ${low}-${high}${word}`,
    ];
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 1, max: 400 })),
        fc.constantFrom([" million", 6], [" billion", 9]),
        fc.constantFrom(...styles),
        ([low, more], [word, power], style) => {
          expect(readAll(style(low, low + more, String(word)))).toMatchObject([
            {
              amount: exact(String(low), Number(power)),
              upTo: exact(String(low + more), Number(power)),
              currency: "USD",
              hedge: "range",
            },
          ]);
        },
      ),
      RUNS,
    );
  });

  it("with its hedge", () => {
    const hedges = [
      ["about", "about"],
      ["around", "about"],
      ["nearly", "about"],
      ["approximately", "about"],
      ["more than", "over"],
      ["over", "over"],
      ["at least", "over"],
      ["up to", "up-to"],
      ["as much as", "up-to"],
      ["a maximum of", "up-to"],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...hedges), figure, worded, ([words, hedge], digits, [word, power]) => {
        expect(readAll(`${words} $${digits}${word}`)).toMatchObject([
          { amount: exact(digits, power), currency: "USD", hedge },
        ]);
      }),
      RUNS,
    );
  });
});

describe("names and signs that several currencies share", () => {
  it.each([
    ["¥16 billion", ["CHN"], "CNY"],
    ["¥16 billion", ["JPN", "CHN"], "JPY"],
    ["¥16 billion", [], "JPY"],
    ["5 billion rupees", ["LKA"], "LKR"],
    ["5 billion rupees", ["PAK", "IND"], "PKR"],
    ["5 billion rupees", [], "INR"],
    ["Rs 5 crore", ["NPL"], "NPR"],
    ["5 billion Pakistani rupees", ["IND"], "PKR"],
    ["3 billion francs", ["SEN"], "XOF"],
    ["3 billion pesos", ["COL"], "COP"],
    ["40 million Australian dollars", ["USA"], "AUD"],
    ["40 million dollars", ["AUS"], "USD"],
    ["90 billion shillings", ["UGA"], "UGX"],
    ["2 billion Egyptian pounds", [], "EGP"],
    ["2 billion kroner", ["DNK"], "DKK"],
    ["7 million Tunisian dinars", [], "TND"],
    ["S$3 billion", ["USA"], "SGD"],
    ["US$3 billion", ["SGP"], "USD"],
  ])("%s, in a text that names %s, is in %s", (phrase, nations, code) => {
    expect(readAll(phrase, nations).map((money) => money.currency)).toEqual([code]);
  });
});
