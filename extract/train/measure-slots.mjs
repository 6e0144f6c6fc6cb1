// node extract/train/measure-slots.mjs [show=party|kind|status|date|value|people|blocs|countries|money]: how right the
// slots of found deals are, so that missed deals do not hide slot errors. Each article is read by a model that never saw
// it. ENTENTE_REFERENCE names the folder of the reference folds; `show` lists every difference of one slot.
import { concludeDeals } from "../dist/analyze-article.js";
import { summarizeArticle } from "../dist/facts/summarize-article.js";
import { fitDecision } from "./fit-decision.mjs";
import { loadArticles } from "./load-articles.mjs";
import { nameKey, pairDeals, partyKey } from "./pair-deals.mjs";

const PARTS = 10;
const AMOUNT_TOLERANCE = 0.005;
const asked = Object.fromEntries(process.argv.slice(2).map((pair) => pair.split("=")));

function partOf(id) {
  let hash = 2166136261;
  for (const character of id) hash = Math.imul(hash ^ character.codePointAt(0), 16777619);
  return (hash >>> 8) % PARTS;
}

const sameMoney = (a, b) =>
  a.currency === b.currency && Math.abs(a.amount - b.amount) <= AMOUNT_TOLERANCE * Math.abs(a.amount);
const SAME = {
  party: (a, b) => partyKey(a) === partyKey(b),
  value: sameMoney,
  money: sameMoney,
  name: (a, b) => nameKey(a) === nameKey(b),
};

/** Items of `gold` and `told` that the other lacks. */
function compareLists(gold, told, same) {
  const extra = [...told];
  const missing = gold.filter((item) => {
    const at = extra.findIndex((other) => same(item, other));
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  return { right: gold.length - missing.length, missing, extra };
}

class Slot {
  constructor(name) {
    this.name = name;
    this.right = this.gold = this.told = this.exact = this.deals = 0;
    this.confusions = new Map();
    this.shown = [];
  }
  add({ right, gold, told, exact, confusion, shown }) {
    this.right += right;
    this.gold += gold;
    this.told += told;
    this.exact += exact;
    this.deals += 1;
    if (exact) return;
    this.confusions.set(confusion, (this.confusions.get(confusion) ?? 0) + 1);
    this.shown.push(shown);
  }
  print(fold) {
    const f1 = (2 * this.right) / Math.max(1, this.gold + this.told);
    process.stdout.write(
      `${fold.padEnd(6)} ${this.name.padEnd(10)} F1 ${f1.toFixed(3)}  exact ${this.exact}/${this.deals}\n`,
    );
  }
}

const show = (item) => (typeof item === "string" ? item : item && `${item.amount} ${item.currency}`);
const list = (items) => items.map(show).join(", ");

/** Adds one deal or article to a slot of lists. */
function addLists(slot, [gold, told], { same, where }) {
  const { right, missing, extra } = compareLists(gold, told, same);
  const exact = Number(missing.length + extra.length === 0);
  const confusion = `${missing.length > 0 ? "missing" : ""}${extra.length > 0 ? " extra" : ""}`.trim();
  const shown = `${where}\n    missing: ${list(missing)}\n    extra: ${list(extra)}`;
  slot.add({ right, gold: gold.length, told: told.length, exact, confusion, shown });
}

/** Adds one deal to a slot of one value; a date agrees if it begins with the labelled one. */
function addValue(slot, [gold, told], { agrees, where }) {
  if (gold === null && slot.name === "date") return;
  const exact = Number(agrees(gold, told));
  slot.add({
    right: exact,
    gold: 1,
    told: told === null ? 0 : 1,
    exact,
    confusion: slot.name === "date" ? (told === null ? "none told" : "another") : `${gold} read as ${told}`,
    shown: `${where}\n    gold ${gold}, told ${told}`,
  });
}

const articles = loadArticles(process.env.ENTENTE_REFERENCE);
const models = Array.from({ length: PARTS }, (_, part) =>
  fitDecision(articles.filter((article) => partOf(article.id) !== part)),
);
const shown = (asked.show ?? "").split(",");
const equal = (a, b) => a === b;
const startsWith = (gold, told) => told !== null && String(told).startsWith(gold);

for (const fold of ["dev", "train", "own"]) {
  const inFold = articles.filter((article) => article.fold === fold);
  if (inFold.length === 0) continue;
  const slots = Object.fromEntries(
    ["party", "kind", "status", "date", "value", "countries", "blocs", "people", "money"].map((name) => [
      name,
      new Slot(name),
    ]),
  );
  for (const article of inFold) {
    const summary = summarizeArticle(article.id, concludeDeals(article.proposal, models[partOf(article.id)]));
    for (const [gold, told] of pairDeals(article.deals, summary.deals)) {
      if (gold.optional) continue;
      const where = `  ${article.id} ${gold.id} [${gold.parties.join(" ")}] ${gold.kind} ${gold.status} ${gold.date}\n    gold evidence: ${gold.evidence.join(" | ")}\n    told evidence: ${told.evidence.join(" | ")}`;
      addLists(slots.party, [gold.parties, told.parties], { same: SAME.party, where });
      addLists(slots.value, [gold.values, told.values], { same: SAME.value, where });
      addValue(slots.kind, [gold.kind, told.kind], { agrees: equal, where });
      addValue(slots.status, [gold.status, told.status], { agrees: equal, where });
      addValue(slots.date, [gold.date, told.date], { agrees: startsWith, where });
    }
    const unique = (names) => [...new Map(names.map((name) => [nameKey(name), name])).values()];
    for (const slot of ["countries", "blocs", "people"])
      addLists(slots[slot], [unique(article[slot]), unique(summary[slot])], {
        same: SAME.name,
        where: `  ${article.id}`,
      });
    addLists(slots.money, [article.money, summary.money], { same: SAME.money, where: `  ${article.id}` });
  }
  for (const slot of Object.values(slots)) {
    slot.print(fold);
    if (!shown.includes(slot.name)) continue;
    for (const [confusion, count] of [...slot.confusions].sort((a, b) => b[1] - a[1]))
      process.stdout.write(`  ${String(count).padStart(4)} ${confusion}\n`);
    process.stdout.write(`${slot.shown.join("\n")}\n`);
  }
}
