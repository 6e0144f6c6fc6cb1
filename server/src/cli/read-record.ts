import { parseIsoDate } from "@entente/graph-schema";
import { z } from "zod";
import { InvalidInputError } from "../errors.ts";

const optionalText = z.string().nullish();

/** An article as JSON; other keys, such as labels, are ignored. */
const recordSchema = z.object({
  id: z.string().min(1).max(200).nullish(),
  title: optionalText,
  published: optionalText.refine((date) => date == null || parseIsoDate(date) !== null, {
    error: ({ input }) => `got "${String(input)}", expected YYYY-MM-DD, YYYY-MM or YYYY`,
  }),
  publisher: optionalText,
  url: optionalText,
  language: optionalText,
  text: z
    .string()
    .refine((text) => text.trim() !== "", { error: "got nothing, expected the article's text" }),
});
export type ArticleRecord = z.infer<typeof recordSchema>;

/** Checks one record; throws InvalidInputError that names the field. */
export function readRecord(value: unknown): ArticleRecord {
  const parsed = recordSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") || "record";
  throw new InvalidInputError(`${field}: ${issue?.message ?? "malformed"}`, issue?.path.map(String));
}

/** True for a line of `extract --format facts`, as opposed to an article. */
export const isBatch = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "document" in value && "facts" in value;
