import type { Mention } from "@entente/graph-schema";
import { findBloc } from "@entente/graph-schema";

/** Local key and mention of a country or a bloc of the reference tables; other bodies are organizations. */
export function referenceMention(type: "country" | "bloc", code: string): Mention | null {
  if (type === "country") return { local: `country:${code}`, type, code };
  return findBloc(code) ? { local: `bloc:${code}`, type, code } : null;
}

/** Local key of a mention found in the text: its type and where it first stands. */
export const localAt = (type: "agreement" | "organization" | "person" | "event", start: number): string =>
  `${type}:${start}`;
