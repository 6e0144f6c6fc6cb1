import type { ConnectionOptions } from "./local-connection.ts";
import type { Row, SqlValue, Write } from "./connection.ts";

/** What a connection's thread is started with. */
export type WorkerStart = ConnectionOptions;

export type Request =
  | { readonly verb: "all"; readonly sql: string; readonly values: readonly SqlValue[] }
  | { readonly verb: "write"; readonly batch: readonly Write[] }
  | { readonly verb: "exec"; readonly sql: string }
  | { readonly verb: "close" };

/** What a connection's thread is sent: a request, or that rows of one arrived and more may follow. */
export type Order =
  | { readonly type: "request"; readonly id: number; readonly request: Request }
  | { readonly type: "more"; readonly id: number };

/** Errors lose their class on the way between threads; this names those that callers tell apart. */
export interface CarriedError {
  readonly type: "unavailable" | "damaged" | "other";
  readonly message: string;
}

export type Answer =
  | { readonly type: "opened" }
  | { readonly type: "rows"; readonly id: number; readonly rows: readonly Row[] }
  | { readonly type: "done"; readonly id: number }
  /** `id` is null when the file could not be opened at all. */
  | { readonly type: "failed"; readonly id: number | null; readonly error: CarriedError };
