import { parseIsoDate, type Fact, type FactBatch, type Mention } from "@entente/graph-schema";

/** One report of one signed memorandum. */
export interface Report {
  readonly text: string;
  readonly parties: readonly string[];
  readonly on?: string;
  readonly url?: string;
  readonly usd?: string;
  readonly organization?: string;
  readonly basedIn?: string;
}

/** A batch for one signed memorandum; every fact points at the whole text. */
export function report({
  text,
  parties,
  on = "2019-03-05",
  url,
  usd,
  organization,
  basedIn,
}: Report): FactBatch {
  const evidence = { start: 0, end: text.length };
  const deal = "agreement:0";
  const countries = [...parties, ...(basedIn ? [basedIn] : [])];
  const mentions: Mention[] = [
    { local: deal, type: "agreement" },
    ...[...new Set(countries)].map((code) => ({ local: `country:${code}`, type: "country", code }) as const),
    ...(organization ? [{ local: "organization:0", type: "organization", name: organization } as const] : []),
  ];
  const fact = (subject: string, property: Fact["property"], value: Fact["value"]): Fact => ({
    subject,
    property,
    value,
    evidence,
    confidence: 0.8,
  });
  const date = parseIsoDate(on);
  const named = parties.map((code) => `country:${code}`).concat(organization ? ["organization:0"] : []);
  const money = { amount: usd ?? "0", currency: "USD", role: "stated", hedge: "exact" } as const;
  return {
    document: { type: "article", text, title: "Report", language: "en", ...(url && { url }) },
    mentions,
    facts: [
      fact(deal, "kind", { type: "term", term: "memorandum" }),
      { ...fact(deal, "status", { type: "term", term: "signed" }), ...(date && { validOn: date }) },
      fact(deal, "name", { type: "text", text: "Memorandum" }),
      ...named.map((mention) => fact(deal, "party", { type: "mention", mention })),
      ...(usd ? [fact(deal, "amount", { type: "money", money })] : []),
      ...(organization && basedIn
        ? [fact("organization:0", "based-in", { type: "mention", mention: `country:${basedIn}` })]
        : []),
    ],
    producer: "test@1",
  };
}
