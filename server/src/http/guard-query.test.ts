import { getIntrospectionQuery } from "graphql";
import { expect, test } from "vitest";
import { createSchema } from "../resolvers/schema.ts";
import { guardQuery } from "./guard-query.ts";
import { isRefusal } from "./read-request.ts";

const schema = createSchema();
const inspect = (query: string, variables = {}): string | number => {
  const answer = guardQuery(schema, { query, operationName: null, variables });
  return isRefusal(answer) ? `${answer.code}: ${answer.message}` : answer.nodes;
};
const agreements = (inner: string): string => `{ agreements(first: 50) { nodes { ${inner} } } }`;

test("an honest query passes and costs its nodes", () => {
  expect(inspect(agreements("id parties { party { id name } }"))).toBe(50);
  expect(inspect(agreements("documents(first: 2) { nodes { id } }"))).toBe(150);
});

test("the introspection query of tools passes", () => {
  expect(inspect(getIntrospectionQuery())).toBe(0);
});

test("lists in lists multiply, with variables and defaults", () => {
  const nested =
    "query ($n: Int = 100) { agreements(first: $n) { nodes { parts(first: $n) { nodes { parts(first: $n) { count { value } } } } } } }";
  expect(inspect(nested)).toContain("QUERY_TOO_COMPLEX: Query too complex: more than 10000 nodes");
  expect(inspect(nested, { n: 2 })).toBe(14);
});

test("a fragment bomb is refused at once", () => {
  const bomb = Array.from({ length: 16 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  const start = performance.now();
  expect(inspect(`{ ...F0 } ${bomb.join(" ")} fragment F16 on Query { __typename }`)).toContain("more than");
  expect(performance.now() - start).toBeLessThan(500);
});

test("a fragment that contains itself does not hang the walk", () => {
  expect(inspect("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }")).toBe(0);
});

const many = (n: number, one: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => one(i)).join(" ");

test.each([
  ["aliases", agreements(many(31, (i) => `a${i}: name`)), "30 aliases"],
  ["roots", `{ ${many(11, () => "viewer { role }")} }`, "10 fields at the root"],
  ["fields", agreements(many(301, () => "name")), "300 fields"],
  ["depth", `{ agreements { nodes { ${"partOf { ".repeat(12)} id ${"} ".repeat(12)} } } }`, "12 levels"],
  ["tokens", `{ viewer { ${many(2001, () => "role")} } }`, "QUERY_TOO_COMPLEX"],
])("too many %s are refused", (_, query, message) => {
  expect(inspect(query)).toContain(message);
});

test("a syntax error is told as such", () => {
  expect(inspect("{ viewer {")).toContain("GRAPHQL_PARSE_FAILED: Syntax Error");
});

test("an unknown operation name is told with those that are there", () => {
  const answer = guardQuery(schema, {
    query: "query A { viewer { role } }",
    operationName: "B",
    variables: {},
  });
  expect(answer).toMatchObject({ message: "operationName: got B, expected one of A" });
});
