import { cellsHash } from "@entente/server";
import { beforeAll, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { agreement, claim, commit, document, on } from "./tiny-graph.ts";
import { useStore } from "./use-store.ts";

const WIRE = document("wire", {
  title: "Étoile signs accord",
  url: "https://example.org/wire",
  rank: "news-agency",
  published: on("2015-03-05"),
});
const COPY = document("copy", {
  title: "Accord signed",
  otherUrls: ["https://example.org/wire"],
  recordedIn: 2,
});
const TABLE = document("table", { type: "dataset", title: "Table of loans", recordedIn: 2 });

describeEngines("documents and claims", (engine) => {
  const opened = useStore(engine);
  beforeAll(async () => {
    const { store } = opened();
    await commit(store, {
      documents: [WIRE],
      texts: [{ document: WIRE.id, text: "Étoile 🤝 signs\r\nan accord." }],
      states: [agreement("x"), agreement("y")],
      claims: [
        claim("b", { subject: "agreement:x", document: WIRE.id, confidence: 0.9 }),
        claim("a", { subject: "agreement:x", document: WIRE.id, confidence: 0.9 }),
        claim("c", { subject: "agreement:x", document: WIRE.id, confidence: 1 }),
      ],
      audit: [
        {
          id: "1",
          at: "2026-01-01T00:00:00.000Z",
          by: "test",
          action: "ingest",
          subject: WIRE.id,
          reason: null,
        },
      ],
    });
    await commit(store, {
      documents: [COPY, TABLE],
      records: [{ document: TABLE.id, row: "7", cells: '{"amount":"5"}' }],
      claims: [claim("d", { subject: "agreement:y", document: COPY.id, recordedIn: 2, confidence: 0.1 })],
      audit: [
        {
          id: "3",
          at: "2026-01-02T00:00:00.000Z",
          by: "test",
          action: "ingest",
          subject: TABLE.id,
          reason: "release",
        },
        {
          id: "2",
          at: "2026-01-02T00:00:00.000Z",
          by: "test",
          action: "ingest",
          subject: COPY.id,
          reason: null,
        },
      ],
    });
  });
  const titles = (items: readonly { readonly title: string }[]) => items.map(({ title }) => title);

  test("are listed newest first, in pages", async () => {
    const { store } = opened();
    const all = await store.documents({ version: null, words: [], limit: 10, after: null });
    expect(titles(all.items)).toEqual(["Table of loans", "Accord signed", "Étoile signs accord"]);
    expect(all.hasMore).toBe(false);
    const first = await store.documents({ version: null, words: [], limit: 1, after: null });
    expect([titles(first.items), first.hasMore]).toEqual([["Table of loans"], true]);
    const next = await store.documents({
      version: null,
      words: [],
      limit: 1,
      after: { recordedIn: TABLE.recordedIn, id: TABLE.id },
    });
    expect([titles(next.items), next.hasMore]).toEqual([["Accord signed"], true]);
  });

  test("are found by words of the title", async () => {
    const { store } = opened();
    const found = await store.documents({ version: null, words: ["sign", "accord"], limit: 10, after: null });
    expect(titles(found.items)).toEqual(["Accord signed", "Étoile signs accord"]);
    expect(
      (await store.documents({ version: null, words: ["ccord"], limit: 10, after: null })).items,
    ).toEqual([]);
  });

  test("come by id in the order asked", async () => {
    const found = await opened().store.documentsById([COPY.id, "document:none", WIRE.id], null);
    expect(found).toEqual([COPY, null, WIRE]);
  });

  test("a text is kept as it was; a data set has rows instead", async () => {
    const { store } = opened();
    expect(await store.documentText(WIRE.id)).toBe("Étoile 🤝 signs\r\nan accord.");
    expect(await store.documentText(TABLE.id)).toBeNull();
    expect(await store.record(TABLE.id, "7")).toBe('{"amount":"5"}');
    expect(await store.record(TABLE.id, "8")).toBeNull();
  });

  test("claims come newest first, then the most confident, then by id", async () => {
    const { store } = opened();
    const keys = async (query: Parameters<typeof store.claims>[0]) =>
      (await store.claims(query)).map(({ value }) => ("text" in value ? value.text : ""));
    expect(await keys({ subjects: ["agreement:x", "agreement:y"], version: null })).toEqual([
      "d",
      "c",
      "a",
      "b",
    ]);
    expect(await keys({ document: WIRE.id, version: null })).toEqual(["c", "a", "b"]);
    const one = claim("a", { subject: "", document: "" }).id;
    expect(await keys({ ids: [one], version: null })).toEqual(["a"]);
    expect(await keys({ ids: [one], document: COPY.id, version: null })).toEqual([]);
  });

  test("a claim carries its document's rank and date", async () => {
    const [found] = await opened().store.claims({ document: WIRE.id, version: null });
    expect(found).toEqual({
      ...claim("c", { subject: "agreement:x", document: WIRE.id, confidence: 1 }),
      source: { rank: "news-agency", published: on("2015-03-05") },
    });
  });

  test("the audit log comes newest first, of all or of one subject", async () => {
    const { store } = opened();
    expect((await store.auditLog({ limit: 10, after: null })).map(({ id }) => id)).toEqual(["2", "3", "1"]);
    expect((await store.auditLog({ limit: 2, after: null })).map(({ id }) => id)).toEqual(["2", "3"]);
    expect(await store.auditLog({ subjects: [TABLE.id], limit: 10, after: null })).toEqual([
      {
        id: "3",
        at: "2026-01-02T00:00:00.000Z",
        by: "test",
        action: "ingest",
        subject: TABLE.id,
        reason: "release",
      },
    ]);
  });

  test("a planner finds documents by hash and every address, and knows stored rows by their hash", async () => {
    const { store } = opened();
    const read = await store.commitPlan(
      async (reader) => ({
        plan: null,
        result: {
          bySha: await reader.documentsBySha([WIRE.sha256, "none"]),
          byUrl: await reader.documentsByUrl("https://example.org/wire"),
          rows: [...(await reader.recordRows(TABLE.id, ["7", "8"]))],
        },
      }),
      { idempotencyKey: "only-reads" },
    );
    expect(titles(read.bySha)).toEqual(["Étoile signs accord"]);
    expect(titles(read.byUrl).sort()).toEqual(["Accord signed", "Étoile signs accord"]);
    expect(read.rows).toEqual([["7", cellsHash('{"amount":"5"}')]]);
  });
});
