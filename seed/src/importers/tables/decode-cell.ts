/** What windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters. */
const WESTERN_MARKS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * A cell whose bytes were read one a character, in UTF-8 if they are that, else in windows-1252, which other programs
 * write: cell by cell, for files are pasted together from several sources.
 */
export function decodeCell(bytes: string): { readonly text: string; readonly expected?: string } {
  if (!/[\u0080-\u00FF]/u.test(bytes)) return { text: bytes };
  try {
    return { text: utf8.decode(Buffer.from(bytes, "latin1")) };
  } catch {
    const text = bytes.replace(
      /[\u0080-\u009F]/gu,
      (mark) => WESTERN_MARKS[mark.charCodeAt(0) - 0x80] ?? mark,
    );
    return { text, expected: "UTF-8; read as windows-1252" };
  }
}
