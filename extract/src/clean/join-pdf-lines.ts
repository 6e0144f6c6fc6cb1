/** One printed line; `y` is its height on the page, from below. */
export interface PdfLine {
  readonly text: string;
  readonly y: number;
}

/** A gap this many times the page's usual one parts paragraphs. */
const WIDE_GAP = 1.3;
const PAGE_NUMBER = /^\s*(?:page\s+)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?\s*$/iu;
const ENDS_SENTENCE = /[.!?:;][)"'”’]*\s*$/u;
const BEGINS_ITEM = /^\s*(?:[•▪◦‣–*-]|\d{1,2}[.)])\s/u;

/**
 * Paragraphs of printed pages, a blank line between them: lines are joined where no wide gap, list mark or page number
 * parts them, words that a line end broke too, and a sentence that runs over to the next page.
 */
export function joinPdfLines(pages: readonly (readonly PdfLine[])[]): string {
  const paragraphs: string[] = [];
  for (const page of pages) {
    const lines = page.filter(({ text }) => !PAGE_NUMBER.test(text));
    const usual = usualGap(lines);
    lines.forEach(({ text, y }, i) => {
      const above = lines[i - 1];
      const last = paragraphs.at(-1);
      const joins =
        last !== undefined &&
        !BEGINS_ITEM.test(text) &&
        (above === undefined ? continuesOverPage(last, text) : isNear(above.y - y, usual));
      if (joins) paragraphs[paragraphs.length - 1] = joinLine(last, text);
      else paragraphs.push(text.trim());
    });
  }
  return paragraphs.join("\n\n");
}

function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines.flatMap(({ y }, i) => {
    const above = lines[i - 1];
    return above && above.y > y ? [above.y - y] : [];
  });
  return gaps.sort((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0;
}

/** A line further up begins another column, which parts nothing by itself. */
const isNear = (gap: number, usual: number): boolean => gap <= usual * WIDE_GAP;

const continuesOverPage = (last: string, text: string): boolean =>
  !ENDS_SENTENCE.test(last) && /^\s*\p{Ll}/u.test(text);

function joinLine(last: string, text: string): string {
  const next = text.trim();
  if (/\p{Ll}-$/u.test(last) && /^\p{Ll}/u.test(next)) return last.slice(0, -1) + next;
  return `${last} ${next}`;
}
