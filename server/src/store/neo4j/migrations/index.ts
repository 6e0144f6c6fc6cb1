import { initial } from "./0001-initial.ts";
import { reviewsAndLinks } from "./0002-reviews-and-links.ts";
import { matchProfiles } from "./0003-match-profiles.ts";
import { documentHistory } from "./0004-document-history.ts";
import type { Migration } from "./migration.ts";

export type { Migration };

export const MIGRATIONS: readonly Migration[] = [initial, reviewsAndLinks, matchProfiles, documentHistory];
