import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  SECTORS,
  currencyCode,
  decimalText,
} from "@entente/graph-schema";
import { z } from "zod";

export const expectedDealSchema = z
  .strictObject({
    /** Id of the brief that states the deal. */
    brief: z.string().min(1),
    /** ISO3 of countries, acronym of blocs, "org:Name" for other bodies. */
    parties: z
      .array(z.string().regex(/^(?:[A-Z][A-Z0-9+-]+|org:.+)$/))
      .min(1)
      .readonly(),
    kind: z.enum(AGREEMENT_KINDS),
    status: z.enum(AGREEMENT_STATUSES),
    /** When the status was reached, as precisely as the brief says. */
    date: z
      .string()
      .regex(/^\d{4}(?:-\d{2}){0,2}$/)
      .optional(),
    values: z
      .array(z.strictObject({ amount: decimalText, currency: currencyCode }).readonly())
      .readonly()
      .optional(),
    /** How many instruments or partners, where the brief counts them. */
    count: z.int().min(1).optional(),
    sectors: z.array(z.enum(SECTORS)).readonly().optional(),
  })
  .readonly();
/** One deal as a careful reader of the brief would label it. */
export type ExpectedDeal = z.infer<typeof expectedDealSchema>;

/** Checks the rows of a table; throws with the row's number and brief, field, value and what was expected. */
export function checkExpectedDeals(table: string, rows: readonly unknown[]): readonly ExpectedDeal[] {
  return rows.map((row, index) => {
    const parsed = expectedDealSchema.safeParse(row);
    if (parsed.success) return parsed.data;
    const faults = parsed.error.issues.map((issue) => `field ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Table ${table}, row ${index + 1} ${JSON.stringify(row)}: ${faults.join("; ")}`);
  });
}
