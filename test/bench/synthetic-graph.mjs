import { deriveAgreement, parseIsoDate } from "@entente/graph-schema";
import { loadReference } from "@entente/server";
import { seededRandom } from "./seeded-random.mjs";

const AT = "2026-01-01T00:00:00.000Z";
const DOCUMENT = "document:bench";

/** Parties by how often they take part: a few are in most agreements, as in the world. */
const GIVERS = ["CHN", "USA", "JPN", "DEU", "FRA", "GBR", "IND", "KOR", "SAU", "TUR"];
const RECEIVERS = (
  "KEN ETH AGO PAK IDN VNM EGY NGA GHA BGD LKA KAZ UZB PER BOL ECU ZMB SEN CMR TZA UGA MOZ SDN MMR KHM LAO " +
  "NPL MNG KGZ TJK MAR TUN JOR COL ARG BRA CHL ZAF NAM BWA RWA MLI NER TCD GIN SLE LBR TGO BEN FJI TON WSM"
).split(" ");
const KINDS = ["loan", "loan", "loan", "grant", "grant", "contract", "memorandum", "treaty", "project"];
const STATUSES = ["signed", "signed", "signed", "in-force", "completed", "completed", "agreed", "proposed"];
const RARE_STATUSES = ["negotiating", "ended", "suspended"];
const SECTORS = ["energy", "transport", "trade", "health", "water", "education", "agriculture"];
const CURRENCIES = ["EUR", "CNY", "JPY", "INR", "KZT", "GBP"];

const skewed = (random, list) => list[Math.floor(random() ** 2.2 * list.length)];

function moneyOf(random) {
  const amount = String(Math.ceil(10 ** (3 + random() * 6.5)));
  const money = { amount, role: random() < 0.8 ? "committed" : "pledged", hedge: "exact" };
  if (random() < 0.6) return { ...money, currency: "USD" };
  const currency = skewed(random, CURRENCIES);
  if (random() < 0.3) return { ...money, currency };
  const stated = { amount: String(Math.ceil(Number(amount) / 7)), currency: "USD", prices: "nominal" };
  return { ...money, currency, statedConversions: [stated] };
}

function dayOf(random) {
  const year = 2025 - Math.floor(random() ** 1.7 * 40);
  const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
  return parseIsoDate(random() < 0.5 ? String(year) : `${year}-${month}-1${Math.floor(random() * 9)}`);
}

/** Eight claims on one agreement. */
function claimsOf(random, index) {
  const id = `agreement:bench${String(index).padStart(7, "0")}`;
  const on = random() < 0.92 ? dayOf(random) : null;
  const claim = (number, property, value, validOn = null) => ({
    id: `claim:bench-${index}-${number}`,
    subject: id,
    property,
    value,
    validOn,
    document: DOCUMENT,
    evidence: { row: String(index), columns: [property] },
    confidence: random() < 0.7 ? 0.95 : 0.6,
    extractor: "bench@1",
    status: random() < 0.8 ? "accepted" : "proposed",
    reviewedBy: null,
    reviewedAt: null,
    recordedIn: 1,
    recordedAt: AT,
    supersededIn: null,
  });
  const party = (code, role) => ({ type: "entity", entity: `country:${code}`, role });
  const isFlow = random() < 0.8;
  const status = random() < 0.04 ? skewed(random, RARE_STATUSES) : skewed(random, STATUSES);
  const last = random();
  return [
    claim(0, "name", { type: "text", text: `Invented agreement ${index}` }),
    claim(1, "kind", { type: "term", term: skewed(random, KINDS) }),
    claim(2, "status", { type: "term", term: status }, on),
    claim(3, "party", party(skewed(random, GIVERS), isFlow ? "lender" : "party")),
    claim(4, "party", party(skewed(random, RECEIVERS), isFlow ? "recipient" : "party")),
    claim(5, "sector", { type: "term", term: skewed(random, SECTORS) }),
    random() < 0.7
      ? claim(6, "amount", { type: "money", money: moneyOf(random) })
      : claim(6, "alias", { type: "text", text: `Deal no. ${index}` }),
    last < 0.03 && index > 0
      ? claim(7, "part-of", {
          type: "entity",
          entity: `agreement:bench${String(Math.floor(random() * index)).padStart(7, "0")}`,
        })
      : last < 0.08
        ? claim(7, "not-for-aggregates", { type: "flag", flag: true })
        : claim(7, "party", party(skewed(random, RECEIVERS), isFlow ? "recipient" : "party")),
  ];
}

const document = {
  id: DOCUMENT,
  type: "dataset",
  title: "Invented agreements",
  url: null,
  otherUrls: [],
  publisher: "Bench",
  published: null,
  language: "en",
  sha256: "0".repeat(64),
  rank: "data-set",
  licence: null,
  syndicatedFrom: null,
  revisionOf: null,
  textLength: 0,
  recordedIn: 1,
  recordedAt: AT,
};

/** The rows of a whole store: reference tables, and `count` invented agreements of eight claims each. */
async function* graphRows(reference, count) {
  for await (const row of reference.dump()) yield row;
  yield { table: "document", row: { document, knownFrom: 1, knownTo: null } };
  const context = { mergedIds: [], resolve: (id) => id, basedIn: () => null };
  const claims = seededRandom(20260101);
  for (let index = 0; index < count; index++) {
    for (const claim of claimsOf(claims, index)) yield { table: "claim", row: { claim } };
  }
  const states = seededRandom(20260101);
  for (let index = 0; index < count; index++) {
    const sourced = claimsOf(states, index).map((claim) => ({
      ...claim,
      source: { rank: "data-set", published: null },
    }));
    const state = deriveAgreement(sourced, { ...context, id: sourced[0].subject });
    yield { table: "state", row: { state, knownFrom: 1, knownTo: null } };
  }
}

/** Fills an empty store, by way of another one that holds the reference tables. */
export async function loadGraph({ store, reference, count }) {
  await loadReference(reference, AT);
  await store.load(graphRows(reference, count));
}
