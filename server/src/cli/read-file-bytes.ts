import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { InvalidInputError } from "../errors.ts";

/** Largest input read at once; an article has kilobytes. Facts of many articles come as JSON lines in several files. */
const MAX_BYTES = 20 * 2 ** 20;

const tooLarge = (bytes: number): InvalidInputError =>
  new InvalidInputError(
    `got ${(bytes / 2 ** 20).toFixed(0)} MB, expected up to ${MAX_BYTES / 2 ** 20} MB; split it`,
  );

/** The content of a file, or of standard input for "-". Throws InvalidInputError that says why it cannot be read. */
export async function readFileBytes(path: string, stdin: Readable): Promise<Buffer> {
  const bytes = path === "-" ? await readStream(stdin) : await readPath(path);
  if (bytes.length === 0) throw new InvalidInputError("is empty, expected an article");
  return bytes;
}

async function readStream(stdin: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MAX_BYTES) throw tooLarge(size);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function readPath(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > MAX_BYTES) throw tooLarge(size);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw explainFileError(error);
  }
}

/** Throws InvalidInputError, with the name and the reason, where a file cannot be read. */
export async function requireReadable(path: string): Promise<void> {
  try {
    const file = await open(path);
    const isFile = (await file.stat()).isFile();
    await file.close();
    if (!isFile) throw new InvalidInputError("is no file");
  } catch (error) {
    const reason = explainFileError(error);
    throw reason instanceof InvalidInputError ? new InvalidInputError(`${path}: ${reason.message}`) : reason;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "is a folder, expected a file",
  EACCES: "may not be read by this user",
  EPERM: "may not be read by this user",
  EMFILE: "cannot be opened: too many files are open",
};

function explainFileError(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = REASONS[code];
  return reason === undefined ? error : new InvalidInputError(reason);
}
