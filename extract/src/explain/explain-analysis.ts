import { type ArticleAnalysis, analyzeArticle } from "../analyze-article.ts";
import type { ArticleInput } from "../article.ts";
import type { Dropped } from "../frame/deal-types.ts";
import type { Sentence } from "../tokenise/document.ts";
import { describeMention, explainDropped, explainKept } from "./explain-deal.ts";
import { explainMentions } from "./explain-mentions.ts";
import { wrapLines } from "./wrap-lines.ts";

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function explainHead({ doc, headline, deals, dropped }: ArticleAnalysis): string[] {
  const about = [doc.publisher, doc.published?.text ?? ""].filter((part) => part !== "").join(", ");
  const names = [...new Set(headline.map(({ key }) => key))].join(", ");
  return [
    ...(doc.title === "" ? [] : wrapLines("", doc.title.replace(/\n/gu, " "), 0)),
    ...(about === "" ? [] : [about]),
    ...(names === "" ? [] : [`The headline names ${names}.`]),
    `${plural(doc.sentences.length, "sentence")}, ${plural(deals.length, "deal")}, ${plural(dropped.length, "candidate")} dropped`,
    "",
  ];
}

/** In text order; two of the same words in the order of the rules. */
const inOrder = (dropped: readonly Dropped[]): Dropped[] =>
  [...dropped].sort((a, b) => a.mention.start - b.mention.start);

function explainSentence(analysis: ArticleAnalysis, sentence: Sentence): string[] {
  const { doc, deals, dropped } = analysis;
  const words = doc.text.slice(sentence.start, sentence.end).replace(/\n/gu, " ");
  return [
    ...wrapLines(`[${sentence.index + 1}] `, words, 0),
    ...explainMentions(analysis, sentence),
    ...deals.flatMap((deal, index) =>
      deal.sentence === sentence.index || deal.sentences.includes(sentence.index)
        ? explainKept(doc.text, deal, { number: index + 1, sentence: sentence.index })
        : [],
    ),
    ...inOrder(dropped.filter(({ mention }) => mention.sentence === sentence.index)).flatMap((drop) =>
      explainDropped(doc.text, drop),
    ),
    "",
  ];
}

function explainResult({ deals, dropped }: ArticleAnalysis): string[] {
  const tally = new Map<string, number>();
  for (const { reason } of dropped) tally.set(reason, (tally.get(reason) ?? 0) + 1);
  const reasons = [...tally].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return [
    deals.length === 0 ? "No deal." : `${plural(deals.length, "deal")}:`,
    ...deals.flatMap((deal, index) =>
      wrapLines(
        `  ${index + 1}. `,
        `${describeMention(deal)} | now ${deal.status} | sentences ${deal.sentences.map((at) => at + 1).join(", ")}`,
        0,
      ),
    ),
    ...(reasons.length === 0 ? [] : ["Dropped:"]),
    ...reasons.flatMap(([reason, count]) => wrapLines(`  ${count} × `, reason, 0)),
  ];
}

/**
 * For people: every sentence with its mentions and clauses, the deals framed from it with the rule, what it read and
 * what decided, and every candidate that was dropped with the reason; then the result.
 */
export function explainAnalysis(analysis: ArticleAnalysis): string {
  return [
    ...explainHead(analysis),
    ...analysis.doc.sentences.flatMap((sentence) => explainSentence(analysis, sentence)),
    ...explainResult(analysis),
  ].join("\n");
}

/** The same for an article that the rules read. */
export const explainArticle = (input: ArticleInput): string => explainAnalysis(analyzeArticle(input));
