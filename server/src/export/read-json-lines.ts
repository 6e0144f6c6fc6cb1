import { createHash } from "node:crypto";
import { InvalidInputError } from "../errors.ts";
import type { DumpRow } from "../store/graph-store.ts";
import { readLines } from "./read-lines.ts";
import { FORMAT, type End } from "./write-json-lines.ts";

const CUT = "it was cut off or changed. Export it again.";

function parse(line: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line.toString("utf8"));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function checkHeader(file: string, line: Buffer): void {
  const { entente, format } = parse(line);
  if (entente !== "store") {
    const got = line.subarray(0, 60).toString("utf8");
    throw new InvalidInputError(
      `${file}: got a first line "${got}", expected a file that entente export --format jsonl wrote`,
    );
  }
  if (format !== FORMAT) {
    throw new InvalidInputError(
      `${file}: got format ${String(format)}, expected ${FORMAT}: another release of Entente wrote it`,
    );
  }
}

const isRow = ({ table, row }: Readonly<Record<string, unknown>>): boolean =>
  typeof table === "string" && typeof row === "object" && row !== null;

/**
 * The rows of a file that writeJsonLines wrote. Throws InvalidInputError, at its end or before, where the file is not
 * whole: read it through with countJsonLines before anything is stored.
 */
export async function* readJsonLines(file: string): AsyncGenerator<DumpRow> {
  const hash = createHash("sha256");
  let [count, number] = [0, 0];
  let end: End["end"] | null = null;
  for await (const line of readLines(file)) {
    number++;
    const value = number === 1 ? null : parse(line);
    if (end) throw new InvalidInputError(`${file}, line ${number}: got more after the last line: ${CUT}`);
    if (value === null) checkHeader(file, line);
    else if ("end" in value) {
      end = (value as unknown as End).end;
      continue;
    } else {
      if (!isRow(value)) throw new InvalidInputError(`${file}, line ${number}: got no row: ${CUT}`);
      count++;
      yield value as unknown as DumpRow;
    }
    hash.update(line).update("\n");
  }
  checkEnd(file, { expected: end, got: { rows: count, sha256: hash.digest("hex") } });
}

function checkEnd(
  file: string,
  { expected, got }: { readonly expected: End["end"] | null; readonly got: End["end"] },
): void {
  if (!expected) {
    throw new InvalidInputError(`${file}: got ${got.rows} rows and no last line that counts them: ${CUT}`);
  }
  if (expected.rows === got.rows && expected.sha256 === got.sha256) return;
  throw new InvalidInputError(
    `${file}: got ${got.rows} rows with SHA-256 ${got.sha256}, expected ${expected.rows} with ${expected.sha256}: ${CUT}`,
  );
}

/** Reads the whole file and answers with its number of rows; throws where it is not whole. */
export async function countJsonLines(file: string): Promise<number> {
  let rows = 0;
  for await (const _ of readJsonLines(file)) rows++;
  return rows;
}
