import { type ArticleAnalysis, analyzeArticle } from "./analyze-article.ts";
import type { ArticleInput } from "./article.ts";
import type { DealMention } from "./frame/deal-types.ts";
import { summarizeArticle } from "./facts/summarize-article.ts";

const money = (mention: DealMention) =>
  mention.values.map((value) => `${value.amount} ${value.currency}`).join(" + ");

function describe(mention: DealMention): string {
  const rungs = mention.rungs
    .map((rung) => `${rung.status}${rung.date ? `@${rung.date.iso}` : ""}`)
    .join(",");
  const parties = mention.parties.map((party) => party.key).join(",");
  return `${mention.rule} ${mention.kind} ${rungs} [${parties}] ${money(mention)} n=${mention.count ?? "-"} p=${mention.confidence.toFixed(2)} {${mention.features.join(" ")}}${mention.decidedBy ? ` decided by ${mention.decidedBy.join(" ")}` : ""}`;
}

function explainSentence(analysis: ArticleAnalysis, index: number): string[] {
  const { doc, parties, dates, money: amounts, people, events, dropped } = analysis;
  const sentence = doc.sentences[index];
  if (!sentence) return [];
  const inside = <T extends { readonly start: number }>(items: readonly T[]) =>
    items.filter((item) => item.start >= sentence.start && item.start < sentence.end);
  const lines = [`${index}: ${doc.text.slice(sentence.start, sentence.end)}`];
  const mentions = [
    ...inside(parties).map((party) => `${party.key}/${party.form}`),
    ...inside(dates).map((date) => date.iso),
    ...inside(amounts).map((value) => `${value.amount}${value.currency}`),
    ...inside(people).map((person) => `"${person.name}"`),
    ...inside(events).map((event) => `<${event.name}>`),
  ];
  if (mentions.length > 0) lines.push(`   mentions ${mentions.join(" ")}`);
  for (const deal of analysis.deals) if (deal.sentences.includes(index)) lines.push(`   + ${describe(deal)}`);
  for (const drop of dropped)
    if (drop.mention.sentence === index) lines.push(`   - ${drop.reason}: ${describe(drop.mention)}`);
  return lines;
}

/** Every sentence with its mentions, the deals framed from it with rule and features, and what was dropped and why. */
export function explainAnalysis(analysis: ArticleAnalysis): string {
  const summary = summarizeArticle("article", analysis);
  const lines = analysis.doc.sentences.flatMap((sentence) => explainSentence(analysis, sentence.index));
  const deals = summary.deals.map(
    (deal) =>
      `= ${deal.parties.join(",")} ${deal.kind} ${deal.status} ${deal.date ?? "undated"} ${deal.values.map((value) => `${value.amount} ${value.currency}`).join(" + ")} ${deal.count ?? ""} ${deal.sectors.join(",")}`,
  );
  return [...lines, "", ...deals].join("\n");
}

/** The same for an article that the rules read. */
export const explainArticle = (input: ArticleInput): string => explainAnalysis(analyzeArticle(input));
