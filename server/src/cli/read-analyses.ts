import { ModelError, type ArticleAnalysis, type Extractor } from "@entente/extract";
import { EntenteError } from "../errors.ts";
import type { Io } from "./command.ts";
import type { Input, Reading } from "./input.ts";
import { mapInOrder } from "./map-in-order.ts";
import { readInput } from "./read-input.ts";

/** An article with what the extractor found in it; batches and faults pass as they are. */
export type Analyzed =
  | (Extract<Input, { readonly kind: "article" }> & { readonly analysis: ArticleAnalysis })
  | Exclude<Input, { readonly kind: "article" }>;

interface Sources {
  readonly files: readonly string[];
  readonly reading: Reading;
  readonly extractor: Extractor;
}

async function* readAll({ files, reading }: Sources, io: Io): AsyncGenerator<Input> {
  for (const [at, file] of files.entries()) {
    io.progress(`${at + 1} of ${files.length}: ${file}`);
    yield* await readInput(file, reading, io);
  }
}

/** A model's fault about one article leaves the others; one that all would meet stops the run. */
function modelFault(label: string, error: unknown): Extract<Input, { readonly kind: "fault" }> {
  if (!(error instanceof ModelError)) throw error;
  if (error.stops) throw new EntenteError("MODEL_UNAVAILABLE", error.message, { cause: error });
  return { kind: "fault", label, message: error.message };
}

/** Every article of the files, read by the extractor, in order. */
export function readAnalyses(sources: Sources, io: Io): AsyncGenerator<Analyzed> {
  const { extractor } = sources;
  return mapInOrder(readAll(sources, io), extractor.concurrency, async (input): Promise<Analyzed> => {
    if (input.kind !== "article") return input;
    try {
      return { ...input, analysis: await extractor.analyze(input.article) };
    } catch (error) {
      return modelFault(input.label, error);
    }
  });
}
