import { detect } from "chardet";
import { UnreadableError } from "./unreadable-error.ts";

/** Bytes at the start in which HTML and XML must declare their charset (WHATWG prescan). */
const DECLARED_WITHIN = 1024;
/** Enough letters for a guess; the guess is slower than decoding. */
const GUESSED_FROM = 64 * 1024;
const DECLARATION =
  /<meta[^>]{0,300}\bcharset\s*=\s*["']?\s*([\w:-]+)|<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w:-]+)/iu;
/** Encodings in which other text passes as valid UTF-8, so that only the declaration tells. */
const HIDES_IN_UTF8 = /^(?:utf-16|iso-2022)/u;

/**
 * The text of a file or page in whatever charset it is: byte order mark, then UTF-8 where the bytes are valid UTF-8
 * (a wrong declaration is common, valid UTF-8 by chance is not), then the HTTP header's charset, then the page's own
 * declaration, then a guess from the letters. Throws UnreadableError for binary data.
 */
export function decodeBytes(bytes: Uint8Array, httpCharset?: string): string {
  const marked = markedCharset(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const declared = [httpCharset, declaredCharset(bytes)].map(knownCharset).find((name) => name !== null);
  if (declared != null && HIDES_IN_UTF8.test(declared)) return new TextDecoder(declared).decode(bytes);
  if (bytes.includes(0)) throw new UnreadableError("got binary data, expected text");
  return decodeStrictly(bytes, "utf-8") ?? decodeDeclared(bytes, declared) ?? decodeGuessed(bytes);
}

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const match = DECLARATION.exec(new TextDecoder("latin1").decode(bytes.subarray(0, DECLARED_WITHIN)));
  return match?.[1] ?? match?.[2];
}

/** The WHATWG name of a charset, null for an unknown one: sources invent names. */
function knownCharset(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return withWesternMarks(new TextDecoder(charset, { fatal: true }).decode(bytes), charset);
  } catch {
    return null;
  }
}

/** What windows-1252 has at 0x80 to 0x9F; Node 20 decodes it as Latin-1, which has control characters there. */
const WESTERN_MARKS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

const withWesternMarks = (text: string, charset: string): string =>
  charset === "windows-1252"
    ? text.replace(/[\u0080-\u009F]/gu, (mark) => WESTERN_MARKS[mark.charCodeAt(0) - 0x80] ?? mark)
    : text;

const decodeDeclared = (bytes: Uint8Array, declared: string | null | undefined): string | null =>
  declared == null ? null : decodeStrictly(bytes, declared);

function decodeGuessed(bytes: Uint8Array): string {
  const guess = knownCharset(detect(bytes.subarray(0, GUESSED_FROM)) ?? undefined);
  const charset = guess ?? "windows-1252";
  return withWesternMarks(new TextDecoder(charset).decode(bytes), charset);
}
