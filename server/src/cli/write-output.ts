import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { InvalidInputError } from "../errors.ts";

/** Characters written at a time: a call for each line would cost more than the line. */
const CHUNK_CHARACTERS = 2 ** 16;

async function* inChunks(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let parts: string[] = [];
  let size = 0;
  for await (const text of texts) {
    parts.push(text);
    size += text.length;
    if (size < CHUNK_CHARACTERS) continue;
    yield parts.join("");
    [parts, size] = [[], 0];
  }
  yield parts.join("");
}

/** Writes to a stream that stays open, no faster than it is read. */
export async function writeToStream(texts: AsyncIterable<string>, stream: Writable): Promise<void> {
  for await (const chunk of inChunks(texts)) {
    if (!stream.write(chunk)) await once(stream, "drain");
  }
}

/** Writes a new file, whole or not at all; throws InvalidInputError where it exists. */
export async function writeToFile(texts: AsyncIterable<string>, file: string): Promise<void> {
  if (existsSync(file)) {
    throw new InvalidInputError(`${file} exists already; exports are not overwritten. Choose another name.`);
  }
  await mkdir(dirname(file), { recursive: true });
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    await pipeline(Readable.from(inChunks(texts)), createWriteStream(unfinished, { flush: true }));
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
