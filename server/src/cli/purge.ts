import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { UsageError } from "../errors.ts";
import { planPurge } from "../review/plan-purge.ts";
import { expectPositionals, textOption, type Command } from "./command.ts";
import { withStore } from "./with-store.ts";

export const purgeCommand: Command = {
  name: "purge",
  help: `Usage: entente purge ID --reason TEXT [--by NAME]

Erases a document for good, as a law may demand: its text, every claim and quote of it, and every former state that
rests on it, so that earlier data versions answer without them. What other documents state stays. The audit log keeps
that a document of this id was purged, when, by whom and why; write nothing into the reason that must not stay.

Copies of the text under other addresses are documents of their own, and backups are files of yours: purge them too.
To take a document back without erasing it, retract it.

  --reason TEXT   why; kept in the audit log
  --by NAME       who; your login name without it`,
  options: { reason: { type: "string" }, by: { type: "string" } },
  run: async (invocation, io) => {
    expectPositionals(invocation, 1, "the id of one document, such as document:0f…");
    const [id = ""] = invocation.positionals;
    const reason = textOption(invocation, "reason")?.trim() ?? "";
    if (reason === "") throw new UsageError("--reason: got nothing, expected why it is purged");
    const by = textOption(invocation, "by") ?? userInfo().username;
    return await withStore(io, async (store) => {
      const purge = { id, reason, by, at: new Date().toISOString() };
      const { erasedClaims } = await store.commitPlan((read) => planPurge(purge, read), {
        idempotencyKey: randomUUID(),
      });
      io.out(`${id}: purged, with ${erasedClaims} claims that held`);
      return 0;
    });
  },
};
