import { parseIsoDate } from "@entente/graph-schema";
import { UsageError } from "../errors.ts";
import { textOption, type Command, type Invocation } from "./command.ts";
import type { Reading } from "./input.ts";

/** Options that say what a file cannot. */
export const INPUT_OPTIONS: Command["options"] = {
  title: { type: "string" },
  published: { type: "string" },
  publisher: { type: "string" },
  url: { type: "string" },
  follow: { type: "boolean" },
};

export const INPUT_HELP = `Files: .txt, .md, .html, .pdf, .rss, .atom or .xml (a feed: one article an item), .json (a record {id, title,
published, publisher, url, text}, a list of them or a JSON Feed; other keys are ignored), .jsonl or .ndjson (one record,
or one line of extract --format facts, a line); - is standard input. Text may be in any charset, but only in English.

Addresses: http://… and https://… of a page, a PDF, a text or a feed on the open Internet; private networks are refused.

Options, where the source cannot say:
  --title TEXT        headline
  --published DATE    YYYY-MM-DD, YYYY-MM or YYYY; "last December" is resolved against it
  --publisher TEXT    who published it
  --url URL           where it was found

  --follow            read the page of each item of a feed instead of the text in the feed`;

/** The files and what is said about them; throws UsageError where none is named. */
export function readInputOptions(invocation: Invocation): {
  readonly files: readonly string[];
  readonly reading: Reading;
} {
  const files = invocation.positionals;
  if (files.length === 0)
    throw new UsageError("got no file, expected at least one file or address, or - for standard input");
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
    reading: {
      overrides: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      follow: invocation.values.follow === true,
    },
  };
}
