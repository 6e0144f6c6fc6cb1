import { ingestBatch } from "@entente/server";
import { expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { BATCHES } from "./api-articles.ts";
import { send, useServer } from "./use-server.ts";

describeEngines("bad input over HTTP", (engine) => {
  const running = useServer(engine, {
    prepare: async (store) => {
      for (const batch of BATCHES) await ingestBatch(store, batch);
    },
  });
  const list = (args: string): string => `{ agreements(${args}) { nodes { id } } }`;
  const filter = (fields: string): string => list(`filter: { ${fields} }`);

  test.each([
    [list("first: -1"), "first: got -1, expected 1 to 100"],
    [list("first: 1000000"), "first: got 1000000, expected 1 to 100"],
    [list("first: 1, last: 1"), "last: got first and last"],
    [list('after: "nonsense"'), 'after: got "nonsense"'],
    [filter('membersOf: ["bloc:XYZ"]'), 'filter.membersOf: got "bloc:XYZ", which is not in the graph'],
    [filter('membersOf: ["country:KAZ"]'), 'filter.membersOf: got "country:KAZ", expected the id of a bloc'],
    [filter('partiesAny: ["Kazakhstan"]'), 'filter.partiesAny: got "Kazakhstan"'],
    [filter('betweenBlocs: ["bloc:EU"]'), "filter.betweenBlocs: got 1 different blocs, expected two"],
    [filter("kinds: []"), "filter.kinds: got an empty list"],
    [filter('date: { from: "2015-13-01" }'), 'Date: got "2015-13-01", expected a calendar day YYYY-MM-DD'],
    [filter('date: { from: "2016-01-01", to: "2015-01-01" }'), "expected from on or before to"],
    [filter('value: { min: "5", max: "1" }'), "filter.value: got min 5 and max 1"],
    [filter('value: { min: "5", currency: "EUR" }'), "value.currency"],
    [filter("minConfidence: 2"), "filter.minConfidence: got 2, expected 0 to 1"],
    [filter('text: "—"'), "filter.text"],
    [filter("not: { not: { not: { not: { binding: true } } } }"), "nest to depth 3"],
    [list("asOf: { version: 99 }"), "asOf.version: got 99, expected 0 to"],
    ['{ node(id: "kazakhstan") { id } }', 'id: got "kazakhstan", expected an id such as country:KAZ'],
    ['{ country(iso: "Kazakhstan") { id } }', 'iso: got "Kazakhstan"'],
    [
      '{ timeline(currency: "EURO") { currency } }',
      'CurrencyCode: got "EURO", expected an ISO 4217 code such as "USD"',
    ],
    ['{ neighborhood(ids: ["country:XYZ"]) { nodes { id } } }', 'ids: got "country:XYZ"'],
    ["{ overview(first: 501) { nodes { id } } }", "first: got 501, expected 1 to 500"],
  ])("%s is refused with what was expected", async (query, message) => {
    const { errors } = await running().ask(query);
    expect(errors[0]?.message).toContain(message);
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("a wrong value in a variable is named with its path", async () => {
    const { status, errors } = await running().ask(
      "query ($filter: AgreementFilter) { agreements(filter: $filter) { nodes { id } } }",
      { filter: { date: { from: "2015-13-01" } } },
    );
    expect(status).toBe(400);
    expect(errors[0]?.message).toMatch(/"2015-13-01" at "filter\.date\.from".*expected a calendar day/);
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  test("a cursor of another query is refused", async () => {
    const { ask } = running();
    const page = await ask("{ agreements(first: 1) { pageInfo { endCursor } } }");
    const after = page.data.agreements?.pageInfo?.endCursor;
    const query =
      "query ($after: Cursor) { agreements(after: $after, filter: { kinds: [LOAN] }) { nodes { id } } }";
    const { errors } = await ask(query, { after });
    expect(errors[0]?.message).toContain("after: got a cursor of another query");
  });

  test("an unknown id is null, and one of many", async () => {
    const { data, errors } = await running().ask(
      `{ node(id: "agreement:00000000000000000000") { id } nodes(ids: ["country:KAZ", "country:QQQ"]) { id } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ node: null, nodes: [{ id: "country:KAZ" }, null] });
  });

  test.each([
    [
      "deep lists",
      "{ agreements(first: 100) { nodes { parts(first: 100) { nodes { documents(first: 100) { nodes { id } } } } } } }",
    ],
    ["aliases", `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(" ")} }`],
    ["depth", `{ agreements { nodes { ${"partOf { ".repeat(12)} id ${"} ".repeat(12)} } } }`],
  ])("a query with too many %s is refused at once", async (_, query) => {
    const start = performance.now();
    const { status, errors } = await running().ask(query);
    expect([status, errors[0]?.extensions.code]).toEqual([400, "QUERY_TOO_COMPLEX"]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("malformed requests are told apart", async () => {
    const { address } = running();
    const json = { "content-type": "application/json" };
    const post = (body: string, headers: Record<string, string> = json) =>
      send(address, { method: "POST", headers, body });
    const codes = await Promise.all([
      post("{"),
      post("[]"),
      post("{}"),
      post('{"query":"{ viewer {"}'),
      post('{"query":"{ nothing }"}'),
      post('{"query":"{ viewer { role } }"}', { "content-type": "text/plain" }),
      post(JSON.stringify({ query: "x".repeat(2_200_000) })),
      send(address, { path: "/graphql?query={viewer{role}}&variables=nonsense" }),
    ]);
    expect(codes.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 415, 413, 400]);
    for (const { errors, body } of codes) {
      expect(errors[0]?.extensions.requestId).toBeTruthy();
      expect(body).not.toMatch(/node_modules|at .*\.ts:|bolt:/);
    }
  });
});
