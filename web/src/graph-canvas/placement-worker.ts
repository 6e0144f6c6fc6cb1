import type { Placement, PlacementTask } from "./place-fresh.ts";

let worker: Worker | null = null;
let nextId = 0;
const waiting = new Map<number, (placement: Placement) => void>();

function startWorker(): Worker {
  const started = new Worker(new URL("./place-fresh.worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<{ id: number; placement: Placement }>) => {
    waiting.get(data.id)?.(data.placement);
    waiting.delete(data.id);
  });
  return started;
}

/** Runs the layout off the main thread. */
export function placeInWorker(task: PlacementTask): Promise<Placement> {
  worker ??= startWorker();
  const id = nextId++;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker?.postMessage({ id, task });
  });
}
