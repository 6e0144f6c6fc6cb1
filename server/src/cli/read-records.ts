import type { ArticleInput } from "@entente/extract";
import { InvalidInputError } from "../errors.ts";
import type { Format } from "../inputs/detect-format.ts";
import { readMarkup } from "../inputs/read-page.ts";
import { asFault, type Input, type Overrides } from "./input.ts";
import { isBatch, readRecord, type ArticleRecord } from "./read-record.ts";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

interface Source {
  readonly format: Exclude<Format, "pdf" | "feed">;
  readonly label: string;
  readonly id: string;
  readonly overrides: Overrides;
}

/** The articles, or batches of facts, that a text holds. A fault in one record leaves the others. */
export function readRecords(text: string, source: Source): Input[] {
  const { label, id, overrides } = source;
  switch (source.format) {
    case "text": {
      const heading = /^#\s+(.+)$/m.exec(text.slice(0, 1000))?.[1]?.trim();
      const titled = heading === undefined ? {} : { title: heading };
      return [{ kind: "article", label, id, article: { ...titled, ...overrides, text } }];
    }
    case "html": {
      return [{ kind: "article", label, id, article: { ...readMarkup(text, overrides.url), ...overrides } }];
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
