import { explainAnalysis, summarizeArticle, toFactBatch, type Extractor } from "@entente/extract";
import { UsageError } from "../errors.ts";
import { textOption, type Command, type Invocation, type Io } from "./command.ts";
import { EXTRACTOR_HELP, EXTRACTOR_OPTIONS, readExtractor } from "./extractor-option.ts";
import { INPUT_HELP, INPUT_OPTIONS, readInputOptions } from "./input-options.ts";
import { readAnalyses, type Analyzed } from "./read-analyses.ts";

type Article = Extract<Analyzed, { readonly kind: "article" }>;

/** What each format prints of an article. */
const FORMATS = {
  summary: ({ id, analysis }: Article) => JSON.stringify(summarizeArticle(id, analysis)),
  facts: ({ analysis }: Article, { producer }: Extractor) => JSON.stringify(toFactBatch(analysis, producer)),
  explain: ({ analysis }: Article) => explainAnalysis(analysis),
} as const;
type Format = keyof typeof FORMATS;

export const extractCommand: Command = {
  name: "extract",
  help: `Usage: entente extract [OPTIONS] FILE|URL…

Prints what each article states, and touches no store.

  --format summary    one line of JSON for each article: its deals, countries, blocs, people, money (the default)
  --format facts      one line of JSON for each article: its facts, as ingest takes them back (.jsonl)
  --format explain    for people: each sentence with its mentions, the deals framed from it and why, what was dropped
  --explain           the same as --format explain
${EXTRACTOR_HELP}

${INPUT_HELP}`,
  options: {
    ...INPUT_OPTIONS,
    ...EXTRACTOR_OPTIONS,
    format: { type: "string" },
    explain: { type: "boolean" },
  },
  run: async (invocation, io) => {
    const format = readFormat(invocation);
    const { files, reading } = readInputOptions(invocation);
    const extractor = readExtractor(invocation, io);
    let failed = 0;
    for await (const input of readAnalyses({ files, reading, extractor }, io)) {
      if (!print(input, io, (article) => FORMATS[format](article, extractor))) failed++;
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

function print(input: Analyzed, io: Io, write: (article: Article) => string): boolean {
  io.progress(null);
  if (input.kind === "article") {
    io.out(write(input));
    return true;
  }
  io.err(
    `${input.label}: ${input.kind === "fault" ? input.message : "holds facts already, expected an article"}`,
  );
  return false;
}
