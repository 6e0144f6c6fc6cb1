import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cpuUsage } from "node:process";
import ts from "typescript";
import { expect, test } from "vitest";

const SOURCES = join(import.meta.dirname, "../../extract/src");

/** Every regular expression that is written in the extractor's source, with where. */
function findPatterns(): Map<string, RegExp> {
  const found = new Map<string, RegExp>();
  for (const name of readdirSync(SOURCES, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts") || name.endsWith(".test.ts")) continue;
    const source = ts.createSourceFile(
      name,
      readFileSync(join(SOURCES, name), "utf8"),
      ts.ScriptTarget.Latest,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, pattern = "", flags = ""] = /^\/(.*)\/([a-z]*)$/su.exec(node.text) ?? [];
        found.set(`${name} ${node.text}`, new RegExp(pattern, flags));
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** Pieces that a pattern may like: the words and marks in it, and one of each kind of character. */
function piecesOf({ source }: RegExp): string[] {
  const bare = source.replace(/\\[pPu]\{[^}]*\}|\\u[0-9a-f]{4}|\\./giu, " ");
  const words = bare.match(/[a-z]{2,}/giu) ?? [];
  const marks = bare.match(/[^\p{L}\s]/gu) ?? [];
  return [
    ...new Set([
      "a",
      "A",
      "0",
      " ",
      "\n",
      ".",
      "a.",
      ...marks.slice(0, 6),
      ...words.slice(0, 3).map((word) => `${word} `),
    ]),
  ];
}

/** Long repeats of one piece, and of two in turn or one after the other, that end in what no pattern expects. */
function* attacksOn(pattern: RegExp): Generator<(length: number) => string> {
  const pieces = piecesOf(pattern);
  const repeat = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));
  for (const piece of pieces) {
    yield (length) => repeat(piece, length);
    yield (length) => `${repeat(piece, length)}\u0001`;
    for (const other of pieces) {
      if (other === piece) continue;
      yield (length) => `${repeat(piece + other, length)}\u0001`;
      yield (length) => `${piece}${repeat(other, length)}\u0001`;
    }
  }
}

/** Processor time of one use, in milliseconds: not that of others on this machine. */
function costOf(pattern: RegExp, text: string): number {
  const before = cpuUsage();
  text.replace(pattern, "");
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
}

const leastOf = (pattern: RegExp, text: string): number =>
  Math.min(...[1, 2, 3].map(() => costOf(pattern, text)));

/** Too little to be told from noise; a quadratic pattern takes ten times as long for the shorter text. */
const NOISE_MS = 20;
const LENGTH = 20_000;

test("no regular expression of the extractor takes more than linear time", () => {
  const slow: string[] = [];
  const patterns = findPatterns();
  for (const [where, pattern] of patterns) {
    for (const attack of attacksOn(pattern)) {
      const text = attack(LENGTH);
      if (costOf(pattern, text) < NOISE_MS) continue;
      const half = leastOf(pattern, attack(LENGTH / 2));
      const whole = leastOf(pattern, text);
      if (whole < NOISE_MS || whole < 3 * half) continue;
      slow.push(
        `${where} on ${JSON.stringify(text.slice(0, 20))}…: ${half.toFixed(0)} ms, twice as long ${whole.toFixed(0)} ms`,
      );
      break;
    }
  }
  expect(patterns.size).toBeGreaterThan(200);
  expect(slow).toEqual([]);
});
