import { placeFresh, type PlacementTask } from "./place-fresh.ts";

self.addEventListener("message", ({ data }: MessageEvent<{ id: number; task: PlacementTask }>) => {
  self.postMessage({ id: data.id, placement: placeFresh(data.task) });
});
