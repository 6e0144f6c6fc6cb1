/** A file that cannot be imported at all: the message says what, got and expected. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}
