import type { PlanningReader } from "../store/graph-store.ts";

/** A text that shares so much of its shingles with another is a copy of it. */
const COPIED = 0.8;
const WORDS = 8;
/** Documents that speak of the same, those with most in common first, whose texts are compared. */
const MAX_COMPARED = 10;

/** All runs of eight words, folded; of a shorter text the whole. */
function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length <= WORDS) return new Set([words.join(" ")]);
  return new Set(
    Array.from({ length: words.length - WORDS + 1 }, (_, i) => words.slice(i, i + WORDS).join(" ")),
  );
}

/** The share of the text's shingles that the other has too. */
export function shareCopied(text: string, other: string): number {
  const [own, theirs] = [shinglesOf(text), shinglesOf(other)];
  return [...own].filter((shingle) => theirs.has(shingle)).length / own.size;
}

/**
 * The document that a wire story is a copy of, null where it is none. Only documents that speak of the same deals,
 * people or organizations can be it: whatever states nothing in common cannot be mistaken for independent support.
 */
export async function findOriginal(
  text: string,
  candidates: readonly string[],
  read: PlanningReader,
): Promise<string | null> {
  for (const id of candidates.slice(0, MAX_COMPARED)) {
    const [document] = await read.documentsById([id]);
    if (document?.type !== "article" || document.retractedAt !== undefined) continue;
    const other = await read.documentText(id);
    if (other !== null && shareCopied(text, other) >= COPIED) return document.syndicatedFrom ?? id;
  }
  return null;
}
