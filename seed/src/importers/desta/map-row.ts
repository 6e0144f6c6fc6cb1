import type { AgreementStatus } from "@entente/graph-schema";
import type { RowOutcome } from "../outcome.ts";
import { skipRow } from "../read-rows.ts";
import { collectFacts, type RowFacts } from "../row-facts.ts";
import type { RawRow } from "../tables/table.ts";
import type { Lineage } from "./lineage.ts";
import { COLUMNS, readParties, readYearCell, textOf } from "./treaty-row.ts";

const ENTRIES = [
  "base_treaty",
  "negotiation",
  "protocol or amendment",
  "amendment",
  "consolidated",
  "accession",
  "withdrawal",
];
const KIND = { type: "term", term: "trade-agreement" } as const;

/** What one row of DESTA states: of a treaty of its own, or of one that it joins, leaves or changes. */
export function mapRow(raw: RawRow, row: string, lineage: Lineage): RowOutcome {
  const entry = textOf(raw, COLUMNS.entry);
  const group = textOf(raw, COLUMNS.group);
  if (!ENTRIES.includes(entry)) {
    const value = raw.cells[COLUMNS.entry] ?? "";
    return skipRow(raw, {
      kind: "unknown entry",
      row,
      column: COLUMNS.entry,
      value,
      expected: ENTRIES.join(", "),
    });
  }
  if (group !== row && !lineage.byNumber.has(group)) {
    const expected = "the number of a row of this file";
    return skipRow(raw, { kind: "unknown treaty", row, column: COLUMNS.group, value: group, expected });
  }
  switch (entry) {
    case "accession":
    case "withdrawal":
      return moveParties(collectFacts(raw, row, group), { raw, row, entry }, lineage);
    case "negotiation":
      return group === row ? stateTreaty(raw, row, null) : keepRow(raw, row);
    case "consolidated":
      return isTextOfAmendment(row, lineage)
        ? keepRow(raw, row)
        : stateTreaty(raw, row, lineage.rootOf(group));
    case "base_treaty":
      return stateTreaty(raw, row, null);
    default:
      return stateTreaty(raw, row, lineage.rootOf(group));
  }
}

/** A row that is kept with the data set and tells of no agreement of its own. */
const keepRow = (raw: RawRow, row: string): RowOutcome => collectFacts(raw, row).done();

/** "694a" is the treaty as amended by 694, which has a row of its own. */
function isTextOfAmendment(row: string, { byNumber }: Lineage): boolean {
  const amendment = byNumber.get(row.replace(/a$/u, ""));
  return amendment !== undefined && textOf(amendment, COLUMNS.entry) !== "base_treaty";
}

function stateTreaty(raw: RawRow, row: string, root: string | null): RowOutcome {
  const facts = collectFacts(raw, row);
  const { state, warn } = facts;
  const name = textOf(raw, COLUMNS.name);
  if (name !== "") state("name", { type: "text", text: name }, { columns: [COLUMNS.name] });
  state("kind", KIND, { columns: [COLUMNS.entry] });
  if (textOf(raw, COLUMNS.entry) === "negotiation") {
    state("status", { type: "term", term: "negotiating" }, { columns: [COLUMNS.entry] });
  } else {
    const on = readYearCell(raw, COLUMNS.year, warn);
    state("status", { type: "term", term: "signed" }, { columns: [COLUMNS.entry, COLUMNS.year], on });
    stateRung(facts, raw, { status: "in-force", column: COLUMNS.inForce });
  }
  if (root !== null) {
    state("amends", { type: "mention", mention: facts.nameAgreement(root) }, { columns: [COLUMNS.group] });
  }
  for (const { iso3, column } of readParties(raw, warn)) {
    const mention = facts.name({ type: "country", code: iso3 });
    state("party", { type: "mention", mention, role: "party" }, { columns: [column] });
  }
  return facts.done();
}

/** A rung on the year of a column; none where the column says nothing. */
function stateRung(
  { state, warn }: RowFacts,
  raw: RawRow,
  { status, column }: { readonly status: AgreementStatus; readonly column: string },
): void {
  const on = readYearCell(raw, column, warn);
  if (on) state("status", { type: "term", term: status }, { columns: [column], on });
}

interface Move {
  readonly raw: RawRow;
  readonly row: string;
  readonly entry: "accession" | "withdrawal";
}

/** An accession begins a party's time in the treaty, a withdrawal ends it; the last but one to leave ends the treaty. */
function moveParties(facts: RowFacts, { raw, row, entry }: Move, lineage: Lineage): RowOutcome {
  const { state, warn, name } = facts;
  const isAccession = entry === "accession";
  const year = readYearCell(raw, COLUMNS.year, warn);
  const inForce = isAccession ? readYearCell(raw, COLUMNS.inForce, warn) : null;
  const [on, column] = inForce ? [inForce, COLUMNS.inForce] : [year, COLUMNS.year];
  const parties = lineage.movedBy.get(row) ?? [];
  if (parties.length === 0) {
    const cell = {
      column: COLUMNS.name,
      text: textOf(raw, COLUMNS.name),
      raw: raw.cells[COLUMNS.name] ?? "",
    };
    warn(
      "unknown party",
      cell,
      `a party that ${isAccession ? "joins" : "leaves"}, told apart from the others`,
    );
  }
  for (const party of parties) {
    const mention = name({ type: "country", code: party.iso3 });
    const period = on ? (isAccession ? { from: on } : { to: on }) : {};
    state(
      "party",
      { type: "mention", mention, role: "party", ...period },
      { columns: [party.column, column] },
    );
  }
  if (isAccession) stateRung(facts, raw, { status: "in-force", column: COLUMNS.inForce });
  else if (lineage.endedBy.has(row)) stateRung(facts, raw, { status: "ended", column: COLUMNS.year });
  return facts.done();
}
