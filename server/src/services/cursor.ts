import { createHash } from "node:crypto";
import { z } from "zod";
import { InvalidInputError } from "../errors.ts";
import type { SortKey } from "../store/filter.ts";

const cursorSchema = z.strictObject({
  /** Which list it belongs to. */
  q: z.string(),
  k: z.tuple([z.union([z.literal(0), z.literal(1)]), z.string().max(400), z.string().max(200)]),
});

/** Short name of a list: equal for the same question, whatever page of it. */
export function listKey(question: unknown): string {
  return createHash("sha256").update(JSON.stringify(question)).digest("base64url").slice(0, 12);
}

export function formatCursor(list: string, { missing, key, id }: SortKey): string {
  return Buffer.from(JSON.stringify({ q: list, k: [missing, key, id] })).toString("base64url");
}

/** Rejects a cursor that is damaged or was handed out for another list; `field` names the argument. */
export function parseCursor(list: string, cursor: string, field: string): SortKey {
  const parsed = cursorSchema.safeParse(readJson(cursor));
  if (!parsed.success) {
    throw new InvalidInputError(
      `${field}: got "${cursor.slice(0, 40)}", expected a cursor from this list's pageInfo or edges`,
      [field],
    );
  }
  const { q, k } = parsed.data;
  if (q !== list) {
    throw new InvalidInputError(
      `${field}: got a cursor of another query, expected one of the same filter and order; start again without it`,
      [field],
    );
  }
  return { missing: k[0], key: k[1], id: k[2] };
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
