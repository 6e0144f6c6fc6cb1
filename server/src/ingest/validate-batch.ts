import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  factBatchSchema,
  findBloc,
  findCountry,
  findRegion,
  PARTY_ROLES,
  SECTORS,
  type Fact,
  type FactBatch,
  type Mention,
  type Property,
  type Value,
} from "@entente/graph-schema";
import { InvalidInputError } from "../errors.ts";

/** The type of value that each property takes. */
const VALUE_TYPES: Readonly<Record<Property, Value["type"]>> = {
  name: "text",
  kind: "term",
  date: "date",
  binding: "flag",
  count: "number",
  party: "mention",
  amount: "money",
  sector: "term",
  event: "mention",
  "signed-by": "mention",
  "part-of": "mention",
  amends: "mention",
  replaces: "mention",
  alias: "text",
  "holds-office": "mention",
  attended: "mention",
  "member-of": "mention",
  "held-in": "mention",
  "based-in": "mention",
  place: "text",
  "not-for-aggregates": "flag",
  status: "term",
};

const TERMS: Partial<Record<Property, readonly string[]>> = {
  kind: AGREEMENT_KINDS,
  status: AGREEMENT_STATUSES,
  sector: SECTORS,
};

const invalid = (path: string, got: unknown, expected: string): InvalidInputError =>
  new InvalidInputError(`${path}: got ${JSON.stringify(got)}, expected ${expected}`, path.split("."));

/** Shape and meaning of a batch from outside; throws InvalidInputError that names the field, the value and what was expected. */
export function validateBatch(input: unknown): FactBatch {
  const parsed = factBatchSchema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InvalidInputError(
      `${issue?.path.join(".") ?? "batch"}: ${issue?.message ?? "malformed"}`,
      issue?.path.map(String),
    );
  }
  const batch = parsed.data;
  const mentions = new Map(batch.mentions.map((mention) => [mention.local, mention]));
  if (mentions.size !== batch.mentions.length)
    throw invalid("mentions", batch.mentions.length, "unique local keys");
  batch.mentions.forEach((mention, i) => checkMention(mention, `mentions.${i}`));
  batch.facts.forEach((fact, i) => checkFact(fact, `facts.${i}`, { batch, mentions }));
  return batch;
}

function checkMention(mention: Mention, path: string): void {
  if (mention.type === "country" && !findCountry(mention.code))
    throw invalid(`${path}.code`, mention.code, "an ISO 3166 alpha-3 code");
  if (mention.type === "bloc" && !findBloc(mention.code))
    throw invalid(`${path}.code`, mention.code, "a known bloc's acronym");
  if (mention.type === "region" && !findRegion(mention.code))
    throw invalid(`${path}.code`, mention.code, "a UN M49 code");
}

interface BatchContext {
  readonly batch: FactBatch;
  readonly mentions: ReadonlyMap<string, Mention>;
}

function checkFact(fact: Fact, path: string, { batch, mentions }: BatchContext): void {
  const { value, evidence } = fact;
  if (!mentions.has(fact.subject))
    throw invalid(`${path}.subject`, fact.subject, "the local key of a mention");
  const type = VALUE_TYPES[fact.property];
  if (value.type !== type) throw invalid(`${path}.value.type`, value.type, `"${type}" for ${fact.property}`);
  if (value.type === "mention" && !mentions.has(value.mention)) {
    throw invalid(`${path}.value.mention`, value.mention, "the local key of a mention");
  }
  if (
    fact.property === "party" &&
    value.type === "mention" &&
    value.role &&
    !PARTY_ROLES.some((role) => role === value.role)
  ) {
    throw invalid(`${path}.value.role`, value.role, `one of ${PARTY_ROLES.join(", ")}`);
  }
  const terms = TERMS[fact.property];
  if (terms && value.type === "term" && !terms.includes(value.term)) {
    throw invalid(`${path}.value.term`, value.term, `one of ${terms.join(", ")}`);
  }
  if ("start" in evidence) {
    const length = batch.document.type === "article" ? batch.document.text.length : 0;
    if (evidence.end > length || evidence.start >= evidence.end) {
      throw invalid(`${path}.evidence`, evidence, `start < end within the text's ${length} units`);
    }
  } else if (!batch.records?.some(({ row }) => row === evidence.row)) {
    throw invalid(`${path}.evidence.row`, evidence.row, "a row of records");
  }
}
