import { ingestBatch } from "@entente/server";
import { expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { BATCHES, PIPELINE } from "./api-articles.ts";
import { NOTHING, useServer } from "./use-server.ts";

const AT = "2026-01-02T00:00:00.000Z";

describeEngines("reads over HTTP", (engine) => {
  const running = useServer(engine, {
    prepare: async (store) => {
      for (const batch of BATCHES) await ingestBatch(store, batch, { at: AT });
    },
  });
  const ask = (query: string, variables?: object) => running().ask(query, variables);

  test("an agreement opens to the sentences that state it", async () => {
    const { data, errors } = await ask(`{
      agreements(filter: { partiesAll: ["country:KAZ", "country:CHN"] }) {
        count { value exact }
        nodes {
          name kind status date { earliest precision }
          parties { role party { __typename id name } claims { id } }
          values { amount currency converted { amount bySource rate } claims { evidence { quote } } }
          ladder { status on { earliest } claims { evidence { quote start end document { title text } } } }
          documents { nodes { title publisher url } }
        }
      }
    }`);
    expect(errors).toEqual([]);
    expect(data.agreements?.count).toEqual({ value: 2, exact: true });
    const nodes = data.agreements?.nodes ?? [];
    const memorandum = [...nodes].find(({ kind }) => kind === "MEMORANDUM");
    expect(memorandum).toMatchObject({
      status: "SIGNED",
      date: { earliest: "2019-03-05", precision: "DAY" },
      parties: [{ party: { id: "country:CHN" } }, { party: { id: "country:KAZ", __typename: "Country" } }],
      documents: { nodes: [{ title: PIPELINE.title, publisher: "Example Gazette" }] },
    });
    const [value] = memorandum?.values ?? [];
    expect(value).toMatchObject({ currency: "USD", converted: { amount: "1200000000.00", bySource: false } });
    for (const { ladder } of nodes) {
      for (const { evidence } of ladder?.[0]?.claims ?? []) {
        const { quote, start, end, document } = evidence ?? NOTHING;
        expect(String(document?.text).slice(Number(start), Number(end))).toBe(quote);
        expect(String(quote).length).toBeGreaterThan(20);
      }
    }
  });

  test("pages follow each other in both directions without gaps or repeats", async () => {
    const page = `query ($first: Int, $after: Cursor, $last: Int, $before: Cursor) {
      agreements(first: $first, after: $after, last: $last, before: $before, orderBy: { field: NAME, direction: ASC }) {
        nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`;
    const whole = (await ask(page, { first: 100 })).data.agreements;
    const ids = (connection: typeof whole) => [...(connection?.nodes ?? [])].map(({ id }) => String(id));
    const first = (await ask(page, { first: 2 })).data.agreements;
    const second = (await ask(page, { first: 100, after: first?.pageInfo?.endCursor })).data.agreements;
    expect([...ids(first), ...ids(second)]).toEqual(ids(whole));
    expect([first?.pageInfo?.hasNextPage, second?.pageInfo?.hasNextPage]).toEqual([true, false]);
    const back = (await ask(page, { last: 2, before: second?.pageInfo?.startCursor })).data.agreements;
    expect(ids(back)).toEqual(ids(first));
    const last = (await ask(page, { last: 1 })).data.agreements;
    expect(ids(last)).toEqual(ids(whole).slice(-1));
    expect(last?.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test("countries, blocs and members are found by their codes", async () => {
    const { data, errors } = await ask(`{
      two: country(iso: "kz") { id name iso3 }
      three: country(iso: "KAZ") { memberships(on: "2020-01-01") { role bloc { acronym } } agreements(first: 1) { count { value } } }
      bloc(acronym: "sco") { id founded { earliest } members(on: "2020-01-01") { role member { id } } }
      nobody: country(iso: "QQQ") { id }
    }`);
    expect(errors).toEqual([]);
    expect(data.two).toMatchObject({ id: "country:KAZ", iso3: "KAZ", name: "Kazakhstan" });
    expect(data.three?.memberships).toContainEqual({ role: "member", bloc: { acronym: "SCO" } });
    expect(data.three?.agreements?.count).toEqual({ value: 3 });
    expect(data.bloc?.members).toContainEqual({ role: "member", member: { id: "country:KAZ" } });
    expect(data.nobody).toBeNull();
  });

  test("a filter by bloc counts members on the day", async () => {
    const { data } = await ask(
      `{ agreements(filter: { membersOf: ["bloc:SCO"], date: { from: "2019-01-01", to: "2019-12-31" } }) { count { value } } }`,
    );
    expect(data.agreements?.count).toEqual({ value: 2 });
  });

  test("search forgives a typo and tells which name matched", async () => {
    const { data } = await ask(
      `{ search(query: "kazakstan", types: [COUNTRY]) { nodes { matched entity { id } } } }`,
    );
    expect(data.search?.nodes?.[0]).toMatchObject({ entity: { id: "country:KAZ" } });
  });

  test("a timeline's parts add up to the list of the same filter", async () => {
    const { data } = await ask(`{
      agreements { count { value } }
      timeline(bucket: YEAR) {
        buckets { start end part { matching counted amount } } undated { matching } imprecise { matching }
      }
    }`);
    const { buckets = [], undated, imprecise } = data.timeline ?? NOTHING;
    const matching = [...(buckets as readonly { part: { matching: number } }[])].map(
      ({ part }) => part.matching,
    );
    const sum = matching.reduce((a, b) => a + b, 0) + Number(undated?.matching) + Number(imprecise?.matching);
    expect(sum).toBe(data.agreements?.count?.value);
    expect(buckets).toContainEqual({
      start: "2019-01-01",
      end: "2019-12-31",
      part: { matching: 2, counted: 2, amount: "1500000000.00" },
    });
  });

  test("the overview places every party that it shows, the same each time", async () => {
    const query = `{ overview { nodes { id } edges { id source target count amount agreements { nodes { id } count { value } } claims { property } } positions { node x y } } }`;
    const { data } = await ask(query);
    const { nodes = [], edges = [], positions = [] } = data.overview ?? NOTHING;
    expect([...(positions as readonly { node: string }[])].map(({ node }) => node).sort()).toEqual(
      [...(nodes as readonly { id: string }[])].map(({ id }) => id).sort(),
    );
    const edge = [...(edges as readonly Record<string, unknown>[])].find(
      ({ id }) => id === "pair:country:CHN|country:KAZ",
    );
    expect(edge).toMatchObject({ count: 2, amount: "1500000000.00", agreements: { count: { value: 2 } } });
    expect((await ask(`${query} `)).data.overview?.positions).toEqual(positions);
  });

  test("a neighborhood says how many partners it leaves out", async () => {
    const { data } = await ask(`{
      neighborhood(ids: ["country:KAZ"], perNode: 1) { nodes { id } edges { id count } truncated { node omitted } }
    }`);
    expect(data.neighborhood).toMatchObject({
      edges: [{ id: "pair:country:CHN|country:KAZ", count: 2 }],
      truncated: [{ node: "country:KAZ", omitted: 1 }],
    });
  });

  test("in the agreements view agreements are nodes, and the list goes on from the cut", async () => {
    const { data } = await ask(`{
      neighborhood(ids: ["country:KAZ"], view: AGREEMENTS, perNode: 1) {
        nodes { __typename id } edges { type source target } truncated { omitted after }
      }
    }`);
    const { nodes = [], truncated = [] } = data.neighborhood ?? NOTHING;
    expect(
      [...(nodes as readonly { __typename: string }[])].filter((n) => n.__typename === "Agreement"),
    ).toHaveLength(1);
    const [cut] = truncated as readonly { omitted: number; after: string }[];
    expect(cut?.omitted).toBe(2);
    const rest = await ask(
      `query ($after: Cursor) { country(iso: "KAZ") { agreements(first: 100, after: $after) { nodes { id } } } }`,
      { after: cut?.after },
    );
    expect(rest.errors).toEqual([]);
    expect(rest.data.country?.agreements?.nodes).toHaveLength(2);
  });

  test("asked as of an earlier version, the graph answers as it was then", async () => {
    const { data } = await ask(`{
      now: agreements { count { value } }
      before: agreements(asOf: { version: 1 }) { count { value } }
      byMoment: agreements(asOf: { knownOn: "2026-01-01T12:00:00Z" }) { count { value } }
    }`);
    expect(data.now?.count?.value).toBeGreaterThan(0);
    expect([data.before?.count?.value, data.byMoment?.count?.value]).toEqual([0, 0]);
  });

  test("documents list their claims and agreements", async () => {
    const { data } = await ask(`{
      documents(text: "pipeline") { nodes { id title claims(first: 2) { count { value } nodes { id subject { id } } } agreements { nodes { id } } } }
    }`);
    const [document] = data.documents?.nodes ?? [];
    expect(document?.title).toBe(PIPELINE.title);
    expect(document?.claims?.nodes).toHaveLength(2);
    expect(document?.agreements?.nodes).toHaveLength(2);
    const claim = document?.claims?.nodes?.[0]?.id;
    const again = await ask("query ($id: ID!) { node(id: $id) { __typename id } }", { id: claim });
    expect(again.data.node).toEqual({ __typename: "Claim", id: claim });
  });
});
