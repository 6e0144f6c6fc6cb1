import { z } from "zod";
import { fuzzyDateSchema } from "./fuzzy-date.ts";
import { HEDGES, MONEY_ROLES } from "./ontology/vocabularies.ts";

const DECIMAL = /^(?:0|[1-9]\d{0,17})(?:\.\d{1,4})?$/;

/** An exact, non-negative decimal as text: "1200000000.00". Never a float. */
export const decimalText = z.string().regex(DECIMAL, {
  error: ({ input }) => `got "${String(input)}", expected a decimal such as "1200000000.00"`,
});

export const currencyCode = z.string().regex(/^[A-Z]{3}$/, {
  error: ({ input }) => `got "${String(input)}", expected an ISO 4217 code such as "USD"`,
});

export const moneySchema = z
  .strictObject({
    amount: decimalText,
    /** Far end of a range. */
    upTo: decimalText.optional(),
    currency: currencyCode,
    role: z.enum(MONEY_ROLES),
    hedge: z.enum(HEDGES),
    asOf: fuzzyDateSchema.optional(),
    /** Conversions that the source itself prints for this value; never values of their own. */
    statedConversions: z
      .array(
        z.strictObject({
          amount: decimalText,
          currency: currencyCode,
          prices: z.enum(["nominal", "constant"]),
          baseYear: z.int().optional(),
        }),
      )
      .readonly()
      .optional(),
  })
  .readonly()
  .refine((money) => money.hedge !== "range" || money.upTo !== undefined, {
    error: ({ input }) => `got ${JSON.stringify(input)}, expected upTo with hedge "range"`,
  });
export type Money = z.infer<typeof moneySchema>;
