import type { MoneyMention } from "../mention/mention-types.ts";
import type { Doc, Sentence } from "../tokenise/document.ts";
import type { Deal } from "./deal-types.ts";
import { lowerAt } from "./frame-context.ts";
import { readValues, type ValuedDocument } from "./read-slots.ts";

/** Words that open a sentence about what the sentence before told. */
const OPENS_AGAIN = /^(?:it|this|that|under|of|the|they)$/u;

/** What a later sentence calls a deal. */
const SAYS_DEAL =
  /^(?:deal|agreement|accord|pact|contract|loan|credit|facility|memorandum|mou|protocol|package|project|arrangement|swap|fund|grant|compact|programme|program|investment|funding|assistance|financing)$/u;

/** How many sentences after the telling one may still speak of its amount. */
const REACH = 2;

/** "It brings in …", "Under the agreement, …", "The contract is worth …": the sentence goes on about the deal just told. */
function goesOn(doc: Doc, { from, to }: Sentence): boolean {
  const opening = lowerAt(doc.tokens, from);
  if (!OPENS_AGAIN.test(opening)) return false;
  if (opening === "it" || opening === "they") return true;
  return doc.tokens.slice(from, Math.min(to, from + 6)).some((token) => SAYS_DEAL.test(token.lower));
}

/** Amounts of the sentences that go on about a deal which states none itself, until another deal is told. */
function amountsAfter(document: ValuedDocument, deal: Deal, others: ReadonlySet<number>): MoneyMention[] {
  const { doc } = document;
  const last = deal.sentences.at(-1) ?? deal.sentence;
  const paragraph = doc.sentences[last]?.paragraph ?? 0;
  for (let index = last + 1; index <= last + REACH; index += 1) {
    const sentence = doc.sentences[index];
    if (!sentence || others.has(index) || sentence.paragraph > paragraph + 1) return [];
    const found = readValues(document, sentence.from, sentence.to);
    if (found.length > 0) return goesOn(doc, sentence) ? found : [];
  }
  return [];
}

/** Conversions that the text prints beside an amount belong to it. */
function withConversions({ money }: ValuedDocument, values: readonly MoneyMention[]): MoneyMention[] {
  const known = new Set(values.map(({ start }) => start));
  const printed = money.filter(
    ({ conversionOf, start }) => conversionOf !== undefined && known.has(conversionOf) && !known.has(start),
  );
  return [...values, ...printed];
}

function valueDeal(document: ValuedDocument, deal: Deal, others: ReadonlySet<number>): Deal {
  const counted = deal.count !== null && deal.count > 1;
  const own =
    deal.values.length > 0 || counted || deal.kind === "joint-statement" || deal.status === "in-force";
  const values = withConversions(document, own ? deal.values : amountsAfter(document, deal, others));
  return values.length === deal.values.length ? deal : { ...deal, values };
}

/** Gives deals the amounts that only the next sentences tell, and every amount its printed conversion. */
export function valueDeals(document: ValuedDocument, deals: readonly Deal[]): Deal[] {
  const telling = new Set(deals.flatMap((deal) => deal.sentences));
  const taken = new Set(deals.flatMap((deal) => deal.values.map(({ start }) => start)));
  return deals.map((deal) => {
    const valued = valueDeal(document, deal, telling);
    const fresh = valued.values.filter(
      ({ start }) => !taken.has(start) || deal.values.some((own) => own.start === start),
    );
    for (const { start } of fresh) taken.add(start);
    return { ...valued, values: fresh };
  });
}
