import { formatCents, formatIsoDate, type AgreementState, type FuzzyDate } from "@entente/graph-schema";
import { printValue } from "../services/print-value.ts";
import { sourcesText } from "./fact-record.ts";
import type { ExportedRelation } from "./read-facts.ts";
import type { Walked } from "./walk-graph.ts";

/** An attribute of nodes or edges; a value of null leaves it out. GraphML and GEXF both know these types. */
export interface Attribute<T> {
  readonly name: string;
  readonly type: "string" | "boolean" | "double";
  readonly read: (of: T) => string | null;
}

const ofAgreement =
  (read: (state: AgreementState) => string | null) =>
  ({ entity: { state } }: Walked): string | null =>
    state.type === "agreement" ? read(state) : null;

const dateOf = ({ entity: { state } }: Walked): FuzzyDate | null => ("date" in state ? state.date : null);
const listText = (items: readonly string[]): string | null => (items.length > 0 ? items.join("; ") : null);
const isoText = (date: FuzzyDate | null): string | null => date && formatIsoDate(date);

const amountsText = ({ values }: AgreementState): string | null =>
  listText(values.map(({ money }) => `${printValue({ type: "money", money }) ?? ""} ${money.role}`));

/** `amount_usd` is exact text that any reader of numbers takes; `sources` is the JSON text of all facts. */
export const NODE_ATTRIBUTES: readonly Attribute<Walked>[] = [
  { name: "type", type: "string", read: ({ entity }) => entity.state.type },
  { name: "matching", type: "boolean", read: ({ isMatching }) => String(isMatching) },
  { name: "aliases", type: "string", read: ({ entity }) => listText(entity.state.aliases) },
  { name: "kind", type: "string", read: ofAgreement(({ kind }) => kind) },
  { name: "status", type: "string", read: ofAgreement(({ status }) => status) },
  { name: "binding", type: "boolean", read: ofAgreement(({ binding }) => String(binding)) },
  { name: "date", type: "string", read: (walked) => isoText(dateOf(walked)) },
  { name: "earliest", type: "string", read: (walked) => dateOf(walked)?.earliest ?? null },
  { name: "latest", type: "string", read: (walked) => dateOf(walked)?.latest ?? null },
  { name: "amounts", type: "string", read: ofAgreement(amountsText) },
  {
    name: "amount_usd",
    type: "double",
    read: ofAgreement(({ counted }) => counted && formatCents(counted.usdCents)),
  },
  { name: "sources", type: "string", read: ({ entity }) => sourcesText(entity.facts) },
];

export const EDGE_ATTRIBUTES: readonly Attribute<ExportedRelation>[] = [
  { name: "type", type: "string", read: ({ type }) => type },
  { name: "role", type: "string", read: ({ role }) => role },
  { name: "since", type: "string", read: ({ since }) => isoText(since) },
  { name: "until", type: "string", read: ({ until }) => isoText(until) },
  { name: "sources", type: "string", read: ({ facts }) => sourcesText(facts) },
];
