import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { performance } from "node:perf_hooks";
import { clearTimeout, setTimeout } from "node:timers";

/** A slow machine may seed for this long; beyond it something is wrong. */
const READY_TIMEOUT_MS = 120_000;

export async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

/** Starts a Node program and waits until it prints `ready`; answers how long that took, and how to end it. */
export async function spawnUntilReady(args, { ready, env }) {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  await new Promise((resolve, reject) => {
    const fail = (what) => reject(new Error(`${args.join(" ")}: ${what}\n${output}`));
    const timer = setTimeout(() => fail("was not ready in time"), READY_TIMEOUT_MS);
    const read = (chunk) => {
      output += chunk;
      if (!output.includes(ready)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
  const stop = async () => {
    child.removeAllListeners("exit");
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  return { ms: performance.now() - begun, stop };
}
