/** An error whose message may be shown to the caller: what, got, expected. */
export class EntenteError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EntenteError";
    this.code = code;
  }
}

/** Input that does not fit; `path` names the field. */
export class InvalidInputError extends EntenteError {
  readonly path: readonly string[];
  constructor(message: string, path: readonly string[] = []) {
    super("BAD_USER_INPUT", message);
    this.path = path;
  }
}

/** The engine is down, out of time or cannot be opened; nothing was written. */
export class StoreUnavailableError extends EntenteError {
  constructor(message: string, options?: ErrorOptions) {
    super("UNAVAILABLE", message, options);
  }
}

/** The stored data is damaged or of another make; the message says what to do. */
export class StoreDamagedError extends EntenteError {
  constructor(message: string, options?: ErrorOptions) {
    super("STORE_DAMAGED", message, options);
  }
}

/** A command line or setting that does not fit: exit code 2. */
export class UsageError extends EntenteError {
  constructor(message: string) {
    super("USAGE", message);
  }
}

/** An id that leads to nothing; `path` names the argument that held it. */
export class NotFoundError extends EntenteError {
  readonly path: readonly string[];
  constructor(message: string, path: readonly string[] = []) {
    super("NOT_FOUND", message);
    this.path = path;
  }
}

/** What the caller saw has changed since; `current` is the id of what stands now. */
export class StaleError extends EntenteError {
  readonly path: readonly string[];
  readonly current: string;
  constructor(message: string, path: readonly string[], current: string) {
    super("STALE", message);
    this.path = path;
    this.current = current;
  }
}
