import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PIPELINE, TRADE } from "./api-articles.ts";
import { runCli, useFolder, type Run } from "./run-cli.ts";

const folder = useFolder();
const env = { ENTENTE_DATA: join(folder, "data") };
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
/** In Latin-1, which is recognized, and in French, which is not read. */
const FRENCH = Buffer.from(
  "Le Sénégal et la France ont signé à Dakar un accord de prêt pour la construction d'une centrale dans le nord du pays.",
  "latin1",
);
const lines = (text: string): string[] => text.split("\n").filter(Boolean);
const expectNoTrace = ({ out, err }: Run): void => {
  expect(out + err).not.toMatch(/\n\s+at |node_modules/);
};

test("every command has its help, and wrong usage exits with 2", async () => {
  const commands = ["serve", "seed", "ingest", "extract", "copy", "backup", "restore", "check"];
  for (const command of commands) {
    const help = await runCli([command, "--help"]);
    expect([help.code, help.err]).toEqual([0, ""]);
    expect(help.out).toContain(`Usage: entente ${command}`);
  }
  const wrong = [
    [],
    ["nonsense"],
    ["ingest"],
    ["ingest", "--nonsense", "a.txt"],
    ["ingest", "--published", "2015-13-01", "a.txt"],
    ["extract", "--format", "xml", "a.txt"],
    ["copy", "--from", "embedded"],
    ["backup"],
    ["check", "now"],
  ];
  for (const args of wrong) {
    const run = await runCli(args, { env });
    expect([args, run.code, run.out]).toEqual([args, 2, ""]);
    expect(run.err).not.toBe("");
    expectNoTrace(run);
  }
});

test("articles of every format are stored once, and a second run says duplicate", async () => {
  const files = [
    file("record.json", JSON.stringify({ id: "p", ...PIPELINE, deals: ["labels are ignored"] })),
    file("plain.txt", TRADE.text),
    file("list.json", JSON.stringify([{ text: `${TRADE.text} One.` }, { text: `${TRADE.text} Two.` }])),
    file(
      "page.html",
      `<html><body><article><p>${TRADE.text} They met for three days.</p></article></body></html>`,
    ),
  ];
  const first = await runCli(["ingest", ...files], { env });
  expect([first.code, first.err]).toEqual([0, ""]);
  expect(lines(first.out)).toHaveLength(5);
  expect(first.out).toMatch(/record\.json \(p\): \d+ agreements?, \d+ claims? in document:[0-9a-f]{20}/);
  const second = await runCli(["ingest", ...files], { env });
  expect(second.code).toBe(0);
  for (const line of lines(second.out))
    expect(line).toMatch(/: duplicate of document:[0-9a-f]{20}, nothing changed$/);
});

test("a fault in one file leaves the others, and the exit code says so", async () => {
  mkdirSync(join(folder, "a-folder.txt"), { recursive: true });
  const bad: readonly (readonly [string, RegExp])[] = [
    [join(folder, "missing.txt"), /no such file/],
    [file("empty.txt", ""), /is empty/],
    [file("blank.md", " \n"), /only blanks/],
    [file("binary.txt", Buffer.from([65, 0, 66])), /binary/],
    [file("french.txt", FRENCH), /text: got a text in French, expected English/],
    [file("broken.pdf", "%PDF-1.4 and no more"), /got a broken PDF/],
    [file("no-feed.xml", "<note>Kenya</note>"), /got a malformed feed/],
    [file("huge.txt", Buffer.alloc(50 * 2 ** 20, "a")), /got 50 MB, expected up to 20 MB/],
    [file("long.txt", "a".repeat(1_000_001)), /1,000,001 characters/],
    [file("broken.json", '{"text": '), /malformed JSON/],
    [file("textless.json", '{"title": "No text"}'), /text: /],
    [
      file("date.json", JSON.stringify({ text: "A text.", published: "2015-13-01" })),
      /published: got "2015-13-01"/,
    ],
    [file("facts.jsonl", '{"document": {}, "facts": []}'), /document/],
    [file("photo.png", "x"), /got the extension "\.png"/],
    [join(folder, "a-folder.txt"), /is a folder/],
  ];
  const good = file("good.txt", `${TRADE.text} It was the last day.`);
  const run = await runCli(["ingest", ...bad.map(([path]) => path), good], { env });
  expect(run.code).toBe(1);
  expect(lines(run.out)).toHaveLength(1);
  expect(run.out).toContain("good.txt: ");
  const messages = lines(run.err);
  expect(messages).toHaveLength(bad.length);
  bad.forEach(([path, message], i) => {
    expect(messages[i]).toContain(path);
    expect(messages[i]).toMatch(message);
  });
  expectNoTrace(run);
});

test("standard input is read, with what the options say about it", async () => {
  const text = `${TRADE.text} This came through a pipe.`;
  const args = ["ingest", "--title", "Piped", "--published", "2021-05-15", "--publisher", "Pipe", "-"];
  const run = await runCli(args, { env, stdin: text });
  expect([run.code, run.err]).toEqual([0, ""]);
  expect(run.out).toMatch(/^standard input: /);
});

test("facts that extract prints are stored as the article itself would be", async () => {
  const text = `${TRADE.text} The facts of this one travel as lines.`;
  const article = file("travels.txt", text);
  const facts = await runCli(["extract", "--format", "facts", article]);
  expect([facts.code, facts.err]).toEqual([0, ""]);
  const stored = await runCli(["ingest", file("travels.jsonl", facts.out)], { env });
  expect(stored.out).toMatch(/travels\.jsonl:1: \d+ agreements?/);
  const again = await runCli(["ingest", article], { env });
  expect(again.out).toContain("duplicate");
});

test("extract prints one line of JSON for each article, and explains itself to people", async () => {
  const record = file("explain.json", JSON.stringify({ id: "trade", ...TRADE }));
  const summary = await runCli(["extract", "--format", "summary", record]);
  const parsed = JSON.parse(summary.out) as { id: string; countries: string[]; deals: unknown[] };
  expect(parsed).toMatchObject({ id: "trade" });
  expect([...parsed.countries].sort()).toEqual(["BRA", "IND"]);
  const explained = await runCli(["extract", "--explain", record]);
  expect([explained.code, explained.out.includes("trade agreement")]).toEqual([0, true]);
});

test("a store is backed up, restored, copied and found sound", async () => {
  const backup = join(folder, "entente.backup");
  const copy = join(folder, "copy");
  const sound = await runCli(["check"], { env });
  expect([sound.code, sound.err]).toEqual([0, ""]);
  expect((await runCli(["backup", backup], { env })).code).toBe(0);
  const twice = await runCli(["backup", backup], { env });
  expect([twice.code, twice.err.includes("exists already")]).toEqual([1, true]);
  const restored = join(folder, "restored");
  expect((await runCli(["restore", backup], { env: { ENTENTE_DATA: restored } })).code).toBe(0);
  const copied = await runCli(["copy", "--from", `embedded:${restored}`, "--to", `embedded:${copy}`]);
  expect([copied.code, copied.err]).toEqual([0, ""]);
  expect((await runCli(["check"], { env: { ENTENTE_DATA: copy } })).out).toBe(sound.out);
  const full = await runCli(["copy", "--from", `embedded:${restored}`, "--to", `embedded:${copy}`]);
  expect(full.code).toBe(1);
  expectNoTrace(full);
});

test("a damaged store and a Neo4j that is away are told in plain words", async () => {
  const damaged = join(folder, "damaged");
  mkdirSync(damaged);
  writeFileSync(join(damaged, "entente.sqlite"), "this is no database, and never was one".repeat(200));
  const broken = await runCli(["check"], { env: { ENTENTE_DATA: damaged } });
  const start = performance.now();
  const away = await runCli(["check"], {
    env: { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "secret" },
  });
  expect(performance.now() - start).toBeLessThan(15_000);
  for (const run of [broken, away]) {
    expect([run.code, run.out]).toEqual([1, ""]);
    expect(run.err).toMatch(/^entente check: (?!unexpected)/);
    expect(run.err).not.toContain("secret");
    expectNoTrace(run);
  }
});
