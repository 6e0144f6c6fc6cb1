import { reextract } from "../ingest/index.ts";
import { expectPositionals, textOption, type Command } from "./command.ts";
import { withStore } from "./with-store.ts";

export const reextractCommand: Command = {
  name: "reextract",
  help: `Usage: entente reextract [--document ID]

Reads stored articles again, as after an update of the extractor. What it states now takes the place of what it stated
before; claims that a person has judged or corrected stay as they are. A second run changes nothing.

  --document ID   only this one`,
  options: { document: { type: "string" } },
  run: async (invocation, io) => {
    expectPositionals(invocation, 0, "no arguments but --document");
    const document = textOption(invocation, "document");
    return await withStore(io, async (store) => {
      const { documents, changed, added, superseded, newer } = await reextract(store, {
        ...(document !== undefined && { document }),
        onProgress: (done) => {
          io.progress(`${done} articles`);
        },
      });
      io.progress(null);
      io.out(
        `${documents} articles read again; ${changed} changed: ${added} claims added, ${superseded} superseded`,
      );
      if (newer > 0) io.err(`${newer} articles were read by a newer extractor than this one and left alone`);
      return 0;
    });
  },
};
