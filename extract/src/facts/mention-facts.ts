import type { EventMention } from "../mention/mention-types.ts";
import type { FactCollector } from "./fact-collector.ts";

/** Facts about people, organizations and meetings themselves: office, home country, place and date. */
export function mentionFacts(collector: FactCollector): void {
  peopleFacts(collector);
  organizationFacts(collector);
  for (const event of collector.analysis.events) eventFacts(collector, event);
}

const typeOf = (code: string): "country" | "bloc" =>
  /^[A-Z]{3}$/u.test(code) && code !== "IMF" && code !== "WTO" && code !== "WHO" ? "country" : "bloc";

function homeOf(collector: FactCollector, code: string, start: number): string {
  const place = collector.analysis.places.find((other) => other.code === code);
  return collector.reference(place?.type ?? typeOf(code), code, start);
}

function peopleFacts(collector: FactCollector): void {
  const told = new Set<string>();
  for (const person of collector.analysis.people) {
    const local = collector.named("person", person.name, person.start);
    const office = person.office?.trim();
    if (!office || !person.home || told.has(person.name)) continue;
    told.add(person.name);
    const home = homeOf(collector, person.home, person.start);
    collector.add(local, "holds-office", {
      value: { type: "mention", mention: home, role: office.slice(0, 200) },
      ...collector.sentenceAt(person.start),
      confidence: 0.75,
    });
  }
}

function organizationFacts(collector: FactCollector): void {
  const told = new Set<string>();
  for (const organization of collector.analysis.organizations) {
    const local = collector.named("organization", organization.name, organization.start);
    if (!organization.home || told.has(organization.name)) continue;
    told.add(organization.name);
    const home = homeOf(collector, organization.home, organization.start);
    if (home !== local)
      collector.add(local, "based-in", {
        value: { type: "mention", mention: home },
        ...collector.sentenceAt(organization.start),
        confidence: 0.7,
      });
  }
}

/** Place and date of a meeting when they stand right after its name: "the 18th China-ASEAN summit in Kuala Lumpur, Malaysia". */
function eventFacts(collector: FactCollector, event: EventMention): void {
  const { doc, places, dates } = collector.analysis;
  const local = collector.named("event", event.name, event.start);
  const span = collector.sentenceAt(event.start);
  const preposition = doc.tokens[event.to]?.lower;
  if (preposition === "in" || preposition === "at") {
    const country = places.find(
      (place) =>
        place.type === "country" &&
        place.from >= event.to &&
        place.from <= event.to + 6 &&
        place.end <= span.end,
    );
    if (country)
      collector.add(local, "held-in", {
        value: { type: "mention", mention: collector.reference("country", country.code, country.start) },
        ...span,
        confidence: 0.75,
      });
    const words = [];
    for (let at = event.to + 1; /^\p{Lu}/u.test(doc.tokens[at]?.text ?? "") && words.length < 4; at += 1)
      words.push(doc.tokens[at]?.text);
    if (words.length > 0)
      collector.add(local, "place", {
        value: { type: "text", text: words.join(" ") },
        ...span,
        confidence: 0.7,
      });
  }
  const date = dates.find(
    (other) => other.from >= event.to && other.from <= event.to + 8 && other.end <= span.end,
  );
  if (date)
    collector.add(local, "date", { value: { type: "date", date: date.date }, ...span, confidence: 0.6 });
}
