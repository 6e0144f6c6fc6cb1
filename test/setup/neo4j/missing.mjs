/** Something this machine lacks. Its message is one plain line that says how to get it; tests that need it are skipped. */
export class MissingError extends Error {}
