const WIDTH = 24;

/** "[======            ] 25%" for a share from 0 to 1. */
export function progressBar(share: number): string {
  const done = Math.min(1, Math.max(0, share));
  const bar = "=".repeat(Math.round(done * WIDTH)).padEnd(WIDTH);
  return `[${bar}] ${Math.round(done * 100)}%`;
}
