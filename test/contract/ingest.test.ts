import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkStore, ingestBatch, loadReference, openStore, type GraphStore } from "@entente/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { report, type Report } from "./report-batch.ts";

const AT = "2026-01-01T00:00:00.000Z";
const EVERYTHING = { filter: { viaOrganizations: true }, version: null } as const;

describeEngines("ingest", (engine) => {
  const folder = mkdtempSync(join(tmpdir(), "entente-ingest-"));
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore({ dataFolder: folder, ...(engine.name === "neo4j" && { neo4j: engine }) });
    await loadReference(store, AT);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const ingest = (sketch: Report) => ingestBatch(store, report(sketch), { at: AT });
  const count = async (): Promise<number> => (await store.countAgreements(EVERYTHING, 1000)).value;

  test("loads the reference tables once", async () => {
    expect(await loadReference(store, AT)).toBe(false);
    const members = await store.memberships({ bloc: "bloc:SCO" }, "2024-01-01", null);
    expect(members.filter(({ role }) => role === "member").map(({ member }) => member)).toContain(
      "country:IRN",
    );
  });

  test("says duplicate the second time and changes nothing", async () => {
    const first = await ingest({ text: "Peru and Chile signed a memorandum.", parties: ["PER", "CHL"] });
    const before = await store.dataVersion();
    const second = await ingest({ text: "Peru and Chile signed a memorandum.", parties: ["PER", "CHL"] });
    expect([first.duplicate, second.duplicate]).toEqual([false, true]);
    expect(await store.dataVersion()).toEqual(before);
  });

  test("adds only the address when a known text comes from another place", async () => {
    const url = "https://example.org/peru";
    const again = await ingest({ text: "Peru and Chile signed a memorandum.", parties: ["PER", "CHL"], url });
    expect([again.duplicate, again.document.url]).toEqual([true, url]);
    expect(await store.documentsById([again.document.id], null)).toMatchObject([{ url }]);
  });

  test("joins two reports of one deal, with the claims of both", async () => {
    const before = await count();
    const a = await ingest({
      text: "Ghana and Togo signed a memorandum on 5 March.",
      parties: ["GHA", "TGO"],
    });
    const b = await ingest({
      text: "A memorandum was signed by Togo and Ghana.",
      parties: ["GHA", "TGO"],
      on: "2019-03",
    });
    expect(await count()).toBe(before + 1);
    expect(b.agreements[0]).toMatchObject({ id: a.agreements[0]?.id, date: { precision: "day" } });
    expect(b.agreements[0]?.documents).toHaveLength(2);
    const merged = b.agreements[0]?.mergedIds[0] ?? "";
    expect(await store.getEntities([merged], null)).toMatchObject([{ id: a.agreements[0]?.id }]);
  });

  test("keeps apart what differs in value", async () => {
    const before = await count();
    await ingest({ text: "Mali and Niger signed for $5 million.", parties: ["MLI", "NER"], usd: "5000000" });
    await ingest({ text: "Niger and Mali signed for $6 million.", parties: ["MLI", "NER"], usd: "6000000" });
    expect(await count()).toBe(before + 2);
  });

  test("ingests one document once when sixteen arrive together", async () => {
    const before = await count();
    const sketch = { text: "Fiji and Tonga signed a memorandum.", parties: ["FJI", "TON"] };
    const results = await Promise.all(Array.from({ length: 16 }, () => ingest(sketch)));
    expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await count()).toBe(before + 1);
  });

  test("makes one agreement of two reports that arrive together", async () => {
    const before = await count();
    await Promise.all([
      ingest({ text: "Cuba and Haiti signed a memorandum.", parties: ["CUB", "HTI"] }),
      ingest({ text: "Haiti signed a memorandum with Cuba.", parties: ["CUB", "HTI"] }),
    ]);
    expect(await count()).toBe(before + 1);
  });

  test("finds an older agreement by a country once a newer report says where its bank is based", async () => {
    const bank = "Bank of Example";
    await ingest({ text: "Bank of Example and Laos signed.", parties: ["LAO"], organization: bank });
    const laoAndChina = {
      filter: { viaOrganizations: true, partiesAll: ["country:LAO", "country:CHN"] },
      version: null,
    } as const;
    expect((await store.countAgreements(laoAndChina, 10)).value).toBe(0);
    await ingest({
      text: "China's Bank of Example and Nepal signed.",
      parties: ["NPL"],
      organization: bank,
      basedIn: "CHN",
    });
    expect((await store.countAgreements(laoAndChina, 10)).value).toBe(1);
  });

  test("answers asOf an earlier version as the graph was then", async () => {
    const { version } = await store.dataVersion();
    const before = await store.listAgreements(
      { ...EVERYTHING, version: null },
      { field: "date", direction: "desc" },
      { limit: 100, start: null, backward: false },
    );
    await ingest({ text: "Ghana and Togo signed it, says a third report.", parties: ["GHA", "TGO"] });
    const then = await store.listAgreements(
      { ...EVERYTHING, version },
      { field: "date", direction: "desc" },
      { limit: 100, start: null, backward: false },
    );
    expect(then.items).toEqual(before.items);
  });

  test("writes nothing on a dry run", async () => {
    const before = await store.dataVersion();
    const preview = await ingestBatch(
      store,
      report({ text: "Oman and Iraq signed.", parties: ["OMN", "IRQ"] }),
      { at: AT, dryRun: true },
    );
    expect(preview.agreements).toHaveLength(1);
    expect(await store.dataVersion()).toEqual(before);
  });

  test("leaves a store in which every span holds and every state equals its derivation", async () => {
    expect((await checkStore(store)).faults).toEqual([]);
  });
});
