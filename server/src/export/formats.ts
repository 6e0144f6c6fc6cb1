import type { EntityId } from "@entente/graph-schema";
import { NEWEST_FIRST } from "../services/list-agreements.ts";
import { sortKeyOf } from "../store/agreement-keys.ts";
import { EVERYTHING, type AgreementFilter, type SortKey } from "../store/filter.ts";
import type { ExportSource } from "./read-facts.ts";
import { selectRows } from "./select-rows.ts";
import { writeCsv } from "./write-csv.ts";
import { writeGexf } from "./write-gexf.ts";
import { writeGraphml } from "./write-graphml.ts";
import { writeJsonLines } from "./write-json-lines.ts";
import { writeJsonld } from "./write-jsonld.ts";

/** Agreements read at a time where only their ids are wanted. */
const PAGE_IDS = 500;

/** Writes as text, piece by piece, what a filter finds; null stands for no filter. */
export type WriteExport = (source: ExportSource, filter: AgreementFilter | null) => AsyncGenerator<string>;

const ofGraph =
  (write: (source: ExportSource, filter: AgreementFilter) => AsyncGenerator<string>): WriteExport =>
  (source, filter) =>
    write(source, filter ?? EVERYTHING);

async function agreementIds({ store, version }: ExportSource, filter: AgreementFilter): Promise<EntityId[]> {
  const ids: EntityId[] = [];
  let start: SortKey | null = null;
  for (;;) {
    const page = { limit: PAGE_IDS, start, backward: false };
    const { items, hasMore } = await store.listAgreements({ filter, version }, NEWEST_FIRST, page);
    ids.push(...items.map(({ id }) => id));
    const last = items.at(-1);
    if (!hasMore || !last) return ids;
    start = sortKeyOf(last, NEWEST_FIRST);
  }
}

async function* writeStore(source: ExportSource, filter: AgreementFilter | null): AsyncGenerator<string> {
  const { store } = source;
  const rows = filter ? selectRows(store, await agreementIds(source, filter)) : store.dump();
  yield* writeJsonLines(rows);
}

export const FORMATS = {
  jsonl: writeStore,
  csv: ofGraph(writeCsv),
  graphml: ofGraph(writeGraphml),
  gexf: ofGraph(writeGexf),
  jsonld: ofGraph(writeJsonld),
} as const satisfies Readonly<Record<string, WriteExport>>;
export type ExportFormat = keyof typeof FORMATS;
