import { restoreEmbeddedStore } from "../store/index.ts";
import { embeddedFolder } from "./backup.ts";
import { expectPositionals, type Command } from "./command.ts";

export const restoreCommand: Command = {
  name: "restore",
  help: `Usage: entente restore FILE

Checks a backup and puts it in the place of the embedded store (ENTENTE_DATA). Stop the server first.`,
  options: {},
  run: async (invocation, io) => {
    expectPositionals(invocation, 1, "one backup file");
    const [file = ""] = invocation.positionals;
    const { version, documents } = await restoreEmbeddedStore(file, embeddedFolder(io, "restore"));
    io.out(`restored ${documents} documents at data version ${version} from ${file}`);
    return 0;
  },
};
