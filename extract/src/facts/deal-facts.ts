import type { Money, MoneyRole } from "@entente/graph-schema";
import type { Deal } from "../frame/deal-types.ts";
import type { MoneyMention } from "../mention/mention-types.ts";
import type { FactCollector } from "./fact-collector.ts";
import { nameDeal } from "./name-deal.ts";

/** Facts about each deal: name, kind, status rungs, parties, amounts, count, sectors, meeting and signers. */
export function dealFacts(collector: FactCollector): void {
  for (const deal of collector.analysis.deals) {
    const local = collector.agreement(deal.start);
    const sentence = collector.sentenceAt(deal.start);
    const { confidence } = deal;
    collector.add(local, "name", {
      value: { type: "text", text: nameDeal(deal) },
      ...sentence,
      confidence: confidence * 0.7,
    });
    collector.add(local, "kind", {
      value: { type: "term", term: deal.kind },
      ...sentence,
      confidence: confidence * 0.9,
    });
    statusFacts(collector, local, deal);
    for (const party of deal.parties) {
      const mention =
        party.type === "organization"
          ? collector.named("organization", party.key, party.start)
          : collector.reference(party.type, party.key, party.start);
      const role = party.role === "party" ? {} : { role: party.role };
      collector.add(local, "party", {
        value: { type: "mention", mention, ...role },
        ...collector.sentenceAt(party.start),
        confidence,
      });
    }
    for (const money of deal.values) {
      if (money.conversionOf !== undefined && deal.values.some((other) => other.start === money.conversionOf))
        continue;
      collector.add(local, "amount", {
        value: { type: "money", money: moneyValue(deal, money) },
        ...collector.sentenceAt(money.start),
        confidence: confidence * 0.95,
      });
    }
    if (deal.count !== null)
      collector.add(local, "count", {
        value: { type: "number", number: deal.count },
        ...sentence,
        confidence: confidence * 0.9,
      });
    for (const sector of deal.sectors)
      collector.add(local, "sector", {
        value: { type: "term", term: sector },
        ...sentence,
        confidence: confidence * 0.8,
      });
    circumstanceFacts(collector, local, deal);
  }
}

function statusFacts(collector: FactCollector, local: string, deal: Deal): void {
  const told = new Set<string>();
  for (const rung of deal.rungs) {
    const key = `${rung.status} ${rung.date?.iso ?? ""}`;
    const sentence = collector.analysis.doc.sentences[rung.sentence];
    if (told.has(key) || !sentence) continue;
    told.add(key);
    collector.add(local, "status", {
      value: { type: "term", term: rung.status },
      start: sentence.start,
      end: sentence.end,
      confidence: deal.confidence * 0.9,
      ...(rung.date ? { validOn: rung.date.date } : {}),
    });
  }
}

/** What the amount is: money given is committed or pledged, done is disbursed, anything else is stated. */
function roleOf(deal: Deal): MoneyRole {
  if (deal.kind !== "grant" && deal.kind !== "loan") return "stated";
  if (deal.status === "completed") return "disbursed";
  if (deal.features.includes("verb:pledge") || deal.status === "proposed") return "pledged";
  return "committed";
}

function moneyValue(deal: Deal, money: MoneyMention): Money {
  const conversions = deal.values.filter((other) => other.conversionOf === money.start);
  return {
    amount: money.amount,
    ...(money.upTo ? { upTo: money.upTo } : {}),
    currency: money.currency,
    role: roleOf(deal),
    hedge: money.hedge,
    ...(conversions.length > 0
      ? {
          statedConversions: conversions.map((other) => ({
            amount: other.amount,
            currency: other.currency,
            prices: "nominal" as const,
          })),
        }
      : {}),
  };
}

/** The meeting at which a deal was concluded and the people who signed, when its own sentence names them. */
function circumstanceFacts(collector: FactCollector, local: string, deal: Deal): void {
  const { doc, events, people } = collector.analysis;
  const sentence = doc.sentences[deal.sentence];
  if (!sentence) return;
  const span = { start: sentence.start, end: sentence.end };
  const concluded = deal.status === "signed" || deal.status === "agreed";
  const event = events.find(
    (other) =>
      other.from >= sentence.from &&
      other.to <= sentence.to &&
      /^(?:at|during|of|on|after|following)$/u.test(beforeName(collector, other.from)),
  );
  if (event && concluded)
    collector.add(local, "event", {
      value: { type: "mention", mention: collector.named("event", event.name, event.start) },
      ...span,
      confidence: deal.confidence * 0.7,
    });
  const verb = doc.tokens
    .slice(sentence.from, sentence.to)
    .find((token) => /^(?:signed|sign|inked|signing)$/u.test(token.lower));
  if (!verb || deal.status !== "signed") return;
  for (const person of people) {
    if (person.from < sentence.from || person.to > sentence.to) continue;
    const before = beforeName(collector, person.from - (person.office ? person.office.split(" ").length : 0));
    if (person.to <= verb.index || before === "by")
      collector.add(local, "signed-by", {
        value: { type: "mention", mention: collector.named("person", person.name, person.start) },
        ...span,
        confidence: deal.confidence * 0.7,
      });
  }
}

function beforeName(collector: FactCollector, from: number): string {
  const { tokens } = collector.analysis.doc;
  for (let at = from - 1; at >= from - 5; at -= 1) {
    const token = tokens[at];
    if (!token) return "";
    if (token.pos === "DET" || token.pos === "ADJ" || token.text === "'s") continue;
    return token.lower;
  }
  return "";
}
