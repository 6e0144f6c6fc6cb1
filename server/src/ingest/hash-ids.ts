import { createHash } from "node:crypto";

const DIGITS = 20;
const hash = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\n"), "utf8").digest("hex");

/** Full SHA-256 of a text, hex. */
export const sha256 = (text: string): string => hash(text);

export const articleId = (sha: string): string => `document:${sha.slice(0, DIGITS)}`;
export const datasetId = (dataset: string, release: string): string =>
  `document:${hash("dataset", dataset, release).slice(0, DIGITS)}`;

/** The id of a mention that only its document names: the same document gives the same id on every installation. */
export const mentionId = (type: string, document: string, local: string): string =>
  `${type}:${hash(document, local).slice(0, DIGITS)}`;

/** The id of a claim, by all that makes it one statement. */
export const claimId = (parts: readonly string[]): string => `claim:${hash(...parts).slice(0, DIGITS)}`;

/** The id of a link between two ids, and of a merge. */
export const linkId = (parts: readonly string[]): string => `link:${hash(...parts).slice(0, DIGITS)}`;

export const auditId = (parts: readonly string[]): string => `audit:${hash(...parts).slice(0, DIGITS)}`;
