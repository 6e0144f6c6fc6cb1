import type { Claim, DocumentState, EntityId, SourcedClaim } from "@entente/graph-schema";
import type { ClaimQuery } from "../graph-store.ts";
import { readJson, type Row, type RunStatement } from "./row.ts";
import { heldAtVersion } from "./stored-version.ts";

/** A claim and what the derivation rule needs of its document. */
const RETURN_SOURCED = `
OPTIONAL MATCH (c)-[:STATED_IN]->(d:Document)
RETURN c.claim AS claim, d.state AS document`;
/** The same, with the document as the version knew it. */
const RETURN_SOURCED_AT_VERSION = `
OPTIONAL MATCH (c)-[:STATED_IN]->(d:Document)
OPTIONAL MATCH (d)<-[:STATE_OF]-(former:DocumentState)
WHERE ${heldAtVersion("former")}
RETURN c.claim AS claim, CASE WHEN d.knownFrom <= $version THEN d.state ELSE former.state END AS document`;
const NEWEST_FIRST = "\nORDER BY c.recordedIn DESC, c.confidence DESC, c.id";
const BY_ID = "\nORDER BY c.id";

const LIVE = `
MATCH (c:Claim)-[:ABOUT]->(e:Entity)
WHERE e.id IN $subjects AND c.supersededIn IS NULL${RETURN_SOURCED}${BY_ID}`;

function sourcedClaim(row: Row): SourcedClaim {
  const claim = readJson<Claim>(row, "claim");
  const document = row.document ? readJson<DocumentState>(row, "document") : null;
  const source = { rank: document?.rank ?? ("unknown" as const), published: document?.published ?? null };
  return { ...claim, supersededIn: null, source };
}

function matchClaims({ subjects, document, ids, version }: ClaimQuery): string {
  const patterns = [
    ...(subjects ? ["(c)-[:ABOUT]->(e:Entity)"] : []),
    ...(document === undefined ? [] : ["(c)-[:STATED_IN]->(:Document {id: $document})"]),
  ];
  const conditions = [
    version === null
      ? "c.supersededIn IS NULL"
      : "c.recordedIn <= $version AND coalesce(c.supersededIn > $version, true)",
    ...(subjects ? ["e.id IN $subjects"] : []),
    ...(ids ? ["c.id IN $ids"] : []),
  ];
  return `MATCH ${["(c:Claim)", ...patterns].join(", ")}\nWHERE ${conditions.join(" AND ")}\nWITH DISTINCT c`;
}

/** Claims live at the version; newest first, then the most confident, then by id. */
export async function claims(run: RunStatement, query: ClaimQuery): Promise<SourcedClaim[]> {
  const { subjects, document, ids, version } = query;
  const returned = version === null ? RETURN_SOURCED : RETURN_SOURCED_AT_VERSION;
  const rows = await run(`${matchClaims(query)}${returned}${NEWEST_FIRST}`, {
    ...(subjects ? { subjects } : {}),
    ...(document === undefined ? {} : { document }),
    ...(ids ? { ids } : {}),
    ...(version === null ? {} : { version: BigInt(version) }),
  });
  return rows.map(sourcedClaim);
}

/** Live claims about entities, by id: what a state is derived from. */
export async function liveClaims(run: RunStatement, subjects: readonly EntityId[]): Promise<SourcedClaim[]> {
  if (subjects.length === 0) return [];
  return (await run(LIVE, { subjects })).map(sourcedClaim);
}
