import { crc32 } from "node:zlib";
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from "yauzl";
import { ImportError } from "../import-error.ts";

/** A workbook within an archive is unpacked to memory; larger ones are to be unpacked by hand. */
const MAX_UNPACKED_BYTES = 256 * 2 ** 20;

/** The entries of a zip file, whole and checked against their sums as they are read. */
export interface Archive {
  readonly label: string;
  readonly names: readonly string[];
  read(name: string): AsyncIterable<Buffer>;
  /** Unpacked bytes of an entry. */
  size(name: string): number;
  readWhole(name: string): Promise<Buffer>;
  close(): void;
}

const whole = (label: string, error: unknown): ImportError => {
  const reason = error instanceof Error ? error.message : String(error);
  return new ImportError(
    `${label}: got a damaged or cut off archive (${reason}), expected a whole .zip or .xlsx; fetch it again`,
  );
};

/** Opens a zip file by its path, or from bytes that an outer archive held. */
export async function openArchive(label: string, from: string | Buffer): Promise<Archive> {
  try {
    const options = { lazyEntries: true, autoClose: false } as const;
    const zip = await (typeof from === "string"
      ? openPromise(from, options)
      : fromBufferPromise(from, options));
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    return asArchive(label, zip, entries);
  } catch (error) {
    throw whole(label, error);
  }
}

function asArchive(label: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>): Archive {
  async function* read(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) throw new ImportError(`${label}: got no ${name}, expected it in the archive`);
    let sum = 0;
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        sum = crc32(chunk as Buffer, sum);
        yield chunk as Buffer;
      }
    } catch (error) {
      throw whole(label, error);
    }
    if (sum !== entry.crc32) throw whole(label, new Error(`the sum of ${name} differs`));
  }
  return {
    label,
    names: [...entries.keys()],
    read,
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    async readWhole(name) {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of read(name)) {
        size += chunk.length;
        if (size > MAX_UNPACKED_BYTES) {
          throw new ImportError(
            `${label}: got ${name} of more than ${MAX_UNPACKED_BYTES / 2 ** 20} MB; unpack it and import the file itself`,
          );
        }
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
    close: () => zip.close(),
  };
}
