import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  findCurrency,
  MONEY_ROLES,
  PARTY_ROLES,
  SECTORS,
} from "@entente/graph-schema";
import { z } from "zod";
import { ImportError } from "../import-error.ts";

const column = z.string().min(1).max(300);

/** A closed word: the same for every row, or read from a column, by `words` where the cells say it otherwise. */
const wordOf = <T extends string>(terms: readonly [T, ...T[]]) =>
  z.union([
    z.strictObject({ is: z.enum(terms) }),
    z.strictObject({ column, words: z.record(z.string(), z.enum(terms)).optional() }),
  ]);

const currency = z.string().refine((code) => findCurrency(code)?.code === code, {
  error: ({ input }) => `got "${String(input)}", expected an ISO 4217 code such as "USD"`,
});

const tableMapSchema = z.strictObject({
  dataset: z.strictObject({
    /** Short and lasting: with the release it says whether rows are known already. */
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, {
      error: ({ input }) => `got "${String(input)}", expected lower-case letters, digits and hyphens`,
    }),
    release: z.string().min(1).max(60),
    title: z.string().min(1).max(300),
    publisher: z.string().min(1).max(300),
    licence: z.string().min(1).max(100),
    url: z.url().optional(),
  }),
  id: column,
  name: column.optional(),
  kind: wordOf(AGREEMENT_KINDS).optional(),
  status: wordOf(AGREEMENT_STATUSES),
  date: column.optional(),
  sector: wordOf(SECTORS).optional(),
  parties: z
    .array(
      z.strictObject({
        column,
        role: z.enum(PARTY_ROLES).optional(),
        /** Where a cell names several. */
        separator: z.string().min(1).max(5).optional(),
        /** Names that are no country, bloc or region are organizations; without it they are faults. */
        organizations: z.boolean().optional(),
      }),
    )
    .min(1),
  amount: z
    .strictObject({
      column,
      currency: z.union([z.strictObject({ is: currency }), z.strictObject({ column })]),
      role: z.enum(MONEY_ROLES).optional(),
      /** The source's own conversion to dollars of the same year. */
      usd: column.optional(),
      /** What the cells are in: 1000000 for millions. */
      unit: z.int().positive().max(1_000_000_000_000).optional(),
    })
    .optional(),
  /** Where a cell of this column says yes, the row is left out of sums. */
  notForAggregates: column.optional(),
  /** The id of the row that this one is part of. */
  partOf: column.optional(),
});

/** How a spreadsheet's columns become facts. */
export type TableMap = z.infer<typeof tableMapSchema>;

/** Reads a map from JSON. Throws ImportError that names field, value and what was expected. */
export function parseTableMap(label: string, json: string): TableMap {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new ImportError(
      `${label}: got malformed JSON, expected a map such as {"dataset": {…}, "id": "…", …}`,
    );
  }
  const parsed = tableMapSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "map"}: ${message}`);
  throw new ImportError(`${label}: ${lines.join("; ")}`);
}

/** Every column that a map names. */
export function mappedColumns(map: TableMap): string[] {
  const of = (part: object | undefined): string[] =>
    part && "column" in part && typeof part.column === "string" ? [part.column] : [];
  const { amount } = map;
  return [
    ...[map.id, map.name, map.date, map.notForAggregates, map.partOf, amount?.usd].filter(
      (name) => name !== undefined,
    ),
    ...[map.kind, map.status, map.sector, amount, amount?.currency, ...map.parties].flatMap(of),
  ];
}
