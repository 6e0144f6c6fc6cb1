import { toFactBatch, type Extractor } from "@entente/extract";
import type { FactBatch } from "@entente/graph-schema";
import { EntenteError } from "../errors.ts";
import { ingestBatch, loadReference, type IngestResult } from "../ingest/index.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { Command, Io } from "./command.ts";
import { EXTRACTOR_HELP, EXTRACTOR_OPTIONS, readExtractor } from "./extractor-option.ts";
import { INPUT_HELP, INPUT_OPTIONS, readInputOptions } from "./input-options.ts";
import { readAnalyses, type Analyzed } from "./read-analyses.ts";
import { withStore } from "./with-store.ts";

export const ingestCommand: Command = {
  name: "ingest",
  help: `Usage: entente ingest [OPTIONS] FILE|URL…

Reads each article, extracts the agreements it speaks of and stores them with the sentences that state them. Prints
one line for each article: what was found, or "duplicate". An article that fails leaves the others; the exit code is
then 1.

${EXTRACTOR_HELP}

${INPUT_HELP}`,
  options: { ...INPUT_OPTIONS, ...EXTRACTOR_OPTIONS },
  run: async (invocation, io) => {
    const { files, reading } = readInputOptions(invocation);
    const extractor = readExtractor(invocation, io);
    return await withStore(io, async (store) => {
      await loadReference(store);
      let failed = 0;
      for await (const input of readAnalyses({ files, reading, extractor }, io)) {
        if (!(await ingestInput({ store, extractor, io }, input))) failed++;
      }
      io.progress(null);
      return failed === 0 ? 0 : 1;
    });
  },
};

interface Ingesting {
  readonly store: GraphStore;
  readonly extractor: Extractor;
  readonly io: Io;
}

/** True where it was stored, or was there already. A store that is away stops everything. */
async function ingestInput({ store, extractor, io }: Ingesting, input: Analyzed): Promise<boolean> {
  try {
    if (input.kind === "fault") throw new EntenteError("BAD_USER_INPUT", input.message);
    const batch =
      input.kind === "batch" ? (input.batch as FactBatch) : toFactBatch(input.analysis, extractor.producer);
    const result = await ingestBatch(store, batch);
    io.progress(null);
    io.out(`${input.label}: ${describe(result)}`);
    return true;
  } catch (error) {
    if (!(error instanceof EntenteError) || error.code !== "BAD_USER_INPUT") throw error;
    io.progress(null);
    io.err(`${input.label}: ${error.message}`);
    return false;
  }
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function describe({ document, duplicate, agreements, claims }: IngestResult): string {
  if (duplicate) return `duplicate of ${document.id}, nothing changed`;
  return `${plural(agreements.length, "agreement")}, ${plural(claims.length, "claim")} in ${document.id}`;
}
