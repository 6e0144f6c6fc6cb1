import { fileURLToPath } from "node:url";
import { median } from "./median.mjs";
import { freePort, spawnUntilReady } from "./spawn-until-ready.mjs";

export const ENTENTE = fileURLToPath(new URL("../../server/bin/entente.js", import.meta.url));
export const RAW = fileURLToPath(new URL("raw-express.mjs", import.meta.url));
const REPEATS = 3;

async function timeStart(args, options) {
  const { ms, stop } = await spawnUntilReady(args, {
    ready: options.ready,
    env: { ...options.env, PORT: String(await freePort()) },
  });
  await stop();
  return ms;
}

/** Milliseconds until ready: an empty folder with the seed, the same folder again, and a bare Express. */
export async function measureStartUp(folder) {
  const serve = { ready: "Entente is ready", env: { ENTENTE_DATA: folder } };
  const seeding = await timeStart([ENTENTE, "serve"], serve);
  const again = [];
  const bare = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    again.push(await timeStart([ENTENTE, "serve"], serve));
    bare.push(await timeStart([RAW], { ready: "raw is ready", env: {} }));
  }
  const yardstick = median(bare);
  return [
    { what: "start with seeding", value: seeding, unit: "ms", against: "bare Express start", yardstick },
    { what: "start again", value: median(again), unit: "ms", against: "bare Express start", yardstick },
  ];
}
