import { formatIsoDate, type EntityState } from "@entente/graph-schema";
import type { AgreementFilter } from "../store/filter.ts";
import { csvLine, type CsvValue } from "./csv-line.ts";
import { factRecord, type FactRecord } from "./fact-record.ts";
import type { ExportSource, SourcedFact } from "./read-facts.ts";
import { walkGraph } from "./walk-graph.ts";

interface Line {
  readonly state: EntityState;
  readonly fact: SourcedFact;
  readonly record: FactRecord;
}

const moneyOf = ({ fact: { claim } }: Line) => (claim.value.type === "money" ? claim.value.money : null);

/** The columns in order: what the fact is about, the fact itself, and where it stands. */
const COLUMNS: Readonly<Record<string, (line: Line) => CsvValue>> = {
  id: ({ state }) => state.id,
  type: ({ state }) => state.type,
  name: ({ state }) => state.name,
  kind: ({ state }) => (state.type === "agreement" ? state.kind : null),
  status: ({ state }) => (state.type === "agreement" ? state.status : null),
  date: ({ state }) => ("date" in state && state.date ? formatIsoDate(state.date) : null),
  property: ({ record }) => record.property,
  value: ({ record }) => record.value,
  object: ({ record }) => record.object,
  role: ({ record }) => record.role,
  valid_on: ({ record }) => record.validOn,
  amount: (line) => moneyOf(line)?.amount ?? null,
  amount_up_to: (line) => moneyOf(line)?.upTo ?? null,
  currency: (line) => moneyOf(line)?.currency ?? null,
  hedge: (line) => moneyOf(line)?.hedge ?? null,
  holds: ({ record }) => record.holds,
  review: ({ record }) => record.review,
  confidence: ({ record }) => record.confidence,
  extractor: ({ record }) => record.extractor,
  claim: ({ record }) => record.claim,
  document: ({ record }) => record.source.document,
  document_title: ({ record }) => record.source.title,
  publisher: ({ record }) => record.source.publisher,
  published: ({ record }) => record.source.published,
  url: ({ record }) => record.source.url,
  quote: ({ record }) => record.source.quote,
  start: ({ record }) => record.source.start,
  end: ({ record }) => record.source.end,
  row: ({ record }) => record.source.row,
  columns: ({ record }) => record.source.columns?.join("; ") ?? null,
};

/** One line for each fact and source: about the matching agreements first, then about what they name. */
export async function* writeCsv(source: ExportSource, filter: AgreementFilter): AsyncGenerator<string> {
  const columns = Object.values(COLUMNS);
  yield csvLine(Object.keys(COLUMNS));
  for await (const { entity } of walkGraph(source, filter)) {
    const { state, facts } = entity;
    const lines = facts.map((fact) => ({ state, fact, record: factRecord(fact) }));
    yield lines.map((line) => csvLine(columns.map((cell) => cell(line)))).join("");
  }
}
