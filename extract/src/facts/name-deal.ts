import { COUNTRIES, FORMER_STATES } from "@entente/graph-schema";
import type { Deal } from "../frame/deal-types.ts";

const KIND_NAMES: Readonly<Record<Deal["kind"], string>> = {
  treaty: "treaty",
  "framework-agreement": "framework agreement",
  memorandum: "memorandum of understanding",
  "trade-agreement": "trade agreement",
  investment: "investment",
  loan: "loan",
  grant: "grant",
  "joint-fund": "joint fund",
  "currency-swap": "currency swap",
  contract: "contract",
  project: "project",
  "joint-statement": "joint statement",
  "deal-package": "package of deals",
  agreement: "agreement",
};

let names: Map<string, string> | undefined;

function partyName(key: string): string {
  names ??= new Map([...FORMER_STATES, ...COUNTRIES].map((row) => [row.iso3, row.name]));
  return names.get(key) ?? key;
}

/** Longest topic in words; more reads like a sentence. */
const TOPIC_WORDS = 9;

/** A readable title made of parties, kind and topic: "China–Kazakhstan agreement on industrial capacity cooperation". */
export function nameDeal(deal: Deal): string {
  const parties = deal.parties.map((party) => partyName(party.key));
  const shown =
    parties.length > 3
      ? `${parties.slice(0, 2).join("–")} and ${parties.length - 2} others`
      : parties.join("–");
  const topic = deal.topic.split(" ").slice(0, TOPIC_WORDS).join(" ");
  const count = deal.count !== null && deal.count > 1 ? ` (${deal.count})` : "";
  return `${shown} ${KIND_NAMES[deal.kind]}${topic ? ` ${topic}` : ""}${count}`.slice(0, 300);
}
