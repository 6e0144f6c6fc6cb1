import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const SUPERVISOR = fileURLToPath(new URL("supervise.mjs", import.meta.url));

/** Starts one real Neo4j under a supervisor that ends it when `stop` is called or this process is gone. */
export async function startNeo4j() {
  const supervisor = spawn(process.execPath, [SUPERVISOR], {
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
  });
  supervisor.stdin.on("error", () => undefined);
  const stop = async () => {
    if (supervisor.exitCode !== null || supervisor.signalCode !== null) return;
    const ended = once(supervisor, "exit");
    supervisor.stdin.end();
    await ended;
  };
  const lines = createInterface({ input: supervisor.stdout });
  const line = await Promise.race([
    once(lines, "line").then(([text]) => text),
    once(supervisor, "exit").then(([code]) =>
      JSON.stringify({ fault: `Neo4j's supervisor ended (${code})` }),
    ),
  ]);
  const answer = JSON.parse(line);
  if (!answer.engine) await stop();
  return { ...answer, stop };
}
