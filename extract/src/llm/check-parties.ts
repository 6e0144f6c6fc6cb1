import type { ArticleAnalysis } from "../analyze-article.ts";
import type { DealParty } from "../frame/deal-types.ts";
import { findPlaces } from "../mention/find-places.ts";
import type { PartyMention } from "../resolve/party-mention.ts";
import { nameTokens } from "../tokenise/name-tokens.ts";
import type { Span } from "../tokenise/split-sentences.ts";
import type { ModelDeal } from "./model-answer.ts";

type Found = Omit<ArticleAnalysis, "deals" | "dropped">;
type ModelParty = ModelDeal["parties"][number];

const fold = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^the /u, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const isInside = ({ start, end }: Span, spans: readonly Span[]): boolean =>
  spans.some((span) => start >= span.start && end <= span.end);

/** Keys that a name can mean: an ISO3 code, a bloc's acronym, an organization of this text. */
function keysOf(name: string, found: Found): Set<string> {
  const places = findPlaces(nameTokens(name)).map(({ code }) => code);
  const folded = fold(name);
  const bodies = found.organizations.filter((body) => fold(body.name) === folded).map((body) => body.name);
  // A code that the model gives instead of a name is no evidence of anything: it must be named in the quote like any other.
  const codes = found.parties.filter(({ key }) => key === name).map(({ key }) => key);
  // "Chinese Foreign Minister" holds one country; "China and Japan" is no name of one party.
  return new Set(
    bodies.length > 0 ? bodies : codes.length > 0 ? codes : new Set(places).size === 1 ? places : [],
  );
}

/** An organization that the rules did not see but that stands in the quote by its name. */
function literalParty({ name, role }: ModelParty, text: string, spans: readonly Span[]): DealParty | null {
  if (!/^\p{Lu}.*\p{L}{2}/u.test(name) || name.length > 120) return null;
  for (const { start, end } of spans) {
    const at = text.slice(start, end).indexOf(name);
    if (at < 0) continue;
    const edges = `${text[start + at - 1] ?? " "}${text[start + at + name.length] ?? " "}`;
    if (/[\p{L}\p{N}]/u.test(edges)) continue;
    return { type: "organization", key: name, role, start: start + at, end: start + at + name.length };
  }
  return null;
}

const toDealParty = ({ type, key, start, end }: PartyMention, role: ModelParty["role"]): DealParty => ({
  type,
  key,
  role,
  start,
  end,
});

/** Parties that the quoted words name, or reach by coreference; and the names of those that they do not. */
export function checkParties(
  parties: readonly ModelParty[],
  found: Found,
  spans: readonly Span[],
): { readonly kept: readonly DealParty[]; readonly refused: readonly string[] } {
  const kept = new Map<string, DealParty>();
  const refused: string[] = [];
  for (const party of parties) {
    const keys = keysOf(party.name, found);
    const mention = found.parties.find((one) => keys.has(one.key) && isInside(one, spans));
    const settled = mention
      ? toDealParty(mention, party.role)
      : keys.size === 0
        ? literalParty(party, found.doc.text, spans)
        : null;
    if (!settled) refused.push(party.name);
    else if (!kept.has(settled.key)) kept.set(settled.key, settled);
  }
  return { kept: [...kept.values()], refused };
}
