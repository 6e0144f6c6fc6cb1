import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli, useFolder } from "./run-cli.ts";
import { envelope, useModelServer } from "./use-model-server.ts";

const server = useModelServer();
const folder = useFolder();
const env = (): Record<string, string> => ({
  ENTENTE_DATA: join(folder, "data"),
  ENTENTE_LLM: "openai",
  ENTENTE_LLM_URL: server.url("openai"),
  ENTENTE_LLM_MODEL: "reader-1",
  ENTENTE_LLM_KEY: "sk-secret",
  ENTENTE_LLM_RETRY_MS: "1",
});

const COUNTRIES = ["Ghana", "Togo", "Benin", "Chad", "Mali", "Niger"];
const sentence = (country: string): string =>
  `Japan and ${country} signed a fisheries agreement on 3 May 2021.`;
const files = COUNTRIES.map((country) => {
  const path = join(folder, `${country}.txt`);
  writeFileSync(path, `${sentence(country)} It was raining.`);
  return path;
});
const answerFor = (country: string): unknown => ({
  deals: [
    {
      quotes: [sentence(country)],
      kind: "agreement",
      status: "signed",
      statusDate: "3 May 2021",
      parties: [
        { name: "Japan", role: "party" },
        { name: country, role: "party" },
      ],
      amounts: [],
      count: null,
      sectors: [],
    },
  ],
});
/** Takes longer for the first articles, so that order is not chance. */
const answerAll = (): void => {
  server.answer = async ({ prompt }, at) => {
    await new Promise((done) => setTimeout(done, at === 0 ? 300 : 50));
    return {
      body: envelope("openai", answerFor(COUNTRIES.find((name) => prompt.includes(`and ${name}`)) ?? "")),
    };
  };
};

test("the model's claims are stored under its name, two articles at a time, in the order of the files", async () => {
  answerAll();
  const facts = await runCli(["extract", "--extractor", "llm", "--format", "facts", ...files], {
    env: env(),
  });
  expect([facts.code, facts.err]).toEqual([0, ""]);
  const batches = facts.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { producer: string; document: { text: string } });
  expect(batches.map(({ document }) => COUNTRIES.find((name) => document.text.includes(name)))).toEqual(
    COUNTRIES,
  );
  expect(new Set(batches.map(({ producer }) => producer))).toEqual(new Set(["llm@1:reader-1"]));
  expect([server.seen.length, server.widest()]).toEqual([6, 2]);
  const stored = await runCli(["ingest", "--extractor", "llm", ...files], { env: env() });
  expect([stored.code, stored.err]).toEqual([0, ""]);
  expect(stored.out.match(/1 agreement/gu)).toHaveLength(6);
  expect(server.seen).toHaveLength(6);
  expect((await runCli(["check"], { env: env() })).code).toBe(0);
});

test("one article that the model cannot read leaves the others; a key that is refused stops all", async () => {
  const fresh = { ...env(), ENTENTE_LLM_CACHE: "off" };
  server.answer = ({ prompt }) => ({
    body: envelope("openai", prompt.includes("and Togo") ? "no idea" : answerFor("Ghana")),
  });
  const some = await runCli(["extract", "--extractor", "both", ...files.slice(0, 3)], { env: fresh });
  expect(some.code).toBe(1);
  expect(some.out.trim().split("\n")).toHaveLength(2);
  expect(some.err).toMatch(/^[^\n]*Togo\.txt: reader-1: got an answer that does not fit twice[^\n]*\n$/);
  server.answer = () => ({ status: 401, body: { error: "bad key sk-secret" } });
  server.seen.length = 0;
  const none = await runCli(["ingest", "--extractor", "llm", ...files], { env: fresh });
  expect([none.code, none.out]).toEqual([1, ""]);
  expect(none.err).toMatch(/^entente ingest: ENTENTE_LLM_KEY: got a key that the server refuses/);
  expect(none.err).not.toContain("sk-secret");
  expect(server.seen.length).toBeLessThanOrEqual(2);
});

test("settings that do not fit name the variable, and exit with 2", async () => {
  const wrong: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ ENTENTE_LLM: "" }, /ENTENTE_LLM: got nothing, expected openai, anthropic, ollama/],
    [{ ENTENTE_LLM: "gemini" }, /ENTENTE_LLM: got "gemini"/],
    [{ ENTENTE_LLM_MODEL: "" }, /ENTENTE_LLM_MODEL: not set/],
    [{ ENTENTE_LLM_URL: "ftp://models" }, /ENTENTE_LLM_URL: got "ftp:\/\/models"/],
    [{ ENTENTE_LLM_URL: "http://me:hidden@models" }, /ENTENTE_LLM_URL: got an address with a password/],
    [
      { ENTENTE_LLM_URL: "", ENTENTE_LLM_KEY: "" },
      /ENTENTE_LLM_KEY: not set, expected a key of https:\/\/api\.openai\.com/,
    ],
    [{ ENTENTE_LLM_MAX_COST: "1" }, /ENTENTE_LLM_PRICE: not set/],
    [{ ENTENTE_LLM_MAX_COST: "-1", ENTENTE_LLM_PRICE: "1/2" }, /ENTENTE_LLM_MAX_COST: got "-1"/],
    [{ ENTENTE_LLM_PRICE: "cheap" }, /ENTENTE_LLM_PRICE: got "cheap"/],
    [{ ENTENTE_LLM_MAX_TOKENS: "1e9" }, /ENTENTE_LLM_MAX_TOKENS: got "1e9"/],
  ];
  for (const [changed, message] of wrong) {
    const run = await runCli(["extract", "--extractor", "llm", ...files], { env: { ...env(), ...changed } });
    expect([run.code, run.out, run.err]).toEqual([2, "", expect.stringMatching(message)]);
    expect(run.err).not.toContain("hidden");
  }
  const unknown = await runCli(["extract", "--extractor", "magic", ...files]);
  expect([unknown.code, unknown.err]).toEqual([
    2,
    expect.stringMatching(/--extractor: got "magic", expected rules, llm, both/),
  ]);
});
