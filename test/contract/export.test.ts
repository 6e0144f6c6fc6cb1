import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  ingestBatch,
  loadReference,
  openEmbeddedStore,
  openStore,
  planMerge,
  planReview,
  planUndoMerge,
  type DumpRow,
  type GraphStore,
  type Planner,
} from "@entente/server";
import { beforeAll, expect, test } from "vitest";
import { describeEngines, emptyEngine, type Engine } from "../setup/available-engines.ts";
import { elements, parseCsv, parseXml, type Element } from "./parse-export.ts";
import { report } from "./report-batch.ts";
import { runCli, useFolder } from "./run-cli.ts";
import { openEmpty } from "./use-store.ts";

const TITLE = `=HYPERLINK("https://example.org"), "read" & <weep>\u0001`;
const REPORTS = [
  { text: "Peru and Chile signed it.\u2028A “line”, of all kinds.", parties: ["PER", "CHL"], usd: "1250.50" },
  {
    text: "-2+3 is how this one starts.",
    parties: ["KEN", "IND"],
    organization: "Bank & Söhne",
    basedIn: "FRA",
  },
  { text: "Peru and Chile again.", parties: ["PER", "CHL"], on: "2021-02-03" },
] as const;

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
let commits = 0;
const commit = <T>(store: GraphStore, planner: Planner<T>): Promise<T> =>
  store.commitPlan(planner, { idempotencyKey: `export ${++commits}` });

/** Three reports, a judged claim, and a merge that was undone: something in every table. */
async function fill(store: GraphStore): Promise<void> {
  await loadReference(store, at(0));
  const deals = [];
  for (const [i, sketch] of REPORTS.entries()) {
    const batch = report(sketch);
    const document = { ...batch.document, title: TITLE };
    const { claims } = await ingestBatch(store, { ...batch, document }, { at: at(i + 1) });
    deals.push(claims);
  }
  const [first, , third] = deals.map((claims) => claims.find(({ property }) => property === "kind"));
  if (!first || !third) throw new Error("reports state a kind");
  const by = "tester";
  const review = { id: first.id, status: "accepted", expectedStatus: "proposed" } as const;
  await commit(store, (read) => planReview({ ...review, by, at: at(5) }, read));
  const merge = { into: first.subject, from: [third.subject], by, reason: "test" };
  const { mergeId } = await commit(store, (read) => planMerge({ ...merge, at: at(6) }, read));
  const undo = { mergeId: mergeId ?? "", by, reason: "test", at: at(7) };
  await commit(store, (read) => planUndoMerge(undo, read));
}

async function dumped(store: GraphStore): Promise<DumpRow[]> {
  const rows: DumpRow[] = [];
  for await (const row of store.dump()) rows.push(row);
  return rows;
}

describeEngines("an export", (engine) => {
  const folder = useFolder();
  const envOf = (data: string, on: Engine = engine): Record<string, string> => ({
    ENTENTE_DATA: join(folder, data),
    ...(on.name === "neo4j" && {
      NEO4J_URI: on.uri,
      NEO4J_USER: on.user,
      NEO4J_PASSWORD: on.password,
      NEO4J_DATABASE: on.database,
    }),
  });
  const embedded = { name: "embedded" } as const;
  let rows: DumpRow[] = [];
  let texts: ReadonlyMap<string, string> = new Map();
  const exported = async (...options: string[]): Promise<string> => {
    const run = await runCli(["export", ...options], { env: envOf("source") });
    expect([run.code, run.err]).toEqual([0, ""]);
    return run.out;
  };

  beforeAll(async () => {
    const store =
      engine.name === "neo4j"
        ? (await openEmpty(engine)).store
        : await openEmbeddedStore({ folder: join(folder, "source") });
    await fill(store);
    rows = await dumped(store);
    texts = new Map(
      rows.flatMap(({ table, row }) => {
        const { document, text } = row as { document: string; text: string };
        return table === "text" ? [[document, text] as const] : [];
      }),
    );
    await store.close();
  });

  /** Claims about agreements and what they name; those of the reference tables are not exported. */
  const statedClaims = (): string[] =>
    rows
      .flatMap(({ table, row }) => (table === "claim" ? [(row as { claim: Claimed }).claim] : []))
      .filter(({ supersededIn, property }) => supersededIn === null && property !== "member-of")
      .map(({ id }) => id)
      .sort();

  test("as CSV has every fact once with its words, and no cell that a spreadsheet would run", async () => {
    const lines = parseCsv(await exported("--format", "csv"));
    expect(lines.map(({ claim }) => claim).sort()).toEqual(statedClaims());
    for (const { document, document_title, quote, start, end } of lines) {
      const words = texts.get(document ?? "")?.slice(Number(start), Number(end)) ?? "";
      expect(document_title).toBe(`'${TITLE}`);
      expect(quote).toBe(words.startsWith("-") ? `'${words}` : words);
    }
    expect(
      lines.filter(({ amount }) => amount !== "").map(({ amount, currency }) => [amount, currency]),
    ).toEqual([["1250.50", "USD"]]);
    expect(lines.filter(({ review }) => review === "accepted").map(({ property }) => property)).toEqual([
      "kind",
    ]);
  });

  const checkGraph = (
    nodes: readonly Element[],
    edges: readonly Element[],
    sources: readonly string[],
  ): void => {
    const ids = nodes.map(({ attributes }) => attributes.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(["country:PER", "country:FRA"]));
    for (const { attributes } of edges) {
      expect(ids).toContain(attributes.source);
      expect(ids).toContain(attributes.target);
    }
    // Parties of three agreements, and where the organization is based.
    expect(edges).toHaveLength(2 + 3 + 2 + 1);
    const facts = sources.flatMap(
      (text) => JSON.parse(text) as { claim: string; source: { title: string } }[],
    );
    expect(facts.map(({ claim }) => claim).sort()).toEqual(statedClaims());
    for (const { source } of facts) expect(source.title).toBe(TITLE);
  };

  test("as GraphML is well-formed, declares its attributes, and leads every fact to its source", async () => {
    const root = parseXml(await exported("--format", "graphml"));
    const [nodes, edges] = [elements(root, "node"), elements(root, "edge")];
    const keys = elements(root, "key").map(({ attributes }) => attributes.id);
    const data = [...nodes, ...edges].flatMap((each) => elements(each, "data"));
    for (const { attributes } of data) expect(keys).toContain(attributes.key);
    const valueOf = (of: Element, key: string): string =>
      of.children.find(({ attributes }) => attributes.key === key)?.text ?? "";
    checkGraph(
      nodes,
      edges,
      nodes.map((node) => valueOf(node, "node_sources")),
    );
    expect(nodes.map((node) => valueOf(node, "node_label"))).toContain("Bank & Söhne");
    for (const edge of edges) expect(valueOf(edge, "edge_sources")).toContain("claim:");
  });

  test("as GEXF is well-formed, declares its attributes, and leads every fact to its source", async () => {
    const root = parseXml(await exported("--format", "gexf"));
    const [nodes, edges] = [elements(root, "node"), elements(root, "edge")];
    const declared = elements(root, "attributes").map((of) =>
      of.children.map(({ attributes }) => attributes.id),
    );
    const valueOf = (of: Element, name: string): string =>
      elements(of, "attvalue").find(({ attributes }) => attributes.for === name)?.attributes.value ?? "";
    for (const [i, all] of [nodes, edges].entries()) {
      for (const { attributes } of all.flatMap((each) => elements(each, "attvalue")))
        expect(declared[i]).toContain(attributes.for);
    }
    checkGraph(
      nodes,
      edges,
      nodes.map((node) => valueOf(node, "sources")),
    );
    expect(nodes.map(({ attributes }) => attributes.label)).toContain("Bank & Söhne");
  });

  test("as JSON-LD states each claim in a document of the same file", async () => {
    const { "@graph": graph, "@context": context } = JSON.parse(
      await exported("--format", "jsonld"),
    ) as JsonLd;
    const ids = graph.map((node) => node["@id"]);
    const claims = graph.flatMap((node) => node.claims ?? []);
    expect(claims.map((claim) => claim["@id"]).sort()).toEqual(statedClaims());
    for (const { statedIn, about, quote } of claims) {
      expect(ids).toContain(statedIn);
      expect(ids).toContain(about);
      expect(texts.get(statedIn)).toContain(quote);
    }
    for (const id of ids) expect(context[id.slice(0, id.indexOf(":"))]).toMatch(/^urn:entente:/);
  });

  test("with a filter has only what passes, by the API's own rules", async () => {
    const lines = parseCsv(await exported("--format", "csv", "--filter", '{"partiesAny": ["country:KEN"]}'));
    const named = lines.map(({ type }) => type);
    expect(new Set(named)).toEqual(new Set(["agreement", "organization"]));
    expect(new Set(lines.map(({ id }) => id)).size).toBe(2);
  });

  test("as lines of JSON loads into an empty store of either engine, every row equal", async () => {
    const file = join(folder, "whole.jsonl");
    await exported("--format", "jsonl", "--out", file);
    const into = async (target: Engine, data: string): Promise<DumpRow[]> => {
      const run = await runCli(["import", "jsonl", file], { env: envOf(data, target) });
      expect([run.code, run.err]).toEqual([0, ""]);
      expect(run.out).toContain(`${rows.length} rows`);
      const store =
        target.name === "neo4j"
          ? await openStore({ dataFolder: join(folder, data), neo4j: target })
          : await openEmbeddedStore({ folder: join(folder, data) });
      try {
        return await dumped(store);
      } finally {
        await store.close();
      }
    };
    expect(await into(embedded, "loaded")).toEqual(rows);
    const full = await runCli(["import", "jsonl", file], { env: envOf("loaded", embedded) });
    expect([full.code, full.out]).toEqual([1, ""]);
    expect(full.err).toMatch(/not empty/);
    if (engine.name === "embedded") return;
    await runCli(["export", "--format", "jsonl", "--out", `${file}.embedded`], {
      env: envOf("loaded", embedded),
    });
    expect(readFileSync(`${file}.embedded`, "utf8")).toBe(readFileSync(file, "utf8"));
    await emptyEngine(engine);
    expect(await into(engine, "unused")).toEqual(rows);
  });

  test("as lines of JSON with a filter loads as a sound store of what the agreements rest on", async () => {
    const file = join(folder, "part.jsonl");
    await exported("--format", "jsonl", "--filter", '{"partiesAny": ["country:KEN"]}', "--out", file);
    const env = envOf("part", embedded);
    expect((await runCli(["import", "jsonl", file], { env })).code).toBe(0);
    const check = await runCli(["check"], { env });
    expect([check.code, check.err]).toEqual([0, ""]);
    const [whole, part] = await Promise.all([
      exported("--format", "csv", "--filter", '{"partiesAny": ["country:KEN"]}'),
      runCli(["export", "--format", "csv"], { env }),
    ]);
    expect(part.out).toBe(whole);
  });

  test("that was cut off or changed is refused, and nothing is stored", async () => {
    const lines = (await exported("--format", "jsonl")).trimEnd().split("\n");
    const files: readonly (readonly [string, string, RegExp])[] = [
      ["no-end.jsonl", `${lines.slice(0, -1).join("\n")}\n`, /no last line/],
      ["half-line.jsonl", lines.join("\n").slice(0, -2000), /cut off/],
      ["changed.jsonl", `${lines.join("\n").replace("Peru and Chile", "Peru and China")}\n`, /SHA-256/],
      ["missing-row.jsonl", `${lines.toSpliced(9, 1).join("\n")}\n`, /got \d+ rows/],
      ["more.jsonl", `${lines.join("\n")}\n{}\n`, /after the last line/],
      ["newer.jsonl", `${lines.join("\n").replace('"format":1', '"format":2')}\n`, /format 2/],
      ["other.jsonl", '{"document": {}}\n', /first line/],
      ["empty.jsonl", "", /no last line/],
    ];
    for (const [name, content, message] of files) {
      const file = join(folder, name);
      writeFileSync(file, content);
      const run = await runCli(["import", "jsonl", file], { env: envOf("refused", embedded) });
      expect([name, run.code, run.out]).toEqual([name, 1, ""]);
      expect(run.err).toMatch(message);
      expect(run.err).not.toContain("unexpected");
    }
    const away = await runCli(["import", "jsonl", join(folder, "away.jsonl")], {
      env: envOf("refused", embedded),
    });
    expect([away.code, away.err]).toEqual([1, expect.stringContaining("no such file")]);
    expect(existsSync(join(folder, "refused"))).toBe(false);
  });

  test("with wrong usage says what was expected, and leaves no file", async () => {
    const usage: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /got nothing, expected jsonl, csv, graphml, gexf, jsonld/],
      [["--format", "xlsx"], /got "xlsx"/],
      [["--format", "csv", "--filter", "{"], /expected a JSON object/],
      [["--format", "csv", "--filter", "[]"], /expected a JSON object/],
      [["--format", "csv", "--filter", '{"parties": []}'], /"parties" is not defined/],
      [["--format", "csv", "--filter", '{"statuses": ["signed"]}'], /statuses\.0/],
    ];
    for (const [options, message] of usage) {
      const run = await runCli(["export", ...options], { env: envOf("source") });
      expect([run.code, run.out]).toEqual([2, ""]);
      expect(run.err).toMatch(message);
    }
    const out = join(folder, "out", "deals.csv");
    const unknown = ["--filter", '{"partiesAny": ["country:QQQ"]}'];
    const run = await runCli(["export", "--format", "csv", ...unknown, "--out", out], {
      env: envOf("source"),
    });
    expect([run.code, existsSync(out)]).toEqual([1, false]);
    await exported("--format", "csv", "--out", out);
    const again = await runCli(["export", "--format", "csv", "--out", out], { env: envOf("source") });
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("exists already")]);
    expect(readdirSync(join(folder, "out"))).toEqual(["deals.csv"]);
  });
});

interface Claimed {
  readonly id: string;
  readonly property: string;
  readonly supersededIn: number | null;
}
interface JsonLd {
  readonly "@context": Readonly<Record<string, unknown>>;
  readonly "@graph": readonly {
    readonly "@id": string;
    readonly claims?: readonly {
      readonly "@id": string;
      readonly statedIn: string;
      readonly about: string;
      readonly quote: string;
    }[];
  }[];
}
