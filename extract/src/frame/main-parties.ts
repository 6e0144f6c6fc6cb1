import type { PartyMention } from "../resolve/party-mention.ts";
import type { FrameContext } from "./frame-context.ts";
import { distinct, offeredParties } from "./read-parties.ts";

const isState = (party: PartyMention) => party.type !== "organization";

const known = new WeakMap<FrameContext, readonly PartyMention[]>();

/**
 * The two states or blocs that a document is about, or none: those of the headline, else of its first sentences, else
 * the two that it names most by far. A deal told without its parties ("a memorandum was signed as well") is theirs.
 */
export function mainParties(context: FrameContext): readonly PartyMention[] {
  const before = known.get(context);
  if (before) return before;
  const found = findMain(context);
  known.set(context, found);
  return found;
}

function findMain(context: FrameContext): readonly PartyMention[] {
  const headline = context.headline.filter(isState);
  const lead = leadParties(context);
  if (headline.length > 2 || lead.length > 3) return [];
  if (headline.length === 2) return headline;
  if (lead.length === 2) return lead;
  const [first, second, third] = tally(context);
  if (!first || !second || second.n < 3 || (third?.n ?? 0) * 2 > second.n) return [];
  return [first.party, second.party];
}

function leadParties(context: FrameContext): PartyMention[] {
  const [first, second] = context.doc.sentences;
  for (const sentence of [first, second]) {
    if (!sentence) continue;
    const offered = offeredParties(context, sentence.from, sentence.to).map(({ party }) => party);
    const states = distinct(offered.filter(isState));
    if (states.length > 1) return states;
  }
  return [];
}

function tally(context: FrameContext): { readonly party: PartyMention; readonly n: number }[] {
  const counts = new Map<string, { party: PartyMention; n: number }>();
  for (const party of context.parties) {
    if (!isState(party) || party.form === "coreference" || party.form === "speaker") continue;
    const entry = counts.get(party.key);
    if (entry) entry.n += 1;
    else counts.set(party.key, { party, n: 1 });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n);
}
