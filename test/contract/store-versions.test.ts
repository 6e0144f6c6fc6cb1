import type { AgreementFilter, GraphStore } from "@entente/server";
import { EMPTY_STORE_MOMENT, EVERYTHING } from "@entente/server";
import { beforeAll, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import {
  agreement,
  bloc,
  claim,
  commit,
  country,
  document,
  membership,
  momentOf,
  type Deal,
} from "./tiny-graph.ts";
import { useStore } from "./use-store.ts";

const FRENCH = { parties: ["FRA", "DEU"], on: "1963-01-22" } as const satisfies Deal;

async function names(store: GraphStore, version: number | null, part: Partial<AgreementFilter> = {}) {
  const filter = { ...EVERYTHING, ...part };
  const page = { limit: 10, start: null, backward: false };
  const order = { field: "name", direction: "asc" } as const;
  return (await store.listAgreements({ filter, version }, order, page)).items.map(({ name }) => name);
}

describeEngines("versions", (engine) => {
  const opened = useStore(engine);
  const source = document("wire", { rank: "unknown" });

  beforeAll(async () => {
    const { store } = opened();
    await commit(store, {
      states: [
        country("FRA"),
        country("DEU"),
        country("GBR"),
        bloc("EU"),
        agreement("x", { ...FRENCH, name: "First name", cents: "100", sectors: ["energy"] }),
        agreement("y", { name: "Other", parties: ["GBR", "FRA"], on: "2019" }),
      ],
      documents: [source],
      claims: [claim("one", { subject: "agreement:x", document: source.id })],
      memberships: [membership(["EU", "GBR"], { from: "1973" })],
    });
    await commit(store, {
      states: [agreement("x", { ...FRENCH, name: "Second name", cents: "300", parties: ["FRA", "GBR"] })],
      documents: [{ ...source, rank: "government" }],
      claims: [claim("two", { subject: "agreement:x", document: source.id, recordedIn: 2 })],
      supersededClaims: [claim("one", { subject: "", document: "" }).id],
      memberships: [membership(["EU", "GBR"], { from: "1973", to: "2018-06-30" })],
    });
    await commit(store, {
      states: [agreement("x", { ...FRENCH, name: "Second name", cents: "300" })],
      removedStates: ["agreement:y"],
      aliases: [{ from: "agreement:y", to: "agreement:x", by: "person", score: 1, reasons: ["same"] }],
    });
  });

  test("lists answer as each version did", async () => {
    const { store } = opened();
    expect(await names(store, 0)).toEqual([]);
    expect(await names(store, 1)).toEqual(["First name", "Other"]);
    expect(await names(store, 2)).toEqual(["Other", "Second name"]);
    expect(await names(store, 3)).toEqual(["Second name"]);
    expect(await names(store, null)).toEqual(["Second name"]);
    expect(await names(store, 99)).toEqual(["Second name"]);
  });

  test("filters look at what the version knew", async () => {
    const { store } = opened();
    const german = { partiesAny: ["country:DEU"] };
    expect(await names(store, 1, german)).toEqual(["First name"]);
    expect(await names(store, 2, german)).toEqual([]);
    expect(await names(store, 3, german)).toEqual(["Second name"]);
    expect(await names(store, 1, { sectors: ["sector:energy"] })).toEqual(["First name"]);
    expect(await names(store, null, { sectors: ["sector:energy"] })).toEqual([]);
    expect(await names(store, 1, { value: { maxCents: "200" } })).toEqual(["First name"]);
  });

  test("memberships count as the version knew them", async () => {
    const { store } = opened();
    const ofMembers = { membersOf: ["bloc:EU"] };
    expect(await names(store, 1, ofMembers)).toEqual(["Other"]);
    expect(await names(store, 2, ofMembers)).toEqual([]);
  });

  test("counts, countables and pairs answer as each version did", async () => {
    const { store } = opened();
    const at = (version: number | null) => ({ filter: EVERYTHING, version });
    expect((await store.countAgreements(at(1), 10)).value).toBe(2);
    expect((await store.countables(at(2))).map(({ id, usdCents }) => [id, usdCents])).toEqual([
      ["agreement:x", "300"],
      ["agreement:y", null],
    ]);
    const pairs = async (version: number | null) =>
      (await store.pairs(at(version), 10)).map(({ a, b, count, usdCents }) => [a, b, count, usdCents]);
    expect(await pairs(1)).toEqual([
      ["country:DEU", "country:FRA", 1, "100"],
      ["country:FRA", "country:GBR", 1, null],
    ]);
    expect(await pairs(2)).toEqual([["country:FRA", "country:GBR", 2, "300"]]);
    expect(await pairs(null)).toEqual([["country:DEU", "country:FRA", 1, "300"]]);
    const [british] = await store.partners(["country:GBR"], at(2), 5);
    expect(british?.partners).toMatchObject([{ count: 2 }]);
    const [now] = await store.partners(["country:GBR"], at(null), 5);
    expect(now).toEqual({ node: "country:GBR", partners: [], omittedPartners: 0, omittedAgreements: 0 });
  });

  test("an entity answers with its state and survivor at the version", async () => {
    const { store } = opened();
    const ids = ["agreement:y", "agreement:x", "agreement:none"];
    const idsAt = async (version: number | null) =>
      (await store.getEntities(ids, version)).map((state) => state && [state.id, state.name]);
    expect(await idsAt(1)).toEqual([["agreement:y", "Other"], ["agreement:x", "First name"], null]);
    expect(await idsAt(2)).toEqual([["agreement:y", "Other"], ["agreement:x", "Second name"], null]);
    expect(await idsAt(3)).toEqual([["agreement:x", "Second name"], ["agreement:x", "Second name"], null]);
    expect(await idsAt(null)).toEqual(await idsAt(3));
  });

  test("a claim is live until its version, with its document as known then", async () => {
    const { store } = opened();
    const about = async (version: number | null) =>
      (await store.claims({ subjects: ["agreement:x"], version })).map(({ value, source, supersededIn }) => [
        "text" in value && value.text,
        source.rank,
        supersededIn,
      ]);
    expect(await about(0)).toEqual([]);
    expect(await about(1)).toEqual([["one", "unknown", null]]);
    expect(await about(2)).toEqual([["two", "government", null]]);
    expect(await about(null)).toEqual([["two", "government", null]]);
  });

  test("a moment finds the newest version recorded by then", async () => {
    const { store } = opened();
    expect(await store.versionAt(EMPTY_STORE_MOMENT)).toBe(0);
    expect(await store.versionAt(momentOf(1))).toBe(1);
    expect(await store.versionAt("2026-01-02T23:59:59.999Z")).toBe(2);
    expect(await store.versionAt("2030-01-01T00:00:00.000Z")).toBe(3);
  });

  test("the data version counts what is current", async () => {
    expect(await opened().store.dataVersion()).toEqual({
      version: 3,
      at: momentOf(3),
      agreements: 1,
      entities: 4,
      claims: 1,
      documents: 1,
    });
  });
});

describeEngines("an empty store", (engine) => {
  const opened = useStore(engine);

  test("has version 0 and answers every question with nothing", async () => {
    const { store } = opened();
    const scope = { filter: EVERYTHING, version: null };
    expect(await store.dataVersion()).toEqual({
      version: 0,
      at: EMPTY_STORE_MOMENT,
      agreements: 0,
      entities: 0,
      claims: 0,
      documents: 0,
    });
    expect(await names(store, null)).toEqual([]);
    expect(await store.countAgreements(scope, 10)).toEqual({ value: 0, exact: true });
    expect(await store.pairs(scope, 10)).toEqual([]);
    expect(await store.search(["w:china"], ["country"], 10)).toEqual([]);
    expect(await store.documentText("document:none")).toBeNull();
    expect(await store.record("document:none", "1")).toBeNull();
    expect(await store.auditLog({ limit: 10, after: null })).toEqual([]);
    expect(await store.checkIntegrity()).toEqual([]);
  });
});
