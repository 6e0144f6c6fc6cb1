import { decodeBytes, looksLikeFeed, readPdf } from "@entente/extract";
import { basename, extname } from "node:path";
import { InvalidInputError } from "../errors.ts";
import { checkArticle } from "../inputs/check-article.ts";
import {
  formatOfExtension,
  isPdf,
  READ_EXTENSIONS,
  sniffFormat,
  type Format,
} from "../inputs/detect-format.ts";
import { MAX_TEXT_LENGTH } from "../ingest/index.ts";
import type { Io } from "./command.ts";
import { asFault, type Input, type Reading } from "./input.ts";
import { readFeedItems } from "./read-feed-items.ts";
import { readFileBytes } from "./read-file-bytes.ts";
import { readRecords } from "./read-records.ts";

/** Everything in one file, behind one address or on standard input ("-"). A fault in one record leaves the others. */
export async function readInput(
  path: string,
  reading: Reading,
  io: Pick<Io, "stdin" | "fetchSource">,
): Promise<Input[]> {
  const label = path === "-" ? "standard input" : path;
  try {
    const found = await openSource(path, io);
    const inputs = await readSource(found, { ...reading, label, fetchSource: io.fetchSource });
    return inputs.map(refuseUnreadable);
  } catch (error) {
    return [asFault(label, error)];
  }
}

interface Opened {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** From the file's name; null where only the content tells. */
  readonly named: Format | null;
  readonly charset?: string | undefined;
  /** The address it was fetched from. */
  readonly url?: string;
}

async function openSource(
  path: string,
  { stdin, fetchSource }: Pick<Io, "stdin" | "fetchSource">,
): Promise<Opened> {
  if (/^[a-z][a-z0-9+.-]+:\/\//iu.test(path)) {
    const { url, bytes, charset, mediaType } = await fetchSource(path);
    return { id: url, bytes, charset, url, named: mediaType.endsWith("html") ? "html" : null };
  }
  if (path === "-") return { id: "stdin", bytes: await readFileBytes(path, stdin), named: null };
  const extension = extname(path);
  const named = formatOfExtension(extension);
  if (!named) {
    throw new InvalidInputError(
      `got the extension "${extension.toLowerCase()}", expected one of ${READ_EXTENSIONS}`,
    );
  }
  return { id: basename(path, extension), bytes: await readFileBytes(path, stdin), named };
}

interface Purpose extends Reading {
  readonly label: string;
  readonly fetchSource: Io["fetchSource"];
}

async function readSource({ id, bytes, named, charset, url }: Opened, purpose: Purpose): Promise<Input[]> {
  const { label, follow, fetchSource } = purpose;
  const overrides = { ...(url !== undefined && { url }), ...purpose.overrides };
  const known = named ?? (isPdf(bytes) ? "pdf" : null);
  if (known === "pdf") {
    const article = await readPdf(bytes, { maxLength: MAX_TEXT_LENGTH });
    return [{ kind: "article", label, id, article: { ...article, ...overrides } }];
  }
  const text = decodeBytes(bytes, charset);
  if (text.trim() === "") throw new InvalidInputError("holds only blanks, expected an article");
  const format = sniffNamed(known, text);
  if (format === "feed")
    return await readFeedItems(text, { label, url, follow, fetchSource, overrides: purpose.overrides });
  return readRecords(text, { format, label, id, overrides });
}

type TextFormat = Exclude<Format, "pdf">;

/** A JSON Feed has the extension of records, and servers call feeds pages. */
function sniffNamed(named: TextFormat | null, text: string): TextFormat {
  const tells = named !== null && !(["json", "html"].includes(named) && looksLikeFeed(text));
  return tells ? named : sniffFormat(text);
}

/** An article that the rules could not read, or would misread, is a fault. */
function refuseUnreadable(input: Input): Input {
  if (input.kind !== "article") return input;
  try {
    checkArticle(input.article);
    return input;
  } catch (error) {
    return asFault(input.label, error);
  }
}
