import { mergeDeals } from "../dist/merge/merge-deals.js";

const merges = (a, b) => mergeDeals([a, b]).length === 1;

// Which candidates of an article tell one of its labelled deals.

const fold = (text) =>
  String(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^org:/u, "")
    .replace(/^the /u, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const partyKey = (party) => (party.startsWith("org:") ? `org:${fold(party)}` : party.toUpperCase());
const words = (text) =>
  new Set(
    fold(text)
      .split(" ")
      .filter((word) => word.length > 2),
  );

function overlap(a, b) {
  const x = words(a.join(" "));
  const y = words(b.join(" "));
  if (x.size === 0 || y.size === 0) return 0;
  return [...x].filter((word) => y.has(word)).length / Math.min(x.size, y.size);
}

function jaccard(a, b) {
  const x = new Set(a.map(partyKey));
  const y = new Set(b.map(partyKey));
  const both = [...x].filter((key) => y.has(key)).length;
  return both / (x.size + y.size - both || 1);
}

const kindScore = (a, b) => (a === b ? 1 : a === "agreement" || b === "agreement" ? 0.5 : 0);

const SET = { told: 0.3, shared: 0.9, ignored: 0.5, echo: 0.7 };

/** Likeness of a candidate to a labelled deal, as the corpus scorer measures it, with its parts. */
export function compareToGold(gold, { mention, sentence }) {
  const parties = mention.parties.map((party) =>
    party.type === "organization" ? `org:${party.key}` : party.key,
  );
  const shared = jaccard(gold.parties, parties);
  const told = mention.rule.startsWith("statement") ? 1 : overlap(gold.evidence, [sentence]);
  const amounts = new Set(gold.values.map((value) => value.amount));
  const money = mention.values.some((value) => amounts.has(Number(value.amount)));
  const score =
    shared === 0
      ? 0
      : 0.5 * shared + 0.3 * told + 0.2 * kindScore(gold.kind, mention.kind) + (money ? 0.1 : 0);
  return { score, shared, told };
}

/**
 * Labels each candidate: `gold` is the deal it tells or null; `weight` 0 leaves it out of training, as candidates of
 * deals that readers disagree about.
 */
export function labelCandidates(article, candidates, set = SET) {
  const scored = candidates.map((candidate) =>
    article.deals
      .map((gold) => ({ gold, ...compareToGold(gold, candidate) }))
      .sort((a, b) => b.score - a.score)
      .at(0),
  );
  const tellers = bestTellers(candidates, scored);
  const current = new Set(
    scored.flatMap((best, at) => (best && statusOf(candidates[at]) === best.gold.status ? [best.gold] : [])),
  );
  return scored.map((best, at) => {
    if (!best || best.score < 0.4) return { gold: null, weight: 1 };
    if (best.gold.optional) return { gold: null, weight: 0 };
    if (best.told < set.told) return { gold: null, weight: best.shared > set.shared ? set.ignored : 1 };
    const teller = tellers.get(best.gold);
    const echo =
      teller !== undefined && teller !== at && !merges(candidates[teller].mention, candidates[at].mention);
    if (echo) return { gold: null, weight: set.echo };
    // "Had agreed on the deal" tells an earlier rung of a deal that is signed by now: no lesson for the status.
    const earlier = current.has(best.gold) && statusOf(candidates[at]) !== best.gold.status;
    return { gold: best.gold, weight: 1, earlier };
  });
}

const statusOf = ({ mention }) => mention.rungs[0]?.status;

/** The candidate that tells each labelled deal best; one that the rules keep comes before its equals. */
function bestTellers(candidates, scored) {
  const tellers = new Map();
  const worth = (at) => scored[at].score + (candidates[at].objection === null ? 0.15 : 0);
  for (const [at, best] of scored.entries()) {
    if (!best || best.score < 0.4) continue;
    const known = tellers.get(best.gold);
    if (known === undefined || worth(at) > worth(known)) tellers.set(best.gold, at);
  }
  return tellers;
}
