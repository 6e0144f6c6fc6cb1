import { rederive } from "../ingest/index.ts";
import { expectPositionals, type Command } from "./command.ts";
import { withStore } from "./with-store.ts";

export const rederiveCommand: Command = {
  name: "rederive",
  help: `Usage: entente rederive

Recomputes the state of every entity from its claims, as after a change of the rule. Writes only what differs.`,
  options: {},
  run: async (invocation, io) => {
    expectPositionals(invocation, 0, "no arguments");
    return await withStore(io, async (store) => {
      const { entities, changed } = await rederive(store);
      io.out(`${entities} entities with claims; ${changed} states changed`);
      return 0;
    });
  },
};
