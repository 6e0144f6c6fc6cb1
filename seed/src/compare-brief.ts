import type { ExpectedDeal } from "./expected-deal.ts";

/** A deal as the extractor's summary gives it, named like the expected one; amounts are numbers there. */
export interface FoundDeal {
  readonly parties: readonly string[];
  readonly kind: string;
  readonly status: string;
  readonly date?: string | null;
  readonly values?: readonly { readonly amount: number | string; readonly currency: string }[];
  readonly count?: number | null;
  readonly sectors?: readonly string[];
}

export type Slot = "parties" | "kind" | "status" | "date" | "values" | "count" | "sectors";

export interface SlotDifference {
  readonly slot: Slot;
  readonly expected: string;
  readonly found: string;
}

export interface BriefComparison {
  readonly missing: readonly ExpectedDeal[];
  readonly unexpected: readonly FoundDeal[];
  readonly matched: readonly {
    readonly expected: ExpectedDeal;
    readonly found: FoundDeal;
    readonly differences: readonly SlotDifference[];
  }[];
}

/** Below this two deals are not the same: parties that overlap by half, or fewer with equal kind. */
const MATCH_THRESHOLD = 0.4;

const fold = (party: string): string =>
  party.startsWith("org:")
    ? `org:${party
        .slice(4)
        .toLowerCase()
        .replace(/^the /, "")
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim()}`
    : party.toUpperCase();

function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a.map(fold));
  const right = new Set(b.map(fold));
  const shared = [...left].filter((party) => right.has(party)).length;
  return shared / (left.size + right.size - shared || 1);
}

/** 0 where no party is shared; two deals of a brief with the same parties are told apart by the other slots. */
function likeness(expected: ExpectedDeal, found: FoundDeal): number {
  const parties = overlap(expected.parties, found.parties);
  if (parties === 0) return 0;
  const kind = expected.kind === found.kind ? 1 : [expected.kind, found.kind].includes("agreement") ? 0.5 : 0;
  const rest = findDifferences(expected, found).filter(({ slot }) => slot !== "parties" && slot !== "kind");
  return 0.6 * parties + 0.3 * kind + 0.02 * (5 - rest.length);
}

const sorted = (words: readonly string[]): string => [...words].sort().join(" ");
const amounts = (values: FoundDeal["values"] = []): string =>
  sorted(values.map(({ amount, currency }) => `${Number(amount)}${currency}`));

function findDifferences(expected: ExpectedDeal, found: FoundDeal): SlotDifference[] {
  const slots: readonly (readonly [Slot, string, string])[] = [
    ["parties", sorted(expected.parties.map(fold)), sorted(found.parties.map(fold))],
    ["kind", expected.kind, found.kind],
    ["status", expected.status, found.status],
    ["date", expected.date ?? "", found.date ?? ""],
    ["values", amounts(expected.values), amounts(found.values)],
    ["count", String(expected.count ?? ""), String(found.count ?? "")],
    ["sectors", sorted(expected.sectors ?? []), sorted(found.sectors ?? [])],
  ];
  return slots
    .filter(([, wanted, got]) => wanted !== got)
    .map(([slot, wanted, got]) => ({ slot, expected: wanted, found: got }));
}

/** Pairs the deals of one brief, best first, and says what is missing, unexpected or different. Pure. */
export function compareBrief(
  expected: readonly ExpectedDeal[],
  found: readonly FoundDeal[],
): BriefComparison {
  const pairs = expected
    .flatMap((wanted) => found.map((got) => ({ wanted, got, score: likeness(wanted, got) })))
    .filter(({ score }) => score >= MATCH_THRESHOLD)
    .sort((a, b) => b.score - a.score);
  const used = new Set<ExpectedDeal | FoundDeal>();
  const matched = pairs.flatMap(({ wanted, got }) => {
    if (used.has(wanted) || used.has(got)) return [];
    used.add(wanted).add(got);
    return [{ expected: wanted, found: got, differences: findDifferences(wanted, got) }];
  });
  return {
    missing: expected.filter((deal) => !used.has(deal)),
    unexpected: found.filter((deal) => !used.has(deal)),
    matched,
  };
}
