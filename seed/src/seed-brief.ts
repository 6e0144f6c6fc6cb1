import { calendarDay } from "@entente/graph-schema";
import { z } from "zod";

const line = z.string().min(1).max(500);

export const seedBriefSchema = z
  .strictObject({
    id: z.string().regex(/^\d{4}-[a-z0-9-]+$/, {
      error: ({ input }) =>
        `got "${String(input)}", expected a year and a slug such as "1957-treaty-of-rome"`,
    }),
    title: line,
    /** Some days after the event, so that "on Sunday" and "last year" resolve. */
    published: calendarDay,
    publisher: z.literal("Entente seed"),
    /** Where the facts can be checked. */
    sourceRef: line,
    url: z.url({ protocol: /^https$/ }).optional(),
    text: z.string().min(1),
  })
  .readonly();
/** A short text in our own words about one or a few agreements. */
export type SeedBrief = z.infer<typeof seedBriefSchema>;
