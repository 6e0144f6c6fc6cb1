import type { ClaimLine } from "../api/claim-line.ts";

export interface Sentence {
  readonly key: string;
  readonly quote: string;
  readonly documentId: string;
  readonly claims: readonly ClaimLine[];
}

/** Claims grouped by the exact span that states them, in the order of the documents' text. */
export function groupSentences(claims: readonly ClaimLine[]): readonly Sentence[] {
  const groups = new Map<string, ClaimLine[]>();
  for (const claim of claims) {
    const { document, start, end, row } = claim.evidence;
    const key = `${document.id}:${start ?? row}:${end ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups]
    .map(([key, group]) => ({
      key,
      quote: group[0]?.evidence.quote ?? "",
      documentId: group[0]?.evidence.document.id ?? "",
      start: group[0]?.evidence.start ?? 0,
      claims: group,
    }))
    .sort((a, b) =>
      a.documentId === b.documentId ? a.start - b.start : a.documentId < b.documentId ? -1 : 1,
    );
}

/** The claim to show first: what the agreement is and how far it got, else whatever is surest. */
export function leadingClaim(claims: readonly ClaimLine[]): ClaimLine | null {
  const preferred = ["amount", "status", "kind"];
  const place = (claim: ClaimLine): number => {
    const at = preferred.indexOf(claim.property);
    return at < 0 ? preferred.length : at;
  };
  return [...claims].sort((a, b) => place(a) - place(b) || b.confidence - a.confidence)[0] ?? null;
}
