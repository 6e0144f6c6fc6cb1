import { extractArticle } from "@entente/extract";
import type { FactBatch, SourcedClaim } from "@entente/graph-schema";
import {
  checkStore,
  ingestArticle,
  ingestBatch,
  loadReference,
  planPurge,
  planReview,
  reextract,
  type GraphStore,
  type Planner,
} from "@entente/server";
import { beforeAll, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { PIPELINE, TRADE } from "./api-articles.ts";
import { report } from "./report-batch.ts";
import { useStore } from "./use-store.ts";

const AT = "2026-01-01T00:00:00.000Z";
const WIRE = [
  "LIMA - Peru and Chile signed a memorandum on water on 5 March 2019, their ministers said after two years of talks.",
  "The paper lets both countries share data on the rivers of the border, and it will run for ten years.",
  "Neither side named a sum. Farmers on both sides had asked for such a paper since the drought of 2015.",
].join("\n\n");

describeEngines("the life of a document", (engine) => {
  const opened = useStore(engine);
  const store = (): GraphStore => opened().store;
  let acts = 0;
  const commit = <T>(planner: Planner<T>): Promise<T> =>
    store().commitPlan(planner, { idempotencyKey: `act ${++acts}` });
  const claimsOf = (document: string): Promise<SourcedClaim[]> => store().claims({ document, version: null });
  const sound = async (): Promise<void> => {
    expect((await checkStore(store())).faults).toEqual([]);
  };
  beforeAll(async () => {
    await loadReference(store(), AT);
  });

  test("a wire story at another address is a copy of the first, and a story in other words is not", async () => {
    const first = await ingestArticle(store(), { text: WIRE, url: "https://example.org/wire" });
    const copy = await ingestArticle(store(), {
      text: `${WIRE}\n\nFrom our desk in Santiago.`,
      url: "https://example.net/copy",
    });
    const again = await ingestArticle(store(), {
      text: `${WIRE}\n\nMore on page four.`,
      url: "https://example.com/again",
    });
    const own = await ingestArticle(store(), {
      text: "SANTIAGO - Chile and Peru signed a memorandum on 5 March 2019 to share figures on border rivers, after long talks.",
      url: "https://example.org/own",
    });
    expect(first.document.syndicatedFrom).toBeNull();
    expect([copy.document.syndicatedFrom, again.document.syndicatedFrom]).toEqual([
      first.document.id,
      first.document.id,
    ]);
    expect(own.document.syndicatedFrom).toBeNull();
    expect(copy.agreements[0]?.documents).toContain(first.document.id);
    await sound();
  });

  /** As an extractor of an earlier version read it: with another kind, and without the amounts. */
  function readBefore(article: typeof PIPELINE): FactBatch {
    const batch = extractArticle(article);
    return {
      ...batch,
      producer: batch.producer.replace(/\d+$/, "0"),
      facts: batch.facts
        .filter(({ property }) => property !== "amount")
        .map((fact) =>
          fact.property === "kind" ? { ...fact, value: { type: "term", term: "contract" } } : fact,
        ),
    };
  }

  test("a newer extraction takes the place of what nobody judged, keeps what a person did, and is done once", async () => {
    const { document, claims } = await ingestBatch(store(), readBefore(PIPELINE), { at: AT });
    const [judged] = claims.filter(({ property }) => property === "kind");
    const [rejected] = claims.filter(({ property }) => property === "status");
    const judge = (id: string, status: "accepted" | "rejected") =>
      commit((read) => planReview({ id, status, expectedStatus: "proposed", by: "Ann", at: AT }, read));
    await judge(judged?.id ?? "", "accepted");
    await judge(rejected?.id ?? "", "rejected");

    const done = await reextract(store(), { document: document.id, at: AT });
    expect(done).toMatchObject({ documents: 1, changed: 1, newer: 0 });
    const now = await claimsOf(document.id);
    expect(now.filter(({ property }) => property === "amount").map(({ extractor }) => extractor)).toContain(
      extractArticle(PIPELINE).producer,
    );
    const kept = now.filter(({ reviewedBy }) => reviewedBy === "Ann");
    expect(kept.map(({ property, status }) => `${property} ${status}`).sort()).toEqual([
      "kind accepted",
      "status rejected",
    ]);
    const alike = now.filter(
      ({ subject, property, status }) =>
        subject === rejected?.subject && property === "status" && status === "proposed",
    );
    expect(alike.filter(({ value }) => JSON.stringify(value) === JSON.stringify(rejected?.value))).toEqual(
      [],
    );
    expect(now.every((claim) => claim.reviewedBy === "Ann" || !claim.extractor.endsWith("@0"))).toBe(true);
    await sound();

    const { version } = await store().dataVersion();
    expect(await reextract(store(), { at: AT })).toMatchObject({ changed: 0, added: 0, superseded: 0 });
    expect((await store().dataVersion()).version).toBe(version);
  });

  test("what a newer extractor has read is left alone", async () => {
    const batch = extractArticle(TRADE);
    const { document } = await ingestBatch(
      store(),
      { ...batch, producer: batch.producer.replace(/\d+$/, "999") },
      { at: AT },
    );
    const { version } = await store().dataVersion();
    expect(await reextract(store(), { document: document.id })).toMatchObject({ changed: 0, newer: 1 });
    expect((await store().dataVersion()).version).toBe(version);
  });

  /** Every row, as one text. */
  async function dumped(): Promise<string> {
    const rows: string[] = [];
    for await (const row of store().dump()) rows.push(JSON.stringify(row));
    return rows.join("\n");
  }

  test("a purged document leaves nothing but an entry in the audit log, in no version", async () => {
    const shared = { parties: ["FJI", "TON"], usd: "7000000" } as const;
    const gone = await ingestBatch(
      store(),
      report({
        ...shared,
        text: "Fiji and Tonga signed, said Quuxbank.",
        organization: "Quuxbank",
        url: "https://example.org/gone",
      }),
      { at: AT },
    );
    const stays = await ingestBatch(store(), report({ ...shared, text: "Tonga and Fiji signed it." }), {
      at: AT,
    });
    const revision = await ingestBatch(
      store(),
      report({ parties: ["FJI", "CUB"], text: "Fiji signed with Cuba.", url: "https://example.org/gone" }),
      { at: AT },
    );
    expect(revision.document.revisionOf).toBe(gone.document.id);
    const { version } = await store().dataVersion();
    const purge = { id: gone.document.id, reason: "a court said so", by: "Ann", at: AT };
    await commit((read) => planPurge(purge, read));

    const dump = await dumped();
    const left = dump.split("\n").filter((row) => row.includes(gone.document.id) || /quuxbank/i.test(row));
    expect(left.map((row) => JSON.parse(row) as unknown)).toEqual([
      {
        table: "audit",
        row: {
          audit: {
            id: expect.any(String) as unknown,
            at: AT,
            by: "Ann",
            action: "purge",
            subject: gone.document.id,
            reason: "a court said so",
          },
        },
      },
    ]);
    for (const { subject } of gone.claims) expect(dump).not.toContain(subject);
    expect(await store().documentText(gone.document.id)).toBeNull();
    expect(await store().documentsById([revision.document.id], null)).toMatchObject([{ revisionOf: null }]);
    const subject = stays.claims[0]?.subject ?? "";
    expect(await store().getEntities([subject], null)).toMatchObject([
      { id: subject, mergedIds: [], documents: [stays.document.id] },
    ]);
    expect(await store().claims({ document: gone.document.id, version })).toEqual([]);
    await sound();
  });

  test("a purge of an unknown document, or of the reference tables, changes nothing", async () => {
    const { version } = await store().dataVersion();
    const purge = (id: string) => commit((read) => planPurge({ id, reason: "x", by: "Ann", at: AT }, read));
    await expect(purge("document:00000000000000000000")).rejects.toThrow(/expected a stored document/);
    const { items } = await store().documents({ version: null, words: [], limit: 100, after: null });
    const table = items.find(({ type }) => type === "dataset");
    await expect(purge(table?.id ?? "")).rejects.toThrow(/cannot be purged/);
    expect((await store().dataVersion()).version).toBe(version);
  });
});
