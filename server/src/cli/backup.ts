import { readStoreConfig } from "../config.ts";
import { backupEmbeddedStore } from "../store/index.ts";
import { UsageError } from "../errors.ts";
import { expectPositionals, type Command, type Io } from "./command.ts";

/** The folder of the embedded store; backups of Neo4j are its own tools' business. */
export function embeddedFolder({ env }: Io, command: string): string {
  const { neo4j, dataFolder } = readStoreConfig(env);
  if (!neo4j) return dataFolder;
  throw new UsageError(
    `NEO4J_URI is set, and ${command} works on the embedded store. Use Neo4j's own backup, or entente copy --from neo4j --to embedded:FOLDER.`,
  );
}

export const backupCommand: Command = {
  name: "backup",
  help: `Usage: entente backup FILE

Writes a consistent copy of the embedded store (ENTENTE_DATA) to a new file, also while a server uses the store.`,
  options: {},
  run: async (invocation, io) => {
    expectPositionals(invocation, 1, "one file to write");
    const [file = ""] = invocation.positionals;
    const { version, documents } = await backupEmbeddedStore(embeddedFolder(io, "backup"), file);
    io.out(`${file}: ${documents} documents at data version ${version}`);
    return 0;
  },
};
