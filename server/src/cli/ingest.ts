import type { FactBatch } from "@entente/graph-schema";
import { EntenteError } from "../errors.ts";
import { ingestArticle, ingestBatch, loadReference, type IngestResult } from "../ingest/index.ts";
import type { GraphStore } from "../store/graph-store.ts";
import type { Command, Io } from "./command.ts";
import { INPUT_HELP, INPUT_OPTIONS, readInputOptions } from "./input-options.ts";
import type { Input } from "./input.ts";
import { readInput } from "./read-input.ts";
import { withStore } from "./with-store.ts";

export const ingestCommand: Command = {
  name: "ingest",
  help: `Usage: entente ingest [OPTIONS] FILE|URL…

Reads each article, extracts the agreements it speaks of and stores them with the sentences that state them. Prints
one line for each article: what was found, or "duplicate". An article that fails leaves the others; the exit code is
then 1.

${INPUT_HELP}`,
  options: INPUT_OPTIONS,
  run: async (invocation, io) => {
    const { files, reading } = readInputOptions(invocation);
    return await withStore(io, async (store) => {
      await loadReference(store);
      let failed = 0;
      for (const [i, file] of files.entries()) {
        io.progress(`${i + 1} of ${files.length}: ${file}`);
        for (const input of await readInput(file, reading, io)) {
          if (!(await ingestInput(store, input, io))) failed++;
        }
      }
      io.progress(null);
      return failed === 0 ? 0 : 1;
    });
  },
};

/** True where it was stored, or was there already. A store that is away stops everything. */
async function ingestInput(store: GraphStore, input: Input, io: Io): Promise<boolean> {
  try {
    if (input.kind === "fault") throw new EntenteError("BAD_USER_INPUT", input.message);
    const result =
      input.kind === "batch"
        ? await ingestBatch(store, input.batch as FactBatch)
        : await ingestArticle(store, input.article);
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
