import { formatCents, type DocumentState, type EntityState, type FuzzyDate } from "@entente/graph-schema";
import { factRecord } from "./fact-record.ts";
import type { ExportedRelation, SourcedFact } from "./read-facts.ts";
import { walkedRelations, type Walked } from "./walk-graph.ts";

export type JsonNode = Readonly<Record<string, unknown>>;

/** Without the properties that say nothing. */
const compact = (node: JsonNode): JsonNode =>
  Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

const dateNode = (date: FuzzyDate | null): JsonNode | null =>
  date && { text: date.text, precision: date.precision, earliest: date.earliest, latest: date.latest };

function factNode(fact: SourcedFact, about: string): JsonNode {
  const { claim } = fact;
  const { claim: id, source, ...record } = factRecord(fact);
  const { document, quote, start, end, row, columns } = source;
  const money = claim.value.type === "money" ? claim.value.money : null;
  return compact({
    "@id": id,
    "@type": "Claim",
    about,
    ...record,
    validOn: dateNode(claim.validOn),
    ...(money && { amount: money.amount, upTo: money.upTo, currency: money.currency, hedge: money.hedge }),
    statedIn: document,
    ...{ quote, start, end, row, columns },
    recordedAt: claim.recordedAt,
  });
}

/** "PART_OF" as a property: "partOf". */
const propertyName = (type: string): string =>
  type.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function relationNodes(relations: readonly ExportedRelation[], id: string): Record<string, JsonNode[]> {
  const nodes: Record<string, JsonNode[]> = {};
  for (const { type, from, to, role, since, until, facts } of relations) {
    const claims = facts.map(({ claim }) => ({ "@id": claim.id }));
    const [name, entity] = from === id ? [propertyName(type), to] : ["hasParty", from];
    (nodes[name] ??= []).push(
      compact({ entity, role, since: dateNode(since), until: dateNode(until), claims }),
    );
  }
  return nodes;
}

function stateNode(state: EntityState): JsonNode {
  const date = "date" in state ? dateNode(state.date) : null;
  if (state.type !== "agreement") return { date };
  const { kind, status, binding, count, counted } = state;
  return {
    ...{ kind, status, binding, date, count },
    ladder: state.ladder.map((rung) => compact({ status: rung.status, on: dateNode(rung.on) })),
    amounts: state.values.map(({ money: { amount, upTo, currency, role, hedge } }) =>
      compact({ amount, upTo, currency, role, hedge }),
    ),
    amountUsd: counted && formatCents(counted.usdCents),
  };
}

export function entityNode(walked: Walked): JsonNode {
  const { state, facts } = walked.entity;
  return compact({
    "@id": state.id,
    "@type": state.type.charAt(0).toUpperCase() + state.type.slice(1),
    name: state.name,
    alternateName: state.aliases,
    matching: walked.isMatching,
    ...stateNode(state),
    ...relationNodes(walkedRelations(walked), state.id),
    claims: facts.map((fact) => factNode(fact, state.id)),
  });
}

export const documentNode = (document: DocumentState): JsonNode =>
  compact({
    "@id": document.id,
    "@type": document.type === "article" ? "schema:NewsArticle" : "schema:Dataset",
    name: document.title,
    url: document.url,
    publisher: document.publisher,
    published: document.published?.text,
    inLanguage: document.language,
    license: document.licence,
    sha256: document.sha256,
    recordedAt: document.recordedAt,
  });
