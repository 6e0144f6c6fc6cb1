import { resolve } from "node:path";
import { readNeo4jAddress, readStoreConfig } from "../config.ts";
import type { StoreConfig } from "../store/open-store.ts";
import { UsageError } from "../errors.ts";
import { expectPositionals, textOption, type Command, type Invocation, type Io } from "./command.ts";
import { countRows } from "./count-rows.ts";
import { withStore } from "./with-store.ts";

export const copyCommand: Command = {
  name: "copy",
  help: `Usage: entente copy --from STORE --to STORE

Copies everything: documents, claims, states of all versions, merges and audit log. The target must be empty.

A STORE is one of
  embedded            the folder that ENTENTE_DATA names
  embedded:FOLDER     an embedded store in a folder
  neo4j               the Neo4j that NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE name`,
  options: { from: { type: "string" }, to: { type: "string" } },
  run: async (invocation, io) => {
    expectPositionals(invocation, 0, "only --from and --to");
    const [from, to] = [readEnd(invocation, "from", io), readEnd(invocation, "to", io)];
    if (JSON.stringify(from) === JSON.stringify(to)) {
      throw new UsageError("--to: got the same store as --from, expected another");
    }
    const rows = await withStore(
      io,
      (source) => withStore(io, (target) => target.load(countRows(source.dump(), io)), to),
      from,
    );
    io.progress(null);
    io.out(`${rows} rows copied`);
    return 0;
  },
};

function readEnd(invocation: Invocation, name: "from" | "to", { env }: Io): StoreConfig {
  const text = textOption(invocation, name);
  const [, folder] = /^embedded(?::(.+))?$/.exec(text ?? "") ?? [];
  const { dataFolder } = readStoreConfig({ ENTENTE_DATA: env.ENTENTE_DATA });
  if (text === "neo4j") return { dataFolder, neo4j: readNeo4jAddress(env) };
  if (text === "embedded") return { dataFolder };
  if (folder !== undefined) return { dataFolder: resolve(folder) };
  throw new UsageError(`--${name}: got "${text ?? ""}", expected embedded, embedded:FOLDER or neo4j`);
}
