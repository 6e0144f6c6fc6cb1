import { parseIsoDate, type Fact, type FactBatch, type Mention, type Money } from "@entente/graph-schema";

/** One agreement of a data set; parties are countries by code, or "lender:CHN" with a role. */
export interface AgreementRow {
  readonly key: string;
  readonly parties: readonly string[];
  readonly kind?: string;
  readonly status: string;
  readonly on?: string;
  readonly sectors?: readonly string[];
  readonly money?: Partial<Money>;
  readonly partOf?: string;
  readonly umbrella?: boolean;
  readonly confidence?: number;
}

function factsOf(row: AgreementRow): Fact[] {
  const { key, parties, kind = "loan", status, on, sectors = [], money, partOf, umbrella } = row;
  const evidence = { row: key, columns: ["all"] };
  const fact = (property: Fact["property"], value: Fact["value"]): Fact => {
    return { subject: key, property, value, evidence, confidence: row.confidence ?? 0.95 };
  };
  const date = on === undefined ? null : parseIsoDate(on);
  const whole = { amount: "0", currency: "USD", role: "stated", hedge: "exact", ...money } as const;
  return [
    fact("name", { type: "text", text: `Loan ${key}` }),
    fact("kind", { type: "term", term: kind }),
    { ...fact("status", { type: "term", term: status }), ...(date && { validOn: date }) },
    ...parties.map((party) => {
      const [code = "", role] = party.split(":").reverse();
      return fact("party", { type: "mention", mention: `country:${code}`, ...(role && { role }) });
    }),
    ...sectors.map((term) => fact("sector", { type: "term", term })),
    ...(money ? [fact("amount", { type: "money", money: whole })] : []),
    ...(partOf === undefined ? [] : [fact("part-of", { type: "mention", mention: partOf })]),
    ...(umbrella ? [fact("not-for-aggregates", { type: "flag", flag: true })] : []),
  ];
}

/** One data set of agreements, a row each. */
export function agreementTable(name: string, rows: readonly AgreementRow[]): FactBatch {
  const codes = [...new Set(rows.flatMap(({ parties }) => parties.map((party) => party.slice(-3))))];
  const mentions: Mention[] = [
    ...codes.map((code): Mention => ({ local: `country:${code}`, type: "country", code })),
    ...rows.map(({ key }): Mention => ({ local: key, type: "agreement", recordId: key })),
  ];
  return {
    document: {
      type: "dataset",
      dataset: name,
      release: "1",
      title: name,
      publisher: "Test",
      licence: "CC0-1.0",
    },
    mentions,
    facts: rows.flatMap(factsOf),
    records: rows.map(({ key }) => ({ row: key, cells: { key } })),
    producer: "test@1",
  };
}
