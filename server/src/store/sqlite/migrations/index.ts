import { initial } from "./0001-initial.ts";
import { reviewsAndLinks } from "./0002-reviews-and-links.ts";
import { counting } from "./0003-counting.ts";
import { matchProfiles } from "./0004-match-profiles.ts";
import { documentHistory } from "./0005-document-history.ts";

export interface Migration {
  /** Number and subject; applied in this order and never changed after a release. */
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  initial,
  reviewsAndLinks,
  counting,
  matchProfiles,
  documentHistory,
];
