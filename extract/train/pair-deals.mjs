// Which told deal stands for which labelled one: the corpus scorer's matching.

export const nameKey = (text) =>
  String(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^org:/u, "")
    .replace(/^the /u, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
export const partyKey = (party) => (party.startsWith("org:") ? `org:${nameKey(party)}` : party.toUpperCase());

const words = (texts) =>
  new Set(
    nameKey(texts.join(" "))
      .split(" ")
      .filter((word) => word.length > 2),
  );

/** Deals are taken for one from this likeness on. */
const LEAST = 0.4;

function likeness(gold, told) {
  const a = new Set(gold.parties.map(partyKey));
  const b = new Set(told.parties.map(partyKey));
  const both = [...a].filter((key) => b.has(key)).length;
  const parties = both / (a.size + b.size - both || 1);
  if (parties === 0) return 0;
  const x = words(gold.evidence);
  const y = words(told.evidence);
  const shared = [...x].filter((word) => y.has(word)).length / Math.max(1, Math.min(x.size, y.size));
  const kind = gold.kind === told.kind ? 1 : gold.kind === "agreement" || told.kind === "agreement" ? 0.5 : 0;
  return 0.5 * parties + 0.3 * shared + 0.2 * kind;
}

/** Pairs of a labelled and a told deal, likeliest first, each deal in one pair at most. */
export function pairDeals(labelled, told) {
  const all = labelled.flatMap((gold) => told.map((deal) => ({ gold, deal, score: likeness(gold, deal) })));
  const pairs = [];
  const taken = new Set();
  for (const { gold, deal } of all.filter(({ score }) => score >= LEAST).sort((a, b) => b.score - a.score)) {
    if (taken.has(gold) || taken.has(deal)) continue;
    taken.add(gold).add(deal);
    pairs.push([gold, deal]);
  }
  return pairs;
}
