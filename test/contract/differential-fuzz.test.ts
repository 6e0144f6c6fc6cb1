import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { queryTokens, type AgreementState, type EntityType } from "@entente/graph-schema";
import {
  LINK_KINDS,
  openEmbeddedStore,
  openStore,
  sortKeyOf,
  type AgreementOrder,
  type DumpRow,
  type GraphStore,
  type Page,
  type PageRequest,
  type Planner,
  type SortKey,
} from "@entente/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeNeo4j, emptyData } from "../setup/available-engines.ts";
import {
  AGREEMENT_IDS,
  ALL_IDS,
  Dice,
  DOCUMENTS,
  firstChanges,
  RandomHistory,
  randomFilter,
} from "./random-plans.ts";
import { claim, commit, document, momentOf } from "./tiny-graph.ts";

/**
 * Both engines get the same random plans and questions. `FUZZ_SEEDS` names others than the usual ones: "7,12" or a
 * range, "1-5000".
 */
const SEEDS = (process.env.FUZZ_SEEDS ?? "1-12").split(",").flatMap((part) => {
  const [first, last] = part.split("-").map(Number);
  if (first === undefined || !(first >= 0 && (last ?? first) >= first)) {
    throw new Error(`FUZZ_SEEDS: got "${part}", expected a number or a range such as 1-200`);
  }
  return Array.from({ length: (last ?? first) - first + 1 }, (_, i) => first + i);
});
/** Every so many seeds the history is long, and the stores are copied into one another, which takes as long again. */
const LONG_EVERY = 20;
const LONG = { plans: 12, questions: 8 };
const FIELDS = ["date", "value", "name", "recorded-at"] as const;
const TYPES: readonly EntityType[] = ["country", "bloc", "organization", "agreement"];

/** One question to both, with what was asked for the message when they differ. */
type Ask = <T>(asked: string, answer: (store: GraphStore) => Promise<T>) => Promise<T>;

const both =
  (one: GraphStore, other: GraphStore): Ask =>
  async (asked, answer) => {
    const [expected, got] = await Promise.all([answer(one), answer(other)]);
    expect(got, asked).toEqual(expected);
    return expected;
  };

/** Each store commits under keys of its own. */
async function dumpedWithoutKeys(store: GraphStore): Promise<DumpRow[]> {
  const rows: DumpRow[] = [];
  for await (const row of store.dump()) if (row.table !== "idempotency") rows.push(row);
  return rows;
}

async function askAboutAgreements(ask: Ask, dice: Dice, versions: number): Promise<void> {
  // Conditions in conditions: each is a statement that Neo4j has never planned, and planning nested ones takes seconds.
  const filter = randomFilter(dice, dice.chance(0.15) ? 2 : dice.below(2));
  const version = dice.chance(0.5) ? null : dice.below(versions + 2);
  const scope = { filter, version };
  const order: AgreementOrder = { field: dice.pick(FIELDS), direction: dice.chance(0.5) ? "asc" : "desc" };
  const asked = JSON.stringify({ scope, order });
  const limit = 4 + dice.below(12);
  const backward = dice.chance(0.5);
  let start: SortKey | null = null;
  for (let hasMore = true; hasMore;) {
    const request: PageRequest = { limit, start, backward };
    const page: Page<AgreementState> = await ask(`list ${asked} ${JSON.stringify(request)}`, (store) =>
      store.listAgreements(scope, order, request),
    );
    const edge = backward ? page.items[0] : page.items.at(-1);
    start = edge ? sortKeyOf(edge, order) : null;
    hasMore = page.hasMore;
  }
  const countables = await ask(`countables ${asked}`, (store) => store.countables(scope));
  const directions = await ask(`directions ${asked}`, (store) => store.directions(scope));
  expect(countables.map(({ id }) => id)).toEqual(expect.arrayContaining(directions.map(({ id }) => id)));
  for (const by of ["kind", "status", "sector", "party", "bloc"] as const) {
    await ask(`facet by ${by} ${asked}`, (store) => store.facet(scope, by, limit));
  }
  const cap = dice.below(40);
  const count = await ask(`count ${asked}`, (store) => store.countAgreements(scope, cap));
  expect(count).toEqual({ value: Math.min(cap, countables.length), exact: countables.length <= cap });
  const nodes = dice.some(ALL_IDS, 4);
  await ask(`pairs ${asked}`, (store) => store.pairs(scope, 1 + (limit % 5)));
  await ask(`pairs ${asked}`, (store) => store.pairs(scope, 500));
  await ask(`partners ${nodes.join()} ${asked}`, (store) => store.partners(nodes, scope, limit % 4));
}

async function askAboutTheRest(ask: Ask, dice: Dice, versions: number): Promise<void> {
  const version = dice.chance(0.3) ? null : dice.below(versions + 2);
  const ids = dice.some([...ALL_IDS, "agreement:none"], 12);
  await ask(`entities ${ids.join()} at ${version}`, (store) => store.getEntities(ids, version));
  const subjects = dice.some(ALL_IDS, 30);
  await ask(`claims about ${subjects.join()} at ${version}`, (store) => store.claims({ subjects, version }));
  const stated = document(dice.pick(DOCUMENTS)).id;
  await ask(`claims of ${stated} at ${version}`, (store) => store.claims({ document: stated, version }));
  const query = dice.pick(["etoile", "pact of", "cote d", "strasse", "lodz 2015", "北京", "oneil"]);
  const limit = 1 + dice.below(30);
  await ask(`search ${query} ${limit}`, (store) => store.search(queryTokens(query), TYPES, limit));
  const bloc = { bloc: dice.pick(["bloc:SCO", "bloc:EU", "bloc:AU"]) };
  const day = dice.chance(0.5) ? null : dice.pick(["2015-03-05", "1999-12-31", "2016-12-31"]);
  await ask(`members ${bloc.bloc} on ${day}`, (store) => store.memberships(bloc, day, version));
  await ask(`memberships on ${day}`, (store) => store.memberships({ member: "country:CHN" }, day, version));
  const words = dice.chance(0.5) ? [] : [dice.pick(["pact", "et"])];
  const list = await ask(`documents ${words.join()}`, (store) =>
    store.documents({ version, words, limit: 3, after: null }),
  );
  const after = list.items.at(-1) ?? null;
  await ask("documents, next", (store) => store.documents({ version, words, limit: 3, after }));
  await ask("documents by id", (store) => store.documentsById([stated, "document:none"], version));
  await ask(`text of ${stated}`, (store) => store.documentText(stated));
  const row = String(dice.below(20));
  await ask(`record ${row}`, (store) => store.record(document("d0").id, row));
  const subject = dice.chance(0.5) ? null : dice.pick(DOCUMENTS);
  await ask(`audit of ${subject}`, (store) =>
    store.auditLog({ ...(subject !== null && { subjects: [subject] }), limit: 5, after: null }),
  );
  await ask(`audit entries of ${subject}`, (store) => store.countAudit(subject === null ? null : [subject]));
  const kind = dice.pick(LINK_KINDS);
  const touching = dice.chance(0.5) ? { ids: dice.some(ALL_IDS, 9) } : {};
  const found = await ask(`links ${kind} at ${version}`, (store) =>
    store.links({ kind, ...touching, version, limit: 3, after: null }),
  );
  const last = found.items.at(-1) ?? null;
  await ask("links, next", (store) => store.links({ kind, ...touching, version, limit: 3, after: last }));
  await ask(`number of links ${kind}`, (store) => store.countLinks(kind, version));
  const of = dice.chance(0.5) ? { document: stated } : {};
  const queue = await ask("review queue", (store) => store.reviewQueue({ ...of, limit: 2, after: null }));
  const waiting = queue.items.at(-1) ?? null;
  await ask("review queue, next", (store) => store.reviewQueue({ ...of, limit: 9, after: waiting }));
  await ask("length of the review queue", (store) => store.countReviewQueue(of.document ?? null));
  await ask("version at", (store) => store.versionAt(momentOf(7)));
  for (const version of [0, 1, 7, 9_999]) await ask("moment of", (store) => store.momentOf(version));
  const { asked, planner } = planningQuestions(dice);
  await ask(`planning ${asked}`, (store) => store.commitPlan(planner, { idempotencyKey: "only-reads" }));
}

function planningQuestions(dice: Dice) {
  const ids = dice.some(ALL_IDS, 6);
  const keys = ["etoile", "pact", "loan", "of"];
  const planner: Planner<object> = async (read) => ({
    plan: null,
    result: {
      states: await read.currentStates(ids),
      named: await read.statesByNameKey("organization", keys),
      parties: await read.agreementsByParty(ids),
      sets: await read.agreementsByPartySet(["", "country:CHN", "country:CHN country:KAZ", "country:FRA"]),
      claims: await read.liveClaims(ids),
      aliases: await read.aliasesOf(ids),
      links: await read.linksOf(ids),
      linksById: await read.linksById(["link:3-0", "link:5-1", "link:8-0"]),
      profiles: await read.profilesOf(AGREEMENT_IDS),
      profilesByKey: await read.profilesByKey(["pact", "Étoile", "none"], document("d1").id),
      pointing: await read.claimsPointingAt(ids.filter((id) => !id.startsWith("country:"))),
      stated: await read.claimsOfDocument(document(DOCUMENTS[0] ?? "").id),
      history: await read.claimHistory(claim("c1", { subject: "", document: "" }).id),
      subjects: await read.claimSubjects(ids[0] ?? "", 5),
      documents: await read.documentsById([document("d1").id, "document:none"]),
      text: await read.documentText(document("d1").id),
      subjectsOf: await read.subjectsOfDocument(document("d1").id),
      bySha: await read.documentsBySha(DOCUMENTS.map((key) => document(key).sha256)),
      byUrl: await read.documentsByUrl("https://example.org/two"),
      rows: [...(await read.recordRows(document("d0").id, ["1", "2", "3", "4"]))].sort(),
      setting: await read.setting("tables"),
    },
  });
  return { asked: ids.join(), planner };
}

describeNeo4j("both engines", (engine) => {
  const folder = mkdtempSync(join(tmpdir(), "entente-fuzz-"));
  let neo4j: GraphStore;
  const reopen = async (): Promise<GraphStore> =>
    (neo4j = await openStore({ dataFolder: folder, neo4j: engine }));
  beforeAll(reopen);
  afterAll(async () => {
    await neo4j.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Neo4j keeps its schema; only the data goes. */
  async function emptied(): Promise<GraphStore> {
    await emptyData(engine);
    return neo4j;
  }

  /** Each engine's store loaded with what the other dumps has the same rows, and answers alike. */
  async function copyAcross(
    embedded: GraphStore,
    { seed, dice }: { seed: number; dice: Dice },
  ): Promise<void> {
    const dump = await dumpedWithoutKeys(embedded);
    const copy = await openEmbeddedStore({ folder: join(folder, `copy-${seed}`) });
    try {
      await copy.load(neo4j.dump());
      expect(await dumpedWithoutKeys(copy), "a copy of Neo4j's store").toEqual(dump);
      await (await emptied()).load(embedded.dump());
      expect(await dumpedWithoutKeys(neo4j), "a copy of the embedded store").toEqual(dump);
      const again = both(embedded, neo4j);
      for (let question = 0; question < 3; question++) {
        await askAboutAgreements(again, dice, LONG.plans);
        await askAboutTheRest(again, dice, LONG.plans);
      }
    } finally {
      await copy.close();
    }
  }

  test.each(SEEDS)(
    "answer alike, row for row, with seed %i",
    async (seed) => {
      const embedded = await openEmbeddedStore({ folder: join(folder, `seed-${seed}`) });
      try {
        const dice = new Dice(seed);
        const isLong = seed % LONG_EVERY === 1;
        const { plans, questions } = isLong ? LONG : { plans: 2 + dice.below(6), questions: 1 };
        const stores = [embedded, await emptied()] as const;
        const ask = both(...stores);
        const history = new RandomHistory(dice);
        const first = firstChanges(dice);
        for (const store of stores) await commit(store, first);
        for (let version = 2; version <= plans; version++) {
          const changes = history.nextChanges(version);
          for (const store of stores) await commit(store, changes);
        }
        for (let question = 0; question < questions; question++) {
          await askAboutAgreements(ask, dice, plans);
          if (question % 4 === 0) await askAboutTheRest(ask, dice, plans);
        }
        await ask("data version", (store) => store.dataVersion());
        await ask("integrity", (store) => store.checkIntegrity());
        await ask("dump", dumpedWithoutKeys);
        if (isLong) await copyAcross(embedded, { seed, dice });
      } finally {
        await embedded.close();
        rmSync(join(folder, `seed-${seed}`), { recursive: true, force: true });
      }
    },
    600_000,
  );
});
