import { FOREIGN_MAGNITUDES, MAGNITUDES, NUMBER_WORDS } from "../data/number-words.ts";
import type { Token } from "../tokenise/document.ts";

/** A number at a token: exact decimal text without its magnitude, the power of ten, and where it ends. */
export interface NumberReading {
  readonly digits: string;
  readonly power: number;
  readonly to: number;
  /** Written in words or with a magnitude word, so it cannot be a year or a house number. */
  readonly spelled: boolean;
}

const isNumeral = (token: Token | undefined): token is Token =>
  token !== undefined && /^\d/u.test(token.text);

/** A pattern for it takes quadratic time over long rows of zeros. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end -= 1;
  return digits.slice(0, end);
}

/** Multiplies decimal text by a power of ten without leaving decimal text. */
export function shiftDecimal(digits: string, power: number): string {
  const [whole = "0", fraction = ""] = digits.split(".");
  const padded = fraction.padEnd(power, "0");
  const left = (whole + padded.slice(0, power)).replace(/^0+(?=\d)/u, "");
  const right = withoutTrailingZeros(padded.slice(power));
  return right === "" ? left : `${left}.${right}`;
}

/** "1,500.5" → "1500.5"; null where commas do not group thousands (or lakhs). */
function plainNumeral(text: string): string | null {
  if (/^\d+(?:\.\d+)?$/u.test(text)) return text;
  return /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/u.test(text) ? text.replace(/,/gu, "") : null;
}

/** Magnitude words from `at`, hyphens allowed ("50-million", "lakh crore"): the power of ten and where they end. */
export function readMagnitude(tokens: readonly Token[], at: number): { power: number; to: number } {
  let power = 0;
  let to = at;
  for (let next = at; next < at + 4;) {
    const skip = tokens[next]?.text === "-" ? 1 : 0;
    const token = tokens[next + skip];
    const before = tokens[next + skip - 1];
    if (!token || (skip === 1 && token.start !== tokens[next]?.end)) break;
    const short = token.text.length === 1;
    const value = MAGNITUDES[short ? token.text.toLowerCase() : token.lower];
    if (value === undefined || (short && token.start !== before?.end)) break;
    power += value;
    next += skip + 1;
    to = next;
  }
  return { power, to };
}

function readWords(tokens: readonly Token[], at: number): NumberReading | null {
  const word = (offset: number) => tokens[at + offset]?.lower ?? "";
  const done = (digits: string, from: number): NumberReading | null => {
    const { power, to } = readMagnitude(tokens, from);
    return power > 0 ? { digits, power, to, spelled: true } : null;
  };
  if (word(0) === "half" && word(1) === "a") return done("0.5", at + 2);
  if (word(0) === "quarter" && word(1) === "of" && word(2) === "a") return done("0.25", at + 3);
  if (word(0) === "a" && MAGNITUDES[word(1)] !== undefined && word(1).length > 2) return done("1", at + 1);
  const first = NUMBER_WORDS[word(0)];
  if (first === undefined) return null;
  if (word(1) === "and" && word(2) === "a" && word(3) === "half") return done(`${first}.5`, at + 4);
  const second = NUMBER_WORDS[word(word(1) === "-" ? 2 : 1)];
  const compound = first >= 20 && second !== undefined && second < 10;
  const width = compound ? (word(1) === "-" ? 3 : 2) : 1;
  const value = compound ? first + second : first;
  const { power, to } = readMagnitude(tokens, at + width);
  return { digits: String(value), power, to, spelled: true };
}

/** Reads the number that starts at token `at`, in digits or words, with its magnitude. */
export function readNumber(tokens: readonly Token[], at: number): NumberReading | null {
  const token = tokens[at];
  if (!isNumeral(token)) return readWords(tokens, at);
  const digits = plainNumeral(token.text);
  if (digits === null) return null;
  if (FOREIGN_MAGNITUDES.has(tokens[at + 1]?.lower ?? "")) return null;
  const { power, to } = readMagnitude(tokens, at + 1);
  return { digits, power, to, spelled: power > 0 };
}
