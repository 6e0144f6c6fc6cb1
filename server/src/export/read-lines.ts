import { createReadStream } from "node:fs";
import { InvalidInputError } from "../errors.ts";

const CHUNK_BYTES = 2 ** 18;
/** A text may have 50 MB, in UTF-8 and escaped. */
const MAX_LINE_BYTES = 400 * 2 ** 20;
const NEWLINE = 10;

/**
 * Lines of a file without their newline; the last may lack it. Only "\n" ends a line: Node's readline also breaks at
 * U+2028, which JSON may hold as it is.
 */
export async function* readLines(file: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    let rest = chunk as Buffer;
    for (let at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE)) {
      yield Buffer.concat([...parts, rest.subarray(0, at)]);
      [parts, size] = [[], 0];
      rest = rest.subarray(at + 1);
    }
    parts.push(rest);
    size += rest.length;
    if (size > MAX_LINE_BYTES) throw new InvalidInputError(`${file}: got a line of more than 400 MB`);
  }
  if (size > 0) yield Buffer.concat(parts);
}
