import { joinPdfLines, type PdfLine } from "./join-pdf-lines.ts";
import { normalizeText } from "./normalize-text.ts";
import { UnreadableError } from "./unreadable-error.ts";

export interface PdfArticle {
  readonly title?: string;
  readonly text: string;
}

/** Titles that word processors give by themselves. */
const MACHINE_TITLE = /^(?:microsoft word|untitled|powerpoint)|\.(?:docx?|pdf|indd|rtf|odt|pptx?)$/iu;

/**
 * Text and title of a PDF, page by page, its lines joined to paragraphs; images are not read. Throws UnreadableError for
 * a broken or encrypted file, one without text, and one with more than `maxLength` characters, without reading the rest.
 */
export async function readPdf(bytes: Uint8Array, { maxLength }: { maxLength: number }): Promise<PdfArticle> {
  // PDFs are rare and their parser is large: loaded only where one comes.
  const { getDocumentProxy } = await import("unpdf");
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch(explainPdfError);
  try {
    const pages: PdfLine[][] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const lines = readLines((await page.getTextContent()).items as readonly PdfItem[]);
      page.cleanup();
      length += lines.reduce((sum, line) => sum + line.text.length, 0);
      if (length > maxLength) {
        const limit = maxLength.toLocaleString("en");
        throw new UnreadableError(
          `got more than ${limit} characters by page ${number}, expected up to ${limit}`,
        );
      }
      pages.push(lines);
    }
    const text = normalizeText(joinPdfLines(pages));
    if (text === "")
      throw new UnreadableError("got a PDF without text, perhaps scanned, expected one with text");
    const { info } = await document.getMetadata();
    const stated = "Title" in info && typeof info.Title === "string" ? normalizeText(info.Title) : "";
    return { text, ...(stated !== "" && !MACHINE_TITLE.test(stated) && { title: stated }) };
  } catch (error) {
    return explainPdfError(error);
  } finally {
    await document.destroy();
  }
}

function explainPdfError(error: unknown): never {
  if (error instanceof UnreadableError) throw error;
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") {
    throw new UnreadableError("got an encrypted PDF, expected one that opens without a password");
  }
  throw new UnreadableError("got a broken PDF, expected one that a viewer opens");
}

/** The part of a text item that is read here. */
interface PdfItem {
  readonly str?: string;
  readonly hasEOL?: boolean;
  readonly height?: number;
  /** A matrix; its sixth number is the height on the page, from below. */
  readonly transform?: readonly number[];
}

function readLines(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let [text, y] = ["", 0];
  for (const { str = "", hasEOL = false, transform } of items) {
    if (text === "") y = transform?.[5] ?? 0;
    text += str;
    if (!hasEOL) continue;
    lines.push({ text, y });
    text = "";
  }
  if (text !== "") lines.push({ text, y });
  return lines.filter((line) => line.text.trim() !== "");
}
