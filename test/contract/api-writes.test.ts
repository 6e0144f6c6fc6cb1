import { expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { PIPELINE, TRADE } from "./api-articles.ts";
import { NOTHING, send, useServer } from "./use-server.ts";

const INGEST = `mutation ($input: IngestDocumentInput!) {
  ingestDocument(input: $input) {
    duplicate
    document { id title text }
    agreements { id name parties { party { id name } } documents { nodes { id } } }
    claims { property subject { id } evidence { quote start end document { id } } }
    errors { __typename code message path }
  }
}`;

describeEngines("writes over HTTP", (engine) => {
  const running = useServer(engine);
  const ingest = async (input: object, headers: Record<string, string> = {}) =>
    await running().ask(INGEST, { input }, headers);
  const documents = async () =>
    Number((await running().ask("{ dataVersion { documents } }")).data.dataVersion?.documents);

  test("a dry run shows what would be stored, with its sentences, and stores nothing", async () => {
    const before = await documents();
    const { data, errors } = await ingest({ ...PIPELINE, dryRun: true });
    expect(errors).toEqual([]);
    const { document, agreements, claims, duplicate } = data.ingestDocument ?? NOTHING;
    expect(duplicate).toBe(false);
    expect(document?.title).toBe(PIPELINE.title);
    expect(Number(agreements?.length)).toBeGreaterThan(0);
    expect(Number(claims?.length)).toBeGreaterThan(5);
    for (const { evidence } of claims ?? []) {
      expect(String(document?.text).slice(Number(evidence?.start), Number(evidence?.end))).toBe(
        evidence?.quote,
      );
    }
    expect(await documents()).toBe(before);
  });

  test("an article is stored once: again it is a duplicate, and a foreign page cannot add one", async () => {
    const before = await documents();
    const first = await ingest(PIPELINE);
    expect(first.errors).toEqual([]);
    expect(first.data.ingestDocument).toMatchObject({ duplicate: false, errors: [] });
    expect(Number(first.headers["entente-version"])).toBeGreaterThan(1);
    const again = await ingest(PIPELINE);
    expect(again.data.ingestDocument).toMatchObject({ duplicate: true });
    expect(again.data.ingestDocument?.agreements).toHaveLength(
      Number(first.data.ingestDocument?.agreements?.length),
    );
    expect(await documents()).toBe(before + 1);

    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { host: "evil.example:4000" },
      { host: "evil.example", origin: "http://evil.example" },
    ]) {
      const refused = await ingest(TRADE, headers);
      expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([403, "FORBIDDEN"]);
    }
    expect(await documents()).toBe(before + 1);
    const own = await ingest(TRADE, { origin: running().address });
    expect(own.data.ingestDocument).toMatchObject({ duplicate: false, errors: [] });
  });

  test("the same article sent many times at once is stored once", async () => {
    const before = await documents();
    const text = `${TRADE.text} Officials met in the morning.`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => ingest({ ...TRADE, text })));
    const fresh = answers.filter(({ data }) => !data.ingestDocument?.duplicate);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(fresh).toHaveLength(1);
    expect(await documents()).toBe(before + 1);
  });

  test("a page's text is read, its scripts are not", async () => {
    const html = `<html lang="en"><head><title>Pact</title></head><body><article><h1>Chile and Peru sign water treaty</h1>
      <p>LIMA - Chile and Peru signed a treaty on shared rivers in Lima on 3 May 2018. The treaty covers ten rivers and will be reviewed each year by both governments.</p>
      <script>steal()</script></article></body></html>`;
    const { data } = await ingest({ html, dryRun: true });
    expect(data.ingestDocument?.errors).toEqual([]);
    expect(data.ingestDocument?.document?.text).toContain("signed a treaty");
    expect(data.ingestDocument?.document?.text).not.toContain("steal");
  });

  test.each([
    [{}, "text: got neither text, html nor url"],
    [{ html: "<html><body> </body></html>" }, "html: got a page without text"],
    [{ html: "<div>".repeat(20_000) }, "html: got "],
    [{ text: "  " }, "text: got nothing"],
    [{ text: "a", html: "<p>b</p>" }, "html: got text and html"],
    [{ text: "x".repeat(1_000_001) }, "text: got 1,000,001 characters"],
  ])("input that does not fit is told in the payload: %#", async (input, message) => {
    const { status, errors, data } = await ingest(input);
    expect([status, errors]).toEqual([200, []]);
    const [error] = data.ingestDocument?.errors ?? [];
    expect(error).toMatchObject({ __typename: "InvalidInput", code: "BAD_USER_INPUT" });
    expect(error?.message).toContain(message);
  });

  test("a malformed date of publication is refused", async () => {
    const { errors } = await ingest({ ...TRADE, published: "2015-13-01" });
    expect(errors[0]?.message).toContain("2015-13-01");
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  test("a mutation by GET is refused", async () => {
    const { address } = running();
    const query = encodeURIComponent('mutation { ingestDocument(input: { text: "a" }) { duplicate } }');
    expect((await send(address, { path: `/graphql?query=${query}` })).status).toBe(405);
  });

  test("reads are open to pages elsewhere, who are told that they are readers", async () => {
    const { address, ask } = running();
    const answer = await ask("{ viewer { name role } }", {}, { origin: "https://elsewhere.example" });
    expect(answer.data.viewer).toEqual({ name: null, role: "READER" });
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
    expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
    expect((await ask("{ viewer { role } }")).data.viewer).toEqual({ role: "ADMIN" });
    const preflight = await send(address, {
      method: "OPTIONS",
      headers: { origin: "https://elsewhere.example" },
    });
    expect(preflight.status).toBe(204);
  });

  test("an answer is known by its hash until the data change", async () => {
    const { address } = running();
    const path = "/graphql?query={dataVersion{version}}";
    const first = await send(address, { path });
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect((await send(address, { path, headers: { "if-none-match": etag } })).status).toBe(304);
    await ingest({ text: `${TRADE.text} A second article says the same on another day.`, title: "Again" });
    const later = await send(address, { path, headers: { "if-none-match": etag } });
    expect(later.status).toBe(200);
    expect(later.headers.etag).not.toBe(etag);
  });
});

describeEngines("a server bound to every address", (engine) => {
  const running = useServer(engine, { host: "0.0.0.0" });

  test("reads, and refuses to write", async () => {
    const { ask, server } = running();
    expect(server.readOnly).toBe(true);
    const refused = await ask(INGEST, { input: TRADE });
    expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([403, "FORBIDDEN"]);
    expect(refused.errors[0]?.message).toContain("read-only");
    expect((await ask("{ viewer { role } }")).data.viewer).toEqual({ role: "READER" });
  });
});
