import { checkStore } from "../ingest/index.ts";
import { expectPositionals, type Command } from "./command.ts";
import { withStore } from "./with-store.ts";

export const checkCommand: Command = {
  name: "check",
  help: `Usage: entente check

Verifies the store's files, every document against its hash, every evidence span, and every state against what its
claims derive to. Prints one line for each fault; the exit code is then 1.`,
  options: {},
  run: async (invocation, io) => {
    expectPositionals(invocation, 0, "no arguments");
    return await withStore(io, async (store) => {
      const { documents, claims, states, faults } = await checkStore(store);
      for (const fault of faults) io.out(fault);
      const checked = `${documents} documents, ${claims} claims, ${states} states checked`;
      if (faults.length === 0) io.out(`sound: ${checked}`);
      else io.err(`${faults.length} faults; ${checked}. Restore a backup, or copy the store into a new one.`);
      return faults.length === 0 ? 0 : 1;
    });
  },
};
