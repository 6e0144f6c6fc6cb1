import {
  nameKey,
  type Fact,
  type FuzzyDate,
  type Mention,
  type Property,
  type Value,
} from "@entente/graph-schema";
import type { Place } from "./cells/find-place.ts";
import type { ImportedRow, Warning } from "./outcome.ts";
import type { RawRow } from "./tables/table.ts";

/** A cell of the row by its column. */
export interface Cell {
  readonly column: string;
  /** Without the blanks around it. */
  readonly text: string;
  /** As it stands in the file. */
  readonly raw: string;
}

interface Stated {
  /** The columns that say so. */
  readonly columns: readonly string[];
  readonly on?: FuzzyDate | null;
  /** 1 unless the source itself doubts it. */
  readonly confidence?: number;
}

/** Collects what one row states about one agreement. */
export interface RowFacts {
  /** Undefined where the table has no such column, the cell is blank or holds only spaces. */
  readonly cell: (column: string | undefined) => Cell | undefined;
  readonly state: (property: Property, value: Value, stated: Stated) => void;
  /** Each names something, and answers with its local key for facts to point at. */
  readonly name: (place: Place) => string;
  readonly nameOrganization: (name: string) => string;
  readonly nameAgreement: (row: string) => string;
  readonly warn: (kind: string, cell: Cell, expected: string) => void;
  readonly done: () => ImportedRow;
}

/** Local keys of what is no agreement begin with a blank: no record id does. */
export const placeKey = ({ type, code }: Place): string => ` ${type}:${code}`;

export const agreementKey = (row: string): string => row.slice(0, 200);

/** `about` is the agreement, by its record id: the row itself unless it tells of another's. */
export function collectFacts(raw: RawRow, row: string, about: string = row): RowFacts {
  const subject = agreementKey(about);
  const mentions = new Map<string, Mention>([
    [subject, { local: subject, type: "agreement", recordId: subject }],
  ]);
  const facts: Fact[] = [];
  const warning = (kind: string, { column, raw: value }: Omit<Cell, "text">, expected: string): Warning => {
    return { kind, line: raw.line, row, column, value, expected };
  };
  const warnings = raw.faults.map(({ column, value, expected }) =>
    warning("odd cell", { column, raw: value }, expected),
  );
  return {
    cell: (column) => {
      const text = column === undefined ? undefined : raw.cells[column];
      if (column === undefined || text === undefined) return undefined;
      if (text.trim() !== "") return { column, text: text.trim(), raw: text };
      warnings.push(warning("blank of spaces", { column, raw: text }, "an empty cell"));
      return undefined;
    },
    state: (property, value, { columns, on, confidence = 1 }) => {
      const evidence = { row, columns: [...columns] };
      facts.push({ subject, property, value, evidence, confidence, ...(on && { validOn: on }) });
    },
    name: (place) => {
      const local = placeKey(place);
      mentions.set(local, { local, type: place.type, code: place.code });
      return local;
    },
    nameOrganization: (name) => {
      const local = ` organization:${nameKey(name)}`.slice(0, 200);
      mentions.set(local, { local, type: "organization", name: name.slice(0, 500) });
      return local;
    },
    nameAgreement: (other) => {
      const local = agreementKey(other);
      if (!mentions.has(local)) mentions.set(local, { local, type: "agreement", recordId: local });
      return local;
    },
    warn: (kind, cell, expected) => void warnings.push(warning(kind, cell, expected)),
    done: () => ({
      type: "row",
      line: raw.line,
      record: { row, cells: raw.cells },
      mentions: [...mentions.values()],
      facts,
      warnings,
    }),
  };
}
