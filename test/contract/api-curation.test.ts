import { checkStore, ingestBatch } from "@entente/server";
import { beforeAll, expect, test } from "vitest";
import { describeEngines } from "../setup/available-engines.ts";
import { report, type Report } from "./report-batch.ts";
import { NOTHING, useServer, type Json } from "./use-server.ts";

const ERRORS = "errors { __typename code message path ... on Stale { current { id } } }";
const REVIEW = `mutation ($input: ReviewClaimInput!) {
  reviewClaim(input: $input) { claim { id status value note reviewedBy extractor correctionOf { id status } } ${ERRORS} }
}`;
const UNDO = `mutation ($claim: ID!) {
  undoReview(claim: $claim, reason: "a slip") { claim { id status value } ${ERRORS} }
}`;
const IDENTITY = `{ entity { id name mergedIds } mergeId claims stayedWithSurvivor { property } ${ERRORS} }`;
const MERGE = `mutation ($input: MergeEntitiesInput!) { mergeEntities(input: $input) ${IDENTITY} }`;
const UNMERGE = `mutation ($id: ID!) { undoMerge(mergeId: $id, reason: "two deals") ${IDENTITY} }`;
const mark = (verb: string) =>
  `mutation ($a: ID!, $b: ID!) { ${verb}(a: $a, b: $b, reason: "looked it up") ${IDENTITY} }`;
const RETRACT = `mutation ($id: ID!) {
  retractDocument(id: $id, reason: "withdrawn") { document { retractedAt retractionReason } retractedClaims ${ERRORS} }
}`;
const PREVIEW = `mutation ($input: ReviewClaimInput!) {
  reviewClaim(input: $input) { claim { status subject { id ... on Agreement { amounts: values { amount } } } } ${ERRORS} }
}`;
const AGREEMENT = `query ($id: ID!, $asOf: AsOf) {
  node(id: $id, asOf: $asOf) { ... on Agreement {
    id name kind status mergedIds parties { party { id } } amounts: values { amount } documents { nodes { id } }
  } }
}`;

describeEngines("curation over HTTP", (engine) => {
  const running = useServer(engine);
  let day = 0;
  const ingest = async (sketch: Report) =>
    await ingestBatch(running().store, report(sketch), {
      at: new Date(Date.UTC(2026, 1, ++day)).toISOString(),
    });
  const ask = async (query: string, variables: object): Promise<Json> => {
    const { data, errors } = await running().ask(query, variables);
    expect(errors).toEqual([]);
    return data;
  };
  const agreement = async (id: string, asOf?: object) =>
    (await ask(AGREEMENT, { id, asOf: asOf ?? null })).node;
  const deal = async (sketch: Report) => {
    const { agreements, document } = await ingest(sketch);
    const [only] = agreements;
    if (!only) throw new Error("expected one agreement");
    return { id: only.id, document: document.id };
  };
  const claimOf = async (id: string, property: string): Promise<string> => {
    const { node } = await ask(
      `query ($id: ID!, $property: String) { node(id: $id) { ... on Agreement { claims(property: $property) { nodes { id } } } } }`,
      { id, property },
    );
    return node?.claims?.nodes?.[0]?.id ?? "";
  };
  const linksOf = async (id: string) =>
    (await ask("query ($id: ID!) { identityLinks(id: $id) { id kind a b by isAutomatic reasons } }", { id }))
      .identityLinks;
  const version = async () => (await running().store.dataVersion()).version;
  const sound = async () => {
    expect((await checkStore(running().store)).faults).toEqual([]);
  };
  /** The answer of a mutation without errors. */
  const done = async (query: string, variables: object): Promise<Json> => {
    const [payload = NOTHING] = Object.values(await ask(query, variables));
    expect(payload.errors).toEqual([]);
    return payload;
  };
  /** The first error of a mutation that changed nothing. */
  const refused = async (query: string, variables: object): Promise<Json> => {
    const before = await version();
    const [payload = NOTHING] = Object.values(await ask(query, variables));
    expect(await version()).toBe(before);
    return payload.errors?.[0] ?? NOTHING;
  };

  let reviewed = { id: "", document: "" };
  beforeAll(async () => {
    reviewed = await deal({
      text: "Peru and Kenya signed a memorandum worth 5 dollars.",
      parties: ["PER", "KEN"],
      usd: "5",
    });
  });

  test("a rejected claim no longer counts, and comes back when the review is taken back", async () => {
    const claim = await claimOf(reviewed.id, "amount");
    const before = await version();
    const input = { id: claim, status: "REJECTED", expectedStatus: "PROPOSED", note: "no such sum" };
    const payload = await done(REVIEW, { input });
    expect(payload.claim).toMatchObject({
      status: "REJECTED",
      note: "no such sum",
      reviewedBy: "local user",
    });
    expect((await agreement(reviewed.id))?.amounts).toEqual([]);
    expect((await agreement(reviewed.id, { version: before }))?.amounts).toEqual([{ amount: "5" }]);

    const stale = await refused(REVIEW, { input });
    expect(stale).toMatchObject({ __typename: "Stale", code: "STALE", current: { id: payload.claim?.id } });
    const found = await ask("query ($id: ID!) { node(id: $id) { id ... on Claim { status } } }", {
      id: claim,
    });
    expect(found.node).toEqual({ id: payload.claim?.id, status: "REJECTED" });

    expect((await done(UNDO, { claim })).claim).toMatchObject({ status: "PROPOSED", value: "5 USD" });
    expect((await agreement(reviewed.id))?.amounts).toEqual([{ amount: "5" }]);
    expect((await refused(UNDO, { claim })).message).toContain("expected a claim with a review to take back");
    await sound();
  });

  test("a correction is a person's own claim beside the rejected one, and goes with its undoing", async () => {
    const claim = await claimOf(reviewed.id, "kind");
    const input = { id: claim, status: "ACCEPTED", value: "LOAN", expectedStatus: "PROPOSED" };
    const payload = await done(REVIEW, { input });
    expect(payload.claim).toMatchObject({
      status: "ACCEPTED",
      value: "loan",
      extractor: "person:local user",
      correctionOf: { status: "REJECTED" },
    });
    expect((await agreement(reviewed.id))?.kind).toBe("LOAN");
    await done(UNDO, { claim: payload.claim?.id });
    expect((await agreement(reviewed.id))?.kind).toBe("MEMORANDUM");
    await sound();
  });

  test("a dry run of a review shows what its subject would be, and changes nothing", async () => {
    const id = await claimOf(reviewed.id, "amount");
    const before = await version();
    const preview = async (input: object) =>
      (await done(PREVIEW, { input: { id, expectedStatus: "PROPOSED", dryRun: true, ...input } })).claim;
    expect(await preview({ status: "REJECTED" })).toMatchObject({
      status: "REJECTED",
      subject: { id: reviewed.id, amounts: [] },
    });
    expect(await preview({ status: "ACCEPTED", value: "6 USD" })).toMatchObject({
      subject: { amounts: [{ amount: "6" }] },
    });
    expect(
      (
        await refused(REVIEW, {
          input: { id, status: "ACCEPTED", value: "6", expectedStatus: "PROPOSED", dryRun: true },
        })
      ).message,
    ).toContain('value: got "6"');
    expect(await version()).toBe(before);
    expect((await agreement(reviewed.id))?.amounts).toEqual([{ amount: "5" }]);
  });

  test("a dry run says where an agreement would leave the graph", async () => {
    const lone = await deal({ text: "Fiji and Peru signed a memorandum on tuna.", parties: ["FJI", "PER"] });
    const id = await claimOf(lone.id, "status");
    const input = { id, status: "REJECTED", expectedStatus: "PROPOSED", dryRun: true };
    expect((await done(PREVIEW, { input })).claim).toMatchObject({ status: "REJECTED", subject: null });
    expect((await agreement(lone.id))?.id).toBe(lone.id);
  });

  test.each([
    [{ status: "ACCEPTED", value: "lone" }, 'value: got "lone", expected one of treaty'],
    [{ status: "REJECTED", value: "loan" }, "expected it with ACCEPTED"],
    [{ id: "claim:00000000000000000000" }, "expected a stored claim"],
    [{ id: "agreement:1" }, "expected a claim's id"],
  ])("a review that does not fit is told, and nothing changes: %#", async (wrong, message) => {
    const id = await claimOf(reviewed.id, "kind");
    const input = { id, status: "ACCEPTED", expectedStatus: "PROPOSED", ...wrong };
    expect((await refused(REVIEW, { input })).message).toContain(message);
  });

  test("the review queue holds proposed claims, the audit log what was done to an agreement", async () => {
    const queue = async () =>
      (
        await ask(
          `query ($document: ID) { reviewQueue(document: $document, first: 100) { count { value } nodes { id status } } }`,
          {
            document: reviewed.document,
          },
        )
      ).reviewQueue;
    const before = Number((await queue())?.count?.value);
    const claim = await claimOf(reviewed.id, "name");
    await done(REVIEW, { input: { id: claim, status: "ACCEPTED", expectedStatus: "PROPOSED" } });
    expect(Number((await queue())?.count?.value)).toBe(before - 1);
    const { auditLog } = await ask(
      "query ($entity: ID) { auditLog(entity: $entity, first: 2) { count { value } pageInfo { hasNextPage } nodes { action by subject { id } } } }",
      { entity: reviewed.id },
    );
    expect(auditLog?.nodes?.[0]).toMatchObject({ action: "accept", by: "local user" });
    expect(auditLog?.pageInfo?.hasNextPage).toBe(true);
  });

  test("a merge shows itself before, keeps the chosen id, and is undone with what came since", async () => {
    const one = await deal({
      text: "Chile and Peru signed a memorandum on rivers.",
      parties: ["CHL", "PER"],
      on: "2017-01-05",
    });
    const other = await deal({
      text: "Peru and Chile signed a paper on rivers.",
      parties: ["PER", "CHL"],
      on: "2017-03-05",
    });
    const input = { into: one.id, from: [other.id], reason: "one paper" };
    const preview = await ask(MERGE, { input: { ...input, dryRun: true } });
    expect(preview.mergeEntities).toMatchObject({
      mergeId: null,
      entity: { id: one.id, mergedIds: [other.id] },
    });
    expect((await agreement(one.id))?.mergedIds).toEqual([]);

    const before = await version();
    const merged = await done(MERGE, { input });
    expect(Number(merged.claims)).toBeGreaterThan(3);
    expect((await agreement(other.id))?.id).toBe(one.id);
    expect((await agreement(one.id))?.documents?.nodes).toHaveLength(2);
    expect((await agreement(other.id, { version: before }))?.id).toBe(other.id);
    await sound();

    expect((await refused(MERGE, { input })).message).toContain("merged into");
    expect(await linksOf(other.id)).toEqual([
      {
        id: merged.mergeId,
        kind: "SAME",
        a: one.id,
        b: other.id,
        by: "local user",
        isAutomatic: false,
        reasons: ["one paper"],
      },
    ]);
    const undone = await done(UNMERGE, { id: merged.mergeId });
    expect(await linksOf(other.id)).toEqual([]);
    expect(undone.stayedWithSurvivor).toEqual([]);
    expect((await agreement(other.id))?.id).toBe(other.id);
    expect((await refused(UNMERGE, { id: merged.mergeId })).__typename).toBe("NotFound");
    await sound();
  });

  test("two that a person told apart are not merged until the mark is taken back", async () => {
    const one = await deal({
      text: "Fiji and Tonga signed a memorandum on reefs.",
      parties: ["FJI", "TON"],
      on: "2016-01-05",
    });
    const other = await deal({
      text: "Tonga and Fiji signed a paper on reefs.",
      parties: ["FJI", "TON"],
      on: "2016-06-05",
    });
    await done(mark("markNotSame"), { a: one.id, b: other.id });
    expect(await linksOf(one.id)).toMatchObject([{ kind: "NOT_SAME", a: one.id, b: other.id }]);
    const input = { into: one.id, from: [other.id], reason: "one paper" };
    expect((await refused(MERGE, { input })).message).toContain("marked as not the same by local user");
    await done(mark("unmarkNotSame"), { a: one.id, b: other.id });
    const merged = await done(MERGE, { input });
    expect((await refused(mark("markNotSame"), { a: one.id, b: other.id })).message).toContain(
      "undo that merge first",
    );
    await done(UNMERGE, { id: merged.mergeId });
  });

  test("a match of the program's own is undone for good", async () => {
    const same = { parties: ["BRA", "IND"], on: "2018-02-03" };
    const one = await deal({ text: "Brazil and India signed a memorandum.", ...same });
    const other = await deal({ text: "India, Brazil: memorandum signed.", ...same });
    const state = await agreement(one.id);
    expect(state?.id).toBe(other.id);
    const [merged = ""] = state?.mergedIds ?? [];
    await done(mark("markNotSame"), { a: other.id, b: merged });
    expect((await agreement(other.id))?.documents?.nodes).toHaveLength(1);
    expect((await agreement(merged))?.id).toBe(merged);
    await sound();
  });

  test.each([
    [["country:PER"], "expected the id of one of organization, person, event, agreement"],
    [["agreement:00000000000000000000"], "expected the id of a current entity"],
    [[], "expected 1 to 50"],
  ])("a merge that makes no sense is told: %j", async (from, message) => {
    const input = { into: reviewed.id, from, reason: "why not" };
    expect((await refused(MERGE, { input })).message).toContain(message);
    expect((await refused(MERGE, { input: { ...input, reason: " " } })).message).toContain(
      "reason: got nothing",
    );
  });

  test("a retracted document's claims leave, and with them what nobody else speaks of", async () => {
    const gone = await deal({
      text: "Kenya and Chile signed a memorandum.",
      parties: ["KEN", "CHL"],
      organization: "Bank of Rifts",
      basedIn: "KEN",
    });
    const claim = await claimOf(gone.id, "kind");
    const before = await version();
    const payload = await done(RETRACT, { id: gone.document });
    expect(payload.document).toMatchObject({ retractionReason: "withdrawn" });
    expect(Number(payload.retractedClaims)).toBeGreaterThan(4);
    expect(await agreement(gone.id)).toBeNull();
    expect((await agreement(gone.id, { version: before }))?.id).toBe(gone.id);
    expect((await refused(RETRACT, { id: gone.document })).message).toBeUndefined();
    const input = { id: claim, status: "ACCEPTED", expectedStatus: "PROPOSED" };
    expect((await refused(REVIEW, { input })).message).toContain("no longer holds");
    expect((await refused(RETRACT, { id: "document:00000000000000000000" })).__typename).toBe("NotFound");
    await sound();
  });

  test("a revised article's claims take the place of the former ones, under the id that was known", async () => {
    const url = "https://example.org/revised";
    const first = await deal({
      text: "India and Fiji signed a memorandum worth 7 dollars.",
      parties: ["IND", "FJI"],
      usd: "7",
      url,
    });
    const second = await deal({
      text: "India and Fiji signed a memorandum worth 9 dollars.",
      parties: ["IND", "FJI"],
      usd: "9",
      url,
    });
    const now = await agreement(first.id);
    expect(now?.amounts).toEqual([{ amount: "9" }]);
    expect(now?.documents?.nodes).toEqual([{ id: second.document }]);
    await sound();
  });

  test("a version has its moment, and a moment its version", async () => {
    const recorded = async (asOf: object) =>
      (await ask("query ($asOf: AsOf!) { recorded(asOf: $asOf) { version at } }", { asOf })).recorded;
    await deal({ text: "Chile and Kenya signed a memorandum on wine.", parties: ["CHL", "KEN"] });
    const { version: newest, at } = await running().store.dataVersion();
    expect(await recorded({ version: newest })).toEqual({ version: newest, at });
    expect(await recorded({ knownOn: at })).toEqual({ version: newest, at });
    expect(await recorded({ version: newest - 1 })).toEqual({
      version: newest - 1,
      at: expect.any(String) as string,
    });
    expect(await running().store.momentOf(newest - 1)).not.toBe(at);
    expect(await recorded({ knownOn: "1999-01-01T00:00:00Z" })).toEqual({
      version: 0,
      at: "1970-01-01T00:00:00.000Z",
    });
  });

  test("reviewing needs a role that pages elsewhere do not have", async () => {
    const input = { id: await claimOf(reviewed.id, "kind"), status: "ACCEPTED", expectedStatus: "PROPOSED" };
    const { status } = await running().ask(REVIEW, { input }, { origin: "https://evil.example" });
    expect(status).toBe(403);
  });
});
