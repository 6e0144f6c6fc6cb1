import type { Fact, FactBatch, Mention } from "@entente/graph-schema";
import { checkStore, ingestBatch, planReview, type GraphStore, type IngestResult } from "@entente/server";
import { expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { useServer } from "./use-server.ts";

interface Row {
  readonly id: string;
  readonly status: string;
  readonly usd: string;
  readonly to: string;
}

/** A release of a list of loans, a row each. */
function loans(dataset: string, rows: readonly Row[]): FactBatch {
  const country = (code: string): Mention => ({ local: `country:${code}`, type: "country", code });
  const facts = rows.flatMap(({ id, status, usd, to }): Fact[] => {
    const fact = (property: Fact["property"], value: Fact["value"], column: string): Fact => ({
      subject: id,
      property,
      value,
      evidence: { row: id, columns: [column] },
      confidence: 1,
    });
    const money = { amount: usd, currency: "USD", role: "committed", hedge: "exact" } as const;
    const party = (code: string): Fact["value"] => ({ type: "mention", mention: `country:${code}` });
    return [
      fact("kind", { type: "term", term: "loan" }, "id"),
      fact("status", { type: "term", term: status }, "status"),
      fact("party", party("CHN"), "id"),
      fact("party", party(to), "to"),
      fact("amount", { type: "money", money }, "usd"),
    ];
  });
  return {
    document: {
      type: "dataset",
      dataset,
      release: "1",
      title: dataset,
      publisher: "Test",
      licence: "CC0-1.0",
    },
    mentions: [
      ...["CHN", ...new Set(rows.map(({ to }) => to))].map(country),
      ...rows.map(({ id }): Mention => ({ local: id, type: "agreement", recordId: id })),
    ],
    facts,
    records: rows.map((row) => ({ row: row.id, cells: { ...row } })),
    producer: "test@1",
  };
}

const FIRST: Row = { id: "1", status: "signed", usd: "100", to: "KEN" };
const SECOND: Row = { id: "2", status: "signed", usd: "20", to: "PER" };
let minute = 0;
const at = (): string => new Date(Date.UTC(2026, 0, 2, 0, minute++)).toISOString();
const put = (store: GraphStore, batch: FactBatch): Promise<IngestResult> =>
  ingestBatch(store, batch, { at: at() });

describeEngines("rows of a data set", (engine) => {
  const running = useServer(engine);
  const claims = async (result: IngestResult, property: string) => {
    const found = await running().store.claims({ document: result.document.id, version: null });
    return found.filter((claim) => claim.property === property);
  };
  const amounts = async (result: IngestResult): Promise<string[]> =>
    (await claims(result, "amount"))
      .flatMap(({ value }) => (value.type === "money" ? [value.money.amount] : []))
      .sort();
  const total = async (document: string, asOf?: number) => {
    const { data } = await running().ask(
      `query ($filter: AgreementFilter, $asOf: AsOf) { total(filter: $filter, asOf: $asOf) { amount counted } }`,
      { filter: { documents: [document] }, ...(asOf !== undefined && { asOf: { version: asOf } }) },
    );
    return data.total;
  };

  test("change nothing where they are stored just so", async () => {
    const { store } = running();
    const first = await put(store, loans("equal", [FIRST, SECOND]));
    const { version } = await store.dataVersion();
    const again = await put(store, loans("equal", [SECOND, FIRST]));
    expect([again.duplicate, again.document.id]).toEqual([true, first.document.id]);
    expect((await store.dataVersion()).version).toBe(version);
  });

  test("take the place of what they said before, and only of what changed", async () => {
    const { store } = running();
    const first = await put(store, loans("changed", [FIRST, SECOND]));
    const { version } = await store.dataVersion();
    const before = await claims(first, "status");
    const second = await put(store, loans("changed", [{ ...FIRST, usd: "130", to: "TZA" }, SECOND]));
    expect(second.claims.map(({ property }) => property).sort()).toEqual(["amount", "party"]);
    expect(await amounts(first)).toEqual(["130", "20"]);
    expect(await claims(first, "status")).toEqual(before);
    expect(await total(first.document.id)).toEqual({ amount: "150.00", counted: 2 });
    expect(await total(first.document.id, version)).toEqual({ amount: "120.00", counted: 2 });
    const [state] = second.agreements;
    expect(state?.parties.map(({ party }) => party)).toEqual(["country:CHN", "country:TZA"]);
    expect(JSON.parse((await store.record(first.document.id, "1")) ?? "")).toMatchObject({ usd: "130" });
  });

  test("say again what they once said before, as it was last judged", async () => {
    const { store } = running();
    const first = await put(store, loans("back", [FIRST]));
    const [amount] = await claims(first, "amount");
    if (!amount) throw new Error("the row states an amount");
    const review = {
      id: amount.id,
      status: "disputed",
      expectedStatus: "accepted",
      by: "tester",
      at: at(),
    } as const;
    await store.commitPlan((read) => planReview(review, read), { idempotencyKey: `review ${minute}` });
    await put(store, loans("back", [{ ...FIRST, usd: "7" }]));
    expect(await amounts(first)).toEqual(["7"]);
    await put(store, loans("back", [FIRST]));
    const [back] = await claims(first, "amount");
    expect([back?.status, back?.reviewedBy, await amounts(first)]).toEqual(["disputed", "tester", ["100"]]);
  });

  test("leave a person's correction and the judgement of what they still say", async () => {
    const { store } = running();
    const first = await put(store, loans("judged", [FIRST]));
    const [[amount], [kind]] = [await claims(first, "amount"), await claims(first, "kind")];
    if (!amount || !kind) throw new Error("the row states an amount and a kind");
    const by = { by: "tester", expectedStatus: "accepted" } as const;
    const correction = { ...by, id: amount.id, status: "accepted", value: "90 USD", at: at() } as const;
    await store.commitPlan((read) => planReview(correction, read), { idempotencyKey: `correct ${minute}` });
    const rejection = { ...by, id: kind.id, status: "rejected", at: at() } as const;
    await store.commitPlan((read) => planReview(rejection, read), { idempotencyKey: `reject ${minute}` });
    await put(store, loans("judged", [{ ...FIRST, usd: "95" }]));
    expect(await amounts(first)).toEqual(["90", "95"]);
    expect((await claims(first, "kind")).map(({ status }) => status)).toEqual(["rejected"]);
    expect((await checkStore(store)).faults).toEqual([]);
  });
});
