import { StoreDamagedError, StoreUnavailableError } from "../../errors.ts";
import type { CarriedError } from "./worker-messages.ts";

export function packError(error: unknown): CarriedError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof StoreUnavailableError) return { type: "unavailable", message };
  if (error instanceof StoreDamagedError) return { type: "damaged", message };
  return { type: "other", message };
}

export function unpackError({ type, message }: CarriedError): Error {
  switch (type) {
    case "unavailable":
      return new StoreUnavailableError(message);
    case "damaged":
      return new StoreDamagedError(message);
    case "other":
      return new Error(message);
  }
}
