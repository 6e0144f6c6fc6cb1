import { parseIsoDate } from "@entente/graph-schema";
import { UsageError } from "../errors.ts";
import { textOption, type Command, type Invocation } from "./command.ts";
import type { Overrides } from "./read-input.ts";

/** Options that say what a file cannot. */
export const INPUT_OPTIONS: Command["options"] = {
  title: { type: "string" },
  published: { type: "string" },
  publisher: { type: "string" },
  url: { type: "string" },
};

export const INPUT_HELP = `Files: .txt, .md, .html, .json (a record {id, title, published, publisher, url, text} or a list of them; other
keys are ignored), .jsonl or .ndjson (one record, or one line of extract --format facts, a line); - is standard input.

Options, where the file cannot say:
  --title TEXT        headline
  --published DATE    YYYY-MM-DD, YYYY-MM or YYYY; "last December" is resolved against it
  --publisher TEXT    who published it
  --url URL           where it was found`;

/** The files and what is said about them; throws UsageError where none is named. */
export function readInputOptions(invocation: Invocation): {
  readonly files: readonly string[];
  readonly overrides: Overrides;
} {
  const files = invocation.positionals;
  if (files.length === 0) throw new UsageError("got no file, expected at least one, or - for standard input");
  const published = textOption(invocation, "published");
  if (published !== undefined && !parseIsoDate(published)) {
    throw new UsageError(`--published: got "${published}", expected YYYY-MM-DD, YYYY-MM or YYYY`);
  }
  const url = textOption(invocation, "url");
  if (url !== undefined && !/^https?:\/\//.test(url)) {
    throw new UsageError(`--url: got "${url}", expected an http or https address`);
  }
  const given = {
    title: textOption(invocation, "title"),
    published,
    publisher: textOption(invocation, "publisher"),
    url,
  };
  return {
    files,
    overrides: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}
