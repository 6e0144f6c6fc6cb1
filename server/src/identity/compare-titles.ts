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

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));

/** How the titles of two reports fit, apart from kind and parties; symmetric. */
export function compareTitles({ title: a }: AgreementProfile, { title: b }: AgreementProfile): TitleLikeness {
  if (a.numbers.size > 0 && b.numbers.size > 0 && ![...a.numbers].some((each) => b.numbers.has(each)))
    return "other-number";
  if (!sameSet(a.revisions, b.revisions)) return "revision";
  if (a.matter.size === 0 && b.matter.size === 0) return "unknown";
  if (a.matter.size === 0 || b.matter.size === 0) return "one-only";
  const shared = [...a.matter].filter((word) => b.matter.has(word)).length;
  if (shared === 0) return "other-matter";
  return shared === Math.min(a.matter.size, b.matter.size) ? "same" : "partly";
}
