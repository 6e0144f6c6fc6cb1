import { parseIsoDate, type Fact, type FactBatch, type Mention } from "@entente/graph-schema";

/** One report of one signed memorandum, or of two that are alike. */
export interface Report {
  readonly text: string;
  readonly parties: readonly string[];
  readonly on?: string;
  readonly url?: string;
  readonly usd?: string;
  readonly organization?: string;
  readonly basedIn?: string;
  readonly title?: string;
  readonly published?: string;
  /** The report tells of two such memorandums. */
  readonly twice?: boolean;
}

/** A batch for a signed memorandum; every fact points at the whole text. */
export function report({
  text,
  parties,
  on = "2019-03-05",
  url,
  usd,
  organization,
  basedIn,
  title = "Memorandum",
  published,
  twice = false,
}: Report): FactBatch {
  const evidence = { start: 0, end: text.length };
  const deals = twice ? ["agreement:0", "agreement:1"] : ["agreement:0"];
  const countries = [...parties, ...(basedIn ? [basedIn] : [])];
  const mentions: Mention[] = [
    ...deals.map((local) => ({ local, type: "agreement" }) as const),
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
  const day = published === undefined ? null : parseIsoDate(published);
  const named = parties.map((code) => `country:${code}`).concat(organization ? ["organization:0"] : []);
  const money = { amount: usd ?? "0", currency: "USD", role: "stated", hedge: "exact" } as const;
  return {
    document: {
      type: "article",
      text,
      title: "Report",
      language: "en",
      ...(url && { url }),
      ...(day && { published: day }),
    },
    mentions,
    facts: [
      ...deals.flatMap((deal) => [
        fact(deal, "kind", { type: "term", term: "memorandum" }),
        { ...fact(deal, "status", { type: "term", term: "signed" }), ...(date && { validOn: date }) },
        fact(deal, "name", { type: "text", text: title }),
        ...named.map((mention) => fact(deal, "party", { type: "mention", mention })),
        ...(usd ? [fact(deal, "amount", { type: "money", money })] : []),
      ]),
      ...(organization && basedIn
        ? [fact("organization:0", "based-in", { type: "mention", mention: `country:${basedIn}` })]
        : []),
    ],
    producer: "test@1",
  };
}
