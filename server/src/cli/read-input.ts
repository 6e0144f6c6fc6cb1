import { readHtml, type ArticleInput } from "@entente/extract";
import { basename, extname } from "node:path";
import { EntenteError, InvalidInputError } from "../errors.ts";
import type { Io } from "./command.ts";
import { readFileText } from "./read-file-text.ts";
import { isBatch, readRecord, type ArticleRecord } from "./read-record.ts";

/** What the file itself cannot say. */
export type Overrides = Partial<Pick<ArticleInput, "title" | "published" | "publisher" | "url">>;

/** One article, one batch of facts, or why there is none; `label` names it in messages. */
export type Input =
  | { readonly kind: "article"; readonly label: string; readonly id: string; readonly article: ArticleInput }
  | { readonly kind: "batch"; readonly label: string; readonly batch: unknown }
  | { readonly kind: "fault"; readonly label: string; readonly message: string };

type Format = "text" | "html" | "json" | "lines";

const FORMATS: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".md": "text",
  ".html": "html",
  ".htm": "html",
  ".json": "json",
  ".jsonl": "lines",
  ".ndjson": "lines",
};

/** Everything in one file ("-" for standard input). A fault in one record leaves the others. */
export async function readInput(
  path: string,
  overrides: Overrides,
  { stdin }: Pick<Io, "stdin">,
): Promise<Input[]> {
  const label = path === "-" ? "standard input" : path;
  try {
    const extension = extname(path).toLowerCase();
    const known = FORMATS[extension];
    if (path !== "-" && !known) {
      throw new InvalidInputError(
        `got the extension "${extension}", expected one of ${Object.keys(FORMATS).join(" ")}`,
      );
    }
    const text = (await readFileText(path, stdin)).replace(/^\uFEFF/, "");
    const id = path === "-" ? "stdin" : basename(path, extname(path));
    return readText(text, { format: known ?? sniffFormat(text), label, id, overrides });
  } catch (error) {
    return [asFault(label, error)];
  }
}

function asFault(label: string, error: unknown): Input {
  if (error instanceof EntenteError) return { kind: "fault", label, message: error.message };
  return { kind: "fault", label, message: error instanceof Error ? error.message : String(error) };
}

/** What standard input holds, from how it begins. */
function sniffFormat(text: string): Format {
  const start = text.trimStart();
  if (/^(?:<!doctype|<html|<\?xml)/i.test(start)) return "html";
  if (!/^[{[]/.test(start)) return "text";
  return parseJson(text) === undefined ? "lines" : "json";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

interface Source {
  readonly format: Format;
  readonly label: string;
  readonly id: string;
  readonly overrides: Overrides;
}

function readText(text: string, source: Source): Input[] {
  const { label, id, overrides } = source;
  switch (source.format) {
    case "text": {
      const heading = /^#\s+(.+)$/m.exec(text.slice(0, 1000))?.[1]?.trim();
      const titled = heading === undefined ? {} : { title: heading };
      return [{ kind: "article", label, id, article: { ...titled, ...overrides, text } }];
    }
    case "html": {
      const page = readHtml(text, overrides.url);
      if (page.text.trim() === "") throw new InvalidInputError("is a page without text, expected an article");
      return [{ kind: "article", label, id, article: withoutMissing({ ...page, ...overrides }) }];
    }
    case "json": {
      const value = parseJson(text);
      if (value === undefined)
        throw new InvalidInputError("is malformed JSON, expected a record or a list of records");
      const values = Array.isArray(value) ? (value as unknown[]) : [value];
      if (values.length === 0) throw new InvalidInputError("is an empty list, expected records");
      return values.map((one, i) =>
        readValue(one, values.length === 1 ? source : numbered(source, `[${i}]`)),
      );
    }
    case "lines":
      return text
        .split("\n")
        .flatMap((line, i) => (line.trim() === "" ? [] : [readLine(line, numbered(source, `:${i + 1}`))]));
  }
}

const numbered = (source: Source, place: string): Source => ({
  ...source,
  label: `${source.label}${place}`,
  id: `${source.id}${place}`,
});

function readLine(line: string, source: Source): Input {
  const value = parseJson(line);
  if (value === undefined)
    return asFault(source.label, new InvalidInputError("is malformed JSON, expected one object"));
  return readValue(value, source);
}

function readValue(value: unknown, { label, id, overrides }: Source): Input {
  if (isBatch(value)) return { kind: "batch", label, batch: value };
  try {
    const record = readRecord(value);
    const article = { ...articleOf(record), ...overrides };
    return {
      kind: "article",
      label: record.id == null ? label : `${label} (${record.id})`,
      id: record.id ?? id,
      article,
    };
  } catch (error) {
    return asFault(label, error);
  }
}

const articleOf = ({ title, published, publisher, url, language, text }: ArticleRecord): ArticleInput =>
  withoutMissing({ title, published, publisher, url, language, text });

/** The article's known fields only: a missing one is not an empty one. */
function withoutMissing(fields: {
  readonly [K in keyof ArticleInput]: ArticleInput[K] | null | undefined;
}): ArticleInput {
  const known = Object.entries(fields).filter(([, value]) => value != null);
  return Object.fromEntries(known) as unknown as ArticleInput;
}
