import { createReadStream, type ReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { parse, type CsvError } from "csv-parse";
import { ImportError } from "../import-error.ts";
import { decodeCell } from "./decode-cell.ts";
import type { Sheet, SheetRow } from "./table.ts";

/** Enough for any heading. */
const HEAD_BYTES = 256 * 1024;
/** A cell may hold a long description, not a whole file that a quote swallowed. */
const MAX_RECORD_BYTES = 4 * 2 ** 20;
const DELIMITERS = [",", ";", "\t", "|"];

interface Head {
  readonly encoding: "utf16le" | "latin1";
  readonly start: number;
  readonly bytes: number;
  readonly delimiter: string;
  /** How rows end: two characters, or one of them; old spreadsheets of one make write "\r" alone. */
  readonly rowEnd: string;
}

/** A file of separated values, whatever separates them, in UTF-8, UTF-16 or a Western charset. */
export async function openCsv(file: string): Promise<Sheet> {
  const head = await readHead(file);
  let source: ReadStream | null = null;
  const progress = (): number => (head.bytes === 0 ? 1 : (source?.bytesRead ?? 0) / head.bytes);
  const open = (): ReadStream => {
    const { start, encoding } = head;
    source = createReadStream(file, { start, ...(encoding === "utf16le" && { encoding }) });
    return source;
  };
  return { label: file, progress, rows: () => readRows(file, head, open()) };
}

async function readHead(file: string): Promise<Head> {
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(bytes, 0, HEAD_BYTES, 0);
    if (bytesRead === 0) throw new ImportError(`${file}: is empty, expected a heading and rows`);
    const [first, second, third] = bytes;
    const isUtf16 = first === 0xff && second === 0xfe;
    const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
    const start = isUtf16 ? 2 : isMarked ? 3 : 0;
    const encoding = isUtf16 ? "utf16le" : "latin1";
    const text = bytes.subarray(start, bytesRead).toString(encoding);
    if (text.includes("\0")) throw new ImportError(`${file}: got binary data, expected .csv, .xlsx or .zip`);
    const { size } = await handle.stat();
    return { encoding, start, bytes: size - start, ...measureHeading(text) };
  } finally {
    await handle.close();
  }
}

/** The delimiter that the heading has most of, and the first row end, both outside quotes. */
function measureHeading(text: string): Pick<Head, "delimiter" | "rowEnd"> {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  let end = text.length;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === "\r" || char === "\n") {
      end = i;
      break;
    } else if (counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const [delimiter = ","] = [...counts].sort((a, b) => b[1] - a[1]).map(([char]) => char);
  const rowEnd = text.startsWith("\r\n", end) ? "\r\n" : text.charAt(end) === "\r" ? "\r" : "\n";
  return { delimiter, rowEnd };
}

async function* readRows(
  file: string,
  { encoding, delimiter, rowEnd }: Head,
  source: ReadStream,
): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
    record_delimiter: rowEnd === "\r\n" ? ["\r\n", "\n"] : rowEnd,
    encoding: encoding === "latin1" ? "latin1" : "utf8",
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_BYTES,
    info: true,
    skip_records_with_error: true,
  });
  const broken: CsvError[] = [];
  parser.on("skip", (error: CsvError) => broken.push(error));
  pipeline(source, parser, () => undefined);
  for await (const each of parser) {
    const { record, info } = each as { record: string[]; info: { lines: number } };
    const cells = record.map((cell) => (encoding === "latin1" ? decodeCell(cell) : { text: cell }));
    yield {
      line: info.lines,
      texts: cells.map(({ text }) => text),
      faults: cells.flatMap(({ text, expected }, index) =>
        expected ? [{ index, value: text, expected }] : [],
      ),
    };
  }
  const [first] = broken;
  if (!first) return;
  const reason = first.code === "CSV_QUOTE_NOT_CLOSED" ? "a quoted cell that never ends" : first.message;
  throw new ImportError(`${file}: got ${reason}, expected separated values to the end; is it cut off?`);
}
