/** BOM, zero-width and bidirectional control characters: invisible, and a way to smuggle text past a reader. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** Control characters other than tab and line feed. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/gu;

/**
 * The text that spans refer to and that a document's hash is taken of: NFC, line feeds only, no invisible
 * characters, no trailing spaces, at most one blank line in a row. Applying it twice changes nothing.
 */
export function normalizeText(raw: string): string {
  const lines = raw
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/\r\n?/gu, "\n")
    .replace(/[\u2028\u2029]/gu, "\n")
    .replace(CONTROL, "")
    .replace(SPACES, " ")
    .split("\n")
    .map((line) => line.trimEnd());
  const kept: string[] = [];
  for (const line of lines) if (line !== "" || kept.at(-1) !== "") kept.push(line);
  return kept.join("\n").trim().normalize("NFC");
}
