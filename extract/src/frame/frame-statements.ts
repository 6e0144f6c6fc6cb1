import type { DateMention } from "../mention/mention-types.ts";
import type { Sentence } from "../tokenise/document.ts";
import type { DealMention, Dropped } from "./deal-types.ts";
import type { FrameContext } from "./frame-context.ts";
import { lowerAt, within } from "./frame-context.ts";
import { distinct, listFrom } from "./read-parties.ts";
import { readSectors } from "./read-slots.ts";

const ISSUED = /^(?:released|issued|adopted|signed|statement|declaration|communiqué|communique|text)$/u;

/** A statement printed in full is of the day it is published, unless it says otherwise. */
function publishedOn(context: FrameContext, sentence: Sentence): DateMention | null {
  const { published } = context.doc;
  if (published?.precision !== "day") return null;
  return {
    type: "date",
    date: published,
    iso: published.earliest,
    start: sentence.start,
    end: sentence.end,
    from: sentence.from,
    to: sentence.to,
  };
}

/**
 * A joint statement printed as the article: "The text of the following statement was released by the Governments of
 * A and B." One a document, in its first sentences.
 */
export function frameStatements(context: FrameContext): { kept: DealMention[]; dropped: Dropped[] } {
  const { doc } = context;
  for (const sentence of doc.sentences.slice(0, 4)) {
    const words = doc.tokens.slice(sentence.from, sentence.to).map((token) => token.lower);
    const introduces =
      words.includes("following") &&
      words.some((word) => /^(?:statement|declaration|communiqué|communique)$/u.test(word)) &&
      words.some((word) => ISSUED.test(word));
    if (!introduces) continue;
    const by = doc.tokens
      .slice(sentence.from, sentence.to)
      .find(
        (token) =>
          /^(?:by|of|between|from)$/u.test(token.lower) &&
          listFrom(context, token.index + 1, sentence.to).length >= 2,
      );
    const parties = distinct(
      by ? listFrom(context, by.index + 1, sentence.to) : within(context.parties, sentence.from, sentence.to),
    ).filter((party) => party.type !== "organization");
    if (parties.length < 2) return { kept: [], dropped: [] };
    const anchor = doc.tokens
      .slice(sentence.from, sentence.to)
      .find((token) => /^(?:statement|declaration|communiqué|communique)$/u.test(token.lower));
    const signed = words.includes("signed");
    const told =
      context.dates.find((date) => date.from >= sentence.from && date.to <= sentence.to) ??
      publishedOn(context, sentence);
    const start = anchor?.start ?? sentence.start;
    const mention: DealMention = {
      rule: "statement-text",
      sentence: sentence.index,
      start,
      end: anchor?.end ?? sentence.end,
      kind: "joint-statement",
      rungs: [{ status: signed ? "signed" : "agreed", date: told, sentence: sentence.index }],
      parties: parties.map((party) => ({
        type: party.type,
        key: party.key,
        role: "party",
        start: party.start,
        end: party.end,
      })),
      values: [],
      count: null,
      sectors: readSectors(doc.tokens, sentence.to, doc.tokens.length).slice(0, 3),
      definite: false,
      name: "",
      topic: "",
      confidence: 0.75,
      features: ["statement-text", `first:${lowerAt(doc.tokens, sentence.from)}`],
    };
    return { kept: [mention], dropped: [] };
  }
  return { kept: [], dropped: [] };
}
