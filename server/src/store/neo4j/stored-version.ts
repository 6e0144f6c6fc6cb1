/** Rows that held at `$version`: recorded by then, not yet superseded. `node` is a variable of the statement. */
export const heldAtVersion = (node: string): string =>
  `${node}.knownFrom <= $version AND coalesce(${node}.knownTo > $version, true)`;
