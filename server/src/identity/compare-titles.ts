import type { AgreementProfile } from "./agreement-profile.ts";

export type TitleLikeness =
  /** The matter of one holds that of the other. */
  | "same"
  /** Some words in common, and words of its own on each side. */
  | "partly"
  | "unknown"
  /** Only one tells its matter. */
  | "one-only"
  | "other-matter"
  /** Only one is an amendment, a renewal and the like. */
  | "revision"
  /** Different phases, tranches or numbers. */
  | "other-number";

const sameWords = (a: readonly string[], b: readonly string[]): boolean => a.join(" ") === b.join(" ");

/** How the titles of two reports fit, apart from kind and parties; symmetric. */
export function compareTitles({ title: a }: AgreementProfile, { title: b }: AgreementProfile): TitleLikeness {
  if (a.numbers.length > 0 && b.numbers.length > 0 && !a.numbers.some((each) => b.numbers.includes(each)))
    return "other-number";
  if (!sameWords(a.revisions, b.revisions)) return "revision";
  if (a.matter.length === 0 && b.matter.length === 0) return "unknown";
  if (a.matter.length === 0 || b.matter.length === 0) return "one-only";
  const shared = a.matter.filter((word) => b.matter.includes(word)).length;
  if (shared === 0) return "other-matter";
  return shared === Math.min(a.matter.length, b.matter.length) ? "same" : "partly";
}
