import { AGREEMENT_STATUSES, type AgreementKind } from "@entente/graph-schema";
import type { Deal, DealMention, DealParty, Rung } from "../frame/deal-types.ts";

/** Kinds that can name one deal: design section 4. `agreement` fits any but a package. */
const FAMILIES: readonly (readonly AgreementKind[])[] = [
  ["treaty", "framework-agreement", "trade-agreement"],
  ["memorandum", "joint-statement"],
  ["loan", "grant", "joint-fund", "investment"],
  ["currency-swap"],
  ["contract", "project"],
  ["deal-package"],
];

export function sameFamily(a: AgreementKind, b: AgreementKind): boolean {
  if (a === b) return true;
  if (a === "agreement" || b === "agreement") return a !== "deal-package" && b !== "deal-package";
  return FAMILIES.some((family) => family.includes(a) && family.includes(b));
}

const keys = (parties: readonly DealParty[]) => new Set(parties.map((party) => party.key));

function isSubset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (!b.has(key)) return false;
  return true;
}

const amounts = (mention: DealMention) =>
  new Set(mention.values.map((money) => `${money.amount} ${money.currency}`));

function conflicts(a: DealMention, b: DealMention): boolean {
  if (a.count !== null && b.count !== null && a.count !== b.count) return true;
  if ((a.count ?? 0) > 1 !== (b.count ?? 0) > 1 && !b.definite) return true;
  const x = amounts(a);
  const y = amounts(b);
  if (x.size > 0 && y.size > 0 && !isSubset(x, y) && !isSubset(y, x)) return true;
  const dateA = a.rungs[0]?.date?.date;
  const dateB = b.rungs[0]?.date?.date;
  if (
    dateA &&
    dateB &&
    a.rungs[0]?.status === b.rungs[0]?.status &&
    (dateA.latest < dateB.earliest || dateB.latest < dateA.earliest)
  )
    return true;
  const ended = (mention: DealMention) => mention.rungs[0]?.status === "ended";
  return ended(a) !== ended(b) && !a.definite && !b.definite;
}

/** Does `later` tell of the same deal as `earlier`? Indefinite mentions are new unless value and parties agree. */
function isSame(earlier: Deal, later: DealMention): boolean {
  if (!sameFamily(earlier.kind, later.kind) || conflicts(earlier, later)) return false;
  const a = keys(earlier.parties);
  const b = keys(later.parties);
  const shared = [...b].some((key) => a.has(key));
  if (earlier.name !== "" && later.name === earlier.name && (shared || a.size === 1)) return true;
  const related = isSubset(a, b) || isSubset(b, a);
  if (!related) return false;
  const sharesValue = [...amounts(later)].some((amount) => amounts(earlier).has(amount));
  if (sharesValue) return true;
  if (later.rule.startsWith("gift") || earlier.rule.startsWith("gift"))
    return later.values.length === 0 && later.rule === earlier.rule && later.sentence - earlier.sentence <= 1;
  if (later.sentence === earlier.sentence)
    return later.kind === earlier.kind || later.definite || later.kind === "agreement";
  if (later.definite) return true;
  return later.kind === earlier.kind && a.size === b.size && (earlier.count ?? 0) === (later.count ?? 0);
}

const rank = (rung: Rung) => AGREEMENT_STATUSES.indexOf(rung.status);

/** The current rung: newest first by date, then the higher one; `in-force` said only in passing gives way. */
function currentRung(rungs: readonly Rung[]): Rung | undefined {
  return [...rungs].sort((a, b) => {
    const dateA = a.date?.date.latest ?? "";
    const dateB = b.date?.date.latest ?? "";
    if (dateA !== dateB && dateA !== "" && dateB !== "") return dateA < dateB ? 1 : -1;
    if (a.status === b.status) return (dateB === "" ? 0 : 1) - (dateA === "" ? 0 : 1);
    return rank(b) - rank(a);
  })[0];
}

function joinParties(a: readonly DealParty[], b: readonly DealParty[]): DealParty[] {
  const known = keys(a);
  return [...a, ...b.filter((party) => !known.has(party.key))];
}

function joinValues(a: Deal, b: DealMention): Deal["values"] {
  const known = amounts(a);
  return [...a.values, ...b.values.filter((money) => !known.has(`${money.amount} ${money.currency}`))];
}

function absorb(deal: Deal, mention: DealMention): Deal {
  const told = mention.rungs.filter((rung) => worthKeeping(deal, rung));
  const rungs = [...deal.rungs.filter((rung) => !rung.assumed || told.length === 0), ...told];
  const current = currentRung(rungs);
  return {
    ...deal,
    kind: deal.kind === "agreement" && namesInstrument(mention) ? mention.kind : deal.kind,
    parties: joinParties(deal.parties, mention.parties),
    values: joinValues(deal, mention),
    count: deal.count ?? mention.count,
    sectors: deal.sectors.length > 0 || !namesSectors(mention) ? deal.sectors : mention.sectors,
    topic: deal.topic || mention.topic,
    rungs,
    status: current?.status ?? deal.status,
    date: current?.date ?? (current?.status === deal.status ? deal.date : null),
    confidence: Math.min(0.97, Math.max(deal.confidence, mention.confidence) + 0.03),
    sentences: deal.sentences.includes(mention.sentence)
      ? deal.sentences
      : [...deal.sentences, mention.sentence],
  };
}

/** "The pipeline" that an agreement is about gives it no kind; "the loan" does. */
const namesInstrument = (mention: DealMention) => mention.kind !== "project" && mention.rule !== "commitment";

/** A passing mention is surrounded by words of other things. */
const namesSectors = (mention: DealMention) => mention.rule !== "commitment" && !mention.rungs[0]?.assumed;

/** A mention without a verb of its own ("the agreement covers …") tells no new rung. */
const worthKeeping = (deal: Deal, rung: Rung) =>
  !rung.assumed &&
  (rung.status !== "in-force" || rung.date !== null || deal.rungs.every((other) => other.assumed));

function begin(mention: DealMention): Deal {
  const current = currentRung(mention.rungs);
  return {
    ...mention,
    sentences: [mention.sentence],
    status: current?.status ?? "agreed",
    date: current?.date ?? null,
  };
}

/** Joins the mentions of one deal, in text order; every sentence that tells of it is kept. */
export function mergeDeals(mentions: readonly DealMention[]): Deal[] {
  const deals: Deal[] = [];
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    const index = deals.findIndex((deal) => isSame(deal, mention));
    const found = deals[index];
    if (found) deals[index] = absorb(found, mention);
    else deals.push(begin(mention));
  }
  return deals;
}
