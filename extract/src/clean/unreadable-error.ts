/** A source that gives no text to read; the message says what was got and what is expected. */
export class UnreadableError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UnreadableError";
  }
}
