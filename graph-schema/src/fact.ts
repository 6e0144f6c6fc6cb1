import { z } from "zod";
import { fuzzyDateSchema } from "./fuzzy-date.ts";
import { moneySchema } from "./money.ts";

/** Properties of which a subject has one value; sources that differ are in conflict. */
export const SINGLE_VALUED = ["name", "kind", "date", "binding", "count"] as const;
/** Properties whose values add up to a set. */
export const SET_VALUED = [
  "party",
  "amount",
  "sector",
  "event",
  "signed-by",
  "part-of",
  "amends",
  "replaces",
  "alias",
  "holds-office",
  "attended",
  "member-of",
  "held-in",
  "based-in",
  "place",
  "not-for-aggregates",
] as const;
export const PROPERTIES = [...SINGLE_VALUED, ...SET_VALUED, "status"] as const;
export type SingleValued = (typeof SINGLE_VALUED)[number];
export type SetValued = (typeof SET_VALUED)[number];
export type Property = (typeof PROPERTIES)[number];

const name = z.string().min(1).max(500);
/** Unique and stable in the whole document: a data set's record id, else type plus start of the first evidence span. */
const localKey = z.string().min(1).max(200);

export const mentionSchema = z
  .discriminatedUnion("type", [
    z.strictObject({
      local: localKey,
      type: z.enum(["country", "bloc", "region"]),
      code: z.string().min(1).max(20),
    }),
    z.strictObject({ local: localKey, type: z.enum(["organization", "person", "event"]), name }),
    z.strictObject({
      local: localKey,
      type: z.literal("agreement"),
      recordId: z.string().min(1).max(200).optional(),
    }),
  ])
  .readonly();
export type Mention = z.infer<typeof mentionSchema>;

export const valueSchema = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("text"), text: z.string().max(2000) }),
    z.strictObject({ type: z.literal("term"), term: z.string().min(1).max(100) }),
    z.strictObject({ type: z.literal("number"), number: z.number() }),
    z.strictObject({ type: z.literal("flag"), flag: z.boolean() }),
    z.strictObject({ type: z.literal("date"), date: fuzzyDateSchema }),
    z.strictObject({ type: z.literal("money"), money: moneySchema }),
    z.strictObject({
      type: z.literal("mention"),
      mention: localKey,
      role: z.string().max(200).optional(),
      from: fuzzyDateSchema.optional(),
      to: fuzzyDateSchema.optional(),
    }),
  ])
  .readonly();
export type Value = z.infer<typeof valueSchema>;

/** `start..end` in UTF-16 units of the document's text, or a data set's row and columns. */
export const evidenceSchema = z
  .union([
    z.strictObject({ start: z.int().min(0), end: z.int().min(1) }),
    z.strictObject({ row: z.string().min(1), columns: z.array(z.string()).readonly() }),
  ])
  .readonly();
export type Evidence = z.infer<typeof evidenceSchema>;

export const factSchema = z
  .strictObject({
    subject: localKey,
    property: z.enum(PROPERTIES),
    value: valueSchema,
    validOn: fuzzyDateSchema.optional(),
    evidence: evidenceSchema,
    confidence: z.number().min(0).max(1),
  })
  .readonly();
export type Fact = z.infer<typeof factSchema>;

const articleRef = z.strictObject({
  type: z.literal("article"),
  text: z.string().min(1),
  title: z.string(),
  url: z.string().max(4000).optional(),
  publisher: z.string().max(500).optional(),
  published: fuzzyDateSchema.optional(),
  language: z.string().min(2).max(35),
});
const datasetRef = z.strictObject({
  type: z.literal("dataset"),
  dataset: z.string().min(1),
  release: z.string().min(1),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  url: z.string().max(4000).optional(),
});
export const documentRefSchema = z.discriminatedUnion("type", [articleRef, datasetRef]).readonly();
export type DocumentRef = z.infer<typeof documentRefSchema>;
export type ArticleRef = z.infer<typeof articleRef>;
export type DatasetRef = z.infer<typeof datasetRef>;

export const factBatchSchema = z
  .strictObject({
    document: documentRefSchema,
    mentions: z.array(mentionSchema).readonly(),
    facts: z.array(factSchema).readonly(),
    /** A data set's raw rows, kept as they are. */
    records: z
      .array(z.strictObject({ row: z.string(), cells: z.record(z.string(), z.string()) }))
      .readonly()
      .optional(),
    /** Name and version of what produced the facts: "rules@1", "person:reviewer". */
    producer: z.string().min(1).max(100),
  })
  .readonly();
/** One source and what it says: the only way into the graph. */
export type FactBatch = z.infer<typeof factBatchSchema>;
