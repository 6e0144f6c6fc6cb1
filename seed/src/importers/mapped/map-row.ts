import { AGREEMENT_KINDS, AGREEMENT_STATUSES, foldName, SECTORS } from "@entente/graph-schema";
import { findPlace } from "../cells/find-place.ts";
import { DATE_EXPECTED, readDay, readMonth, readYear } from "../cells/read-date.ts";
import type { RowOutcome } from "../outcome.ts";
import { skipRow } from "../read-rows.ts";
import { collectFacts, type Cell, type RowFacts } from "../row-facts.ts";
import type { RawRow } from "../tables/table.ts";
import { stateAmount } from "./state-amount.ts";
import type { TableMap } from "./table-map.ts";

type WordRule<T extends string> =
  { readonly is: T } | { readonly column: string; readonly words?: Readonly<Record<string, T>> | undefined };

interface Word<T extends string> {
  readonly term: T | null;
  readonly cell: Cell | null;
  readonly expected: string;
}

/** A closed word of a row: by the map's own words, or as the vocabulary spells it. */
function readWord<T extends string>(
  rule: WordRule<T> | undefined,
  terms: readonly T[],
  { cell }: RowFacts,
): Word<T> | null {
  if (rule === undefined) return null;
  if ("is" in rule) return { term: rule.is, cell: null, expected: "" };
  const found = cell(rule.column);
  if (!found) return null;
  const words = new Map<string, T>([
    ...terms.map((term) => [foldName(term), term] as const),
    ...Object.entries(rule.words ?? {}).map(([word, term]) => [foldName(word), term] as const),
  ]);
  const expected = `one of ${[...words.keys()].join(", ")}`;
  return { term: words.get(foldName(found.text)) ?? null, cell: found, expected };
}

/** What one row of a mapped spreadsheet states. */
export function mapRow(raw: RawRow, row: string, map: TableMap): RowOutcome {
  const facts = collectFacts(raw, row);
  const { cell, state, warn } = facts;
  const status = readWord(map.status, AGREEMENT_STATUSES, facts);
  if (!status?.term) {
    const column = "column" in map.status ? map.status.column : map.id;
    const expected = status?.expected ?? "a status";
    return skipRow(raw, { kind: "unknown status", row, column, value: raw.cells[column] ?? "", expected });
  }
  const name = cell(map.name);
  if (name) state("name", { type: "text", text: name.text.slice(0, 2000) }, { columns: [name.column] });
  const dated = cell(map.date);
  const on = dated ? (readDay(dated.text) ?? readMonth(dated.text) ?? readYear(dated.text)) : null;
  if (dated && !on) warn("unreadable date", dated, DATE_EXPECTED);
  const said = [status.cell?.column, dated?.column].filter((column) => column !== undefined);
  state("status", { type: "term", term: status.term }, { columns: said.length > 0 ? said : [map.id], on });
  stateWord("kind", readWord(map.kind, AGREEMENT_KINDS, facts));
  stateWord("sector", readWord(map.sector, SECTORS, facts));
  for (const rule of map.parties) stateParties(facts, rule);
  if (map.amount) stateAmount(facts, map.amount);
  const flagged = cell(map.notForAggregates);
  if (flagged && /^(1|yes|true|x)$/iu.test(flagged.text)) {
    state("not-for-aggregates", { type: "flag", flag: true }, { columns: [flagged.column] });
  }
  const parent = cell(map.partOf);
  if (parent && parent.text !== row) {
    const mention = facts.nameAgreement(parent.text);
    state("part-of", { type: "mention", mention }, { columns: [parent.column] });
  }
  return facts.done();

  function stateWord(property: "kind" | "sector", word: Word<string> | null): void {
    if (!word) return;
    const { term, cell: from, expected } = word;
    if (term) state(property, { type: "term", term }, { columns: [from?.column ?? map.id] });
    else if (from) warn(`unknown ${property}`, from, expected);
  }
}

function stateParties(facts: RowFacts, rule: TableMap["parties"][number]): void {
  const { cell, state, warn } = facts;
  const found = cell(rule.column);
  if (!found) return;
  const names = rule.separator === undefined ? [found.text] : found.text.split(rule.separator);
  for (const text of names.map((each) => each.trim()).filter(Boolean)) {
    const place = findPlace(text);
    if (!place && !rule.organizations) {
      const expected = "a country, bloc or region by name, or an ISO 3166 alpha-3 code";
      warn("unknown country", { ...found, raw: text }, expected);
      continue;
    }
    const mention = place ? facts.name(place) : facts.nameOrganization(text);
    const value = { type: "mention", mention, ...(rule.role && { role: rule.role }) } as const;
    state("party", value, { columns: [rule.column] });
  }
}
