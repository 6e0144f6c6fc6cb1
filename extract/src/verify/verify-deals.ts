import { AGREEMENT_KINDS, AGREEMENT_STATUSES } from "@entente/graph-schema";
import type { Deal } from "../frame/deal-types.ts";
import type { Doc } from "../tokenise/document.ts";

/** Most parties that a list may name; longer ones are misread roll calls. */
const MAX_PARTIES = 60;

const isWithin = (doc: Doc, start: number, end: number) =>
  start >= 0 && end <= doc.text.length && start < end;

/** Reasons why a deal must not leave: a span outside the text, a word outside the vocabularies, nobody named. */
export function findFault(doc: Doc, deal: Deal): string | null {
  if (!isWithin(doc, deal.start, deal.end)) return "span outside the text";
  if (!AGREEMENT_KINDS.includes(deal.kind)) return `kind "${deal.kind}" is not in the vocabulary`;
  if (!AGREEMENT_STATUSES.includes(deal.status)) return `status "${deal.status}" is not in the vocabulary`;
  if (deal.parties.length === 0 || deal.parties.length > MAX_PARTIES) return `${deal.parties.length} parties`;
  if (deal.parties.some((party) => !isWithin(doc, party.start, party.end)))
    return "party span outside the text";
  if (deal.sentences.some((index) => doc.sentences[index] === undefined)) return "sentence outside the text";
  return null;
}
