import { analyzeArticle, explainArticle, extractArticle, summarizeArticle } from "@entente/extract";
import { UsageError } from "../errors.ts";
import { textOption, type Command, type Invocation, type Io } from "./command.ts";
import { INPUT_HELP, INPUT_OPTIONS, readInputOptions } from "./input-options.ts";
import type { Input } from "./input.ts";
import { readInput } from "./read-input.ts";

type Article = Extract<Input, { readonly kind: "article" }>;

/** What each format prints of an article. */
const FORMATS = {
  summary: ({ id, article }: Article) => JSON.stringify(summarizeArticle(id, analyzeArticle(article))),
  facts: ({ article }: Article) => JSON.stringify(extractArticle(article)),
  explain: ({ article }: Article) => explainArticle(article),
} as const;
type Format = keyof typeof FORMATS;

export const extractCommand: Command = {
  name: "extract",
  help: `Usage: entente extract [OPTIONS] FILE|URL…

Prints what each article states, and touches no store.

  --format summary    one line of JSON for each article: its deals, countries, blocs, people, money (the default)
  --format facts      one line of JSON for each article: its facts, as ingest takes them back (.jsonl)
  --format explain    for people: each deal with its sentences and the rules that found it
  --explain           the same as --format explain

${INPUT_HELP}`,
  options: { ...INPUT_OPTIONS, format: { type: "string" }, explain: { type: "boolean" } },
  run: async (invocation, io) => {
    const format = readFormat(invocation);
    const { files, reading } = readInputOptions(invocation);
    let failed = 0;
    for (const [i, file] of files.entries()) {
      io.progress(`${i + 1} of ${files.length}: ${file}`);
      for (const input of await readInput(file, reading, io)) {
        if (!print(input, format, io)) failed++;
      }
    }
    io.progress(null);
    return failed === 0 ? 0 : 1;
  },
};

function readFormat(invocation: Invocation): Format {
  const named = textOption(invocation, "format");
  const explain = invocation.values.explain === true;
  if (explain && named !== undefined && named !== "explain") {
    throw new UsageError(`--explain: got --format ${named} too, expected one of them`);
  }
  const format = Object.keys(FORMATS).find((name) => name === (explain ? "explain" : (named ?? "summary")));
  if (format === undefined) {
    throw new UsageError(`--format: got "${named ?? ""}", expected ${Object.keys(FORMATS).join(", ")}`);
  }
  return format as Format;
}

function print(input: Input, format: Format, io: Io): boolean {
  io.progress(null);
  if (input.kind === "article") {
    io.out(FORMATS[format](input));
    return true;
  }
  io.err(
    `${input.label}: ${input.kind === "fault" ? input.message : "holds facts already, expected an article"}`,
  );
  return false;
}
