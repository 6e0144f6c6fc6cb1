import { formatIsoDate } from "@entente/graph-schema";
import { printValue } from "../services/print-value.ts";
import type { SourcedFact } from "./read-facts.ts";

/** Where a fact stands. */
export interface FactSource {
  readonly document: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly quote: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly row: string | null;
  readonly columns: readonly string[] | null;
}

/** A fact in plain values: what formats with attributes or cells write of it. */
export interface FactRecord {
  readonly claim: string;
  readonly property: string;
  /** As people read it: of an entity its name. */
  readonly value: string;
  readonly object: string | null;
  readonly role: string | null;
  readonly validOn: string | null;
  readonly review: string;
  readonly confidence: number;
  readonly extractor: string;
  readonly holds: boolean;
  readonly recordedIn: number;
  readonly source: FactSource;
}

function sourceOf({ claim: { evidence }, document, quote }: SourcedFact): FactSource {
  const inText = "start" in evidence;
  return {
    document: document.id,
    title: document.title,
    publisher: document.publisher,
    published: document.published && formatIsoDate(document.published),
    url: document.url,
    quote,
    start: inText ? evidence.start : null,
    end: inText ? evidence.end : null,
    row: inText ? null : evidence.row,
    columns: inText ? null : evidence.columns,
  };
}

export function factRecord(fact: SourcedFact): FactRecord {
  const { claim, object, holds } = fact;
  const { value, validOn } = claim;
  const named = value.type === "entity" ? value : null;
  const money = value.type === "money" ? value.money : null;
  return {
    claim: claim.id,
    property: claim.property,
    value: printValue(value) ?? object?.name ?? named?.entity ?? "",
    object: object?.id ?? named?.entity ?? null,
    role: named?.role ?? money?.role ?? null,
    validOn: validOn && formatIsoDate(validOn),
    review: claim.status,
    confidence: claim.confidence,
    extractor: claim.extractor,
    holds,
    recordedIn: claim.recordedIn,
    source: sourceOf(fact),
  };
}

/** Facts as one JSON text: how formats that know only flat attributes keep sources. */
export const sourcesText = (facts: readonly SourcedFact[]): string => JSON.stringify(facts.map(factRecord));
