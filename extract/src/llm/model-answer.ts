import { AGREEMENT_KINDS, AGREEMENT_STATUSES, PARTY_ROLES, SECTORS } from "@entente/graph-schema";
import { z } from "zod";

/** More deals than any article of a readable length holds. */
const MAX_DEALS = 100;
const words = z.string().trim().min(1).max(2_000);

const modelDeal = z.strictObject({
  quotes: z
    .array(words)
    .min(1)
    .max(8)
    .describe("sentences of the article that tell of this deal, word for word"),
  kind: z.enum(AGREEMENT_KINDS),
  status: z.enum(AGREEMENT_STATUSES).describe("the stage it had reached when the article was published"),
  statusDate: words.nullable().describe("the article's words for when it reached that stage, or null"),
  parties: z
    .array(z.strictObject({ name: words.describe("as the article writes it"), role: z.enum(PARTY_ROLES) }))
    .min(1)
    .max(60),
  amounts: z
    .array(words)
    .max(20)
    .describe('the article\'s words for each sum of this deal, such as "$3.5 billion"'),
  count: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .nullable()
    .describe("how many instruments, if the article says"),
  sectors: z.array(z.enum(SECTORS)).max(20),
});

const modelAnswer = z.strictObject({ deals: z.array(modelDeal).max(MAX_DEALS) });

/** What a model says of an article, in closed vocabularies and the article's own words; nothing of it is believed yet. */
export type ModelAnswer = z.infer<typeof modelAnswer>;
export type ModelDeal = ModelAnswer["deals"][number];

/** Limits that providers' strict modes do not all know; they are checked when the answer comes. */
const LIMITS = new Set(["minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "$schema"]);

function withoutLimits(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutLimits);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !LIMITS.has(key))
      .map(([key, value]) => [key, withoutLimits(value)]),
  );
}

/** The answer's JSON schema, as it is sent to a model. */
export const ANSWER_SCHEMA = withoutLimits(z.toJSONSchema(modelAnswer)) as Readonly<Record<string, unknown>>;

/** An answer that fits, or what is wrong with it, in words that help a model to mend it. */
export type ReadAnswer = { readonly answer: ModelAnswer } | { readonly fault: string };

/** Checks an answer against the schema. */
export function checkShape(value: unknown): ReadAnswer {
  const parsed = modelAnswer.safeParse(value);
  if (parsed.success) return { answer: parsed.data };
  const issues = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.map(String).join(".") || "answer"}: ${message}`);
  return { fault: issues.join("; ").slice(0, 1_000) };
}

/** Reads an answer that came as text: bare JSON, or JSON in a fence with words around it. */
export function readAnswer(text: string): ReadAnswer {
  const [from, to] = [text.indexOf("{"), text.lastIndexOf("}")];
  if (from < 0) return { fault: "got no JSON object, expected one" };
  try {
    return checkShape(JSON.parse(text.slice(from, to + 1)));
  } catch {
    return { fault: "got malformed or cut JSON, expected one complete object" };
  }
}
