import { cpuUsage } from "node:process";
import { extractArticle } from "@entente/extract";
import { loadBriefs } from "@entente/seed";
import { expect, it } from "vitest";

const BRIEFS = loadBriefs()
  .map(({ text }) => text)
  .join("\n\n");

/** A word for a number, so that each can be a name of its own. */
const word = (number: number): string =>
  number.toString(26).replace(/\d/gu, (digit) => "qrstuvwxyz"[Number(digit)] ?? "");

/** Texts that a stage could look at again and again: each piece is numbered. */
const SHAPES: Readonly<Record<string, (at: number) => string>> = {
  "articles one after the other": (at) => BRIEFS.slice((at * 400) % BRIEFS.length).slice(0, 400),
  "one sentence without an end": () => "China and Mali signed an agreement worth $5 million ",
  "deals and what refers to them": (at) =>
    `China and Mali signed a $${at + 1} million loan on 3 May 2020. The two countries signed the deal with Ann K${word(at)}. `,
  "people who are all different": (at) => `President Ann X${word(at)} met Bob Z${word(at * 7)}, he said. `,
  "banks that are all different": (at) => `The X${word(at)} Development Bank and Kenya signed a loan. `,
  "names in capitals": () => "Ann Lee and the EU ",
  "sums and dates": (at) => `$${at} billion, 3.${at % 10}m euros, on ${(at % 28) + 1} May 2020, `,
  "one word": () => "abcdefghij",
  "one number": () => "9000000000",
  "brackets that do not close": () => "([“",
  abbreviations: () => "U.S. Gov. Art. ",
  "empty lines": () => "a\n\n\n",
};

function textOf(shape: (at: number) => string, length: number): string {
  const pieces: string[] = [];
  for (let [at, size] = [0, 0]; size < length; at += 1) {
    const piece = shape(at);
    pieces.push(piece);
    size += piece.length;
  }
  return pieces.join("").slice(0, length);
}

/** Processor time. */
function secondsFor(text: string): number {
  const before = cpuUsage();
  extractArticle({ text, published: "2021-06-01" });
  const { user, system } = cpuUsage(before);
  return (user + system) / 1e6;
}

const SHORT = 15_000;
const TIMES = 4;
/** Linear work gives 4 and quadratic 16; collecting more garbage lies between. */
const MOST = 9;
/** Less than this is start-up and noise. */
const NOISE_SECONDS = 0.2;

it.each(Object.entries(SHAPES))("the cost of %s grows with their length", (_, shape) => {
  const short = secondsFor(textOf(shape, SHORT));
  const long = secondsFor(textOf(shape, SHORT * TIMES));
  expect(long).toBeLessThan(MOST * Math.max(short, NOISE_SECONDS));
});
