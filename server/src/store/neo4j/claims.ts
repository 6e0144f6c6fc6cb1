import type { Claim, DocumentState, EntityId, SourcedClaim } from "@entente/graph-schema";
import type { ClaimQuery, Page, ReviewQueueQuery } from "../graph-store.ts";
import { readJson, readNumber, readNumberOrNull, readText, type Row, type RunStatement } from "./row.ts";
import { heldAtVersion } from "./stored-version.ts";

/** A claim and what the derivation rule needs of its document. */
const RETURN_SOURCED = `
OPTIONAL MATCH (c)-[:STATED_IN]->(d:Document)
RETURN c.claim AS claim, c.supersededIn AS supersededIn, d.state AS document`;
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

const POINTING_AT = `
MATCH (c:Claim)
WHERE c.object IN $ids AND c.supersededIn IS NULL${RETURN_SOURCED}${BY_ID}`;
const IN_FAMILY = "(c.id = $family OR c.id STARTS WITH $family + '~')";
const HISTORY = `
MATCH (c:Claim)
WHERE ${IN_FAMILY}${RETURN_SOURCED}
ORDER BY c.recordedIn, c.id`;
const OF_DOCUMENT = `
MATCH (c:Claim)-[:STATED_IN]->(:Document {id: $document})
WHERE c.supersededIn IS NULL${RETURN_SOURCED}${BY_ID}`;
const SUBJECTS = `
MATCH (e:Entity)
WHERE e.id > $after AND EXISTS { (e)<-[:ABOUT]-(c:Claim) WHERE c.supersededIn IS NULL }
RETURN e.id AS id
ORDER BY e.id
LIMIT $limit`;

const toReview = (document: string | null): string => `
MATCH (c:Claim {status: 'proposed'})${document === null ? "" : "-[:STATED_IN]->(:Document {id: $document})"}
WHERE c.supersededIn IS NULL`;
const reviewPage = ({ document = null, after }: ReviewQueuePage): string => `${toReview(document)}
${after ? "AND (c.confidence > $confidence OR (c.confidence = $confidence AND c.id > $id))" : ""}
WITH c ORDER BY c.confidence, c.id LIMIT $limit${RETURN_SOURCED}
ORDER BY c.confidence, c.id`;

type ReviewQueuePage = Omit<ReviewQueueQuery, "document"> & { readonly document?: string | null };

function sourcedClaim(row: Row): SourcedClaim {
  const claim = readJson<Claim>(row, "claim");
  const document = row.document ? readJson<DocumentState>(row, "document") : null;
  const source = { rank: document?.rank ?? ("unknown" as const), published: document?.published ?? null };
  return { ...claim, supersededIn: null, source };
}

function matchClaims({ subjects, document, ids, family, version }: ClaimQuery): string {
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
    ...(family === undefined ? [] : [IN_FAMILY]),
  ];
  return `MATCH ${["(c:Claim)", ...patterns].join(", ")}\nWHERE ${conditions.join(" AND ")}\nWITH DISTINCT c`;
}

/** Claims live at the version; newest first, then the most confident, then by id. */
export async function claims(run: RunStatement, query: ClaimQuery): Promise<SourcedClaim[]> {
  const { subjects, document, ids, family, version } = query;
  const returned = version === null ? RETURN_SOURCED : RETURN_SOURCED_AT_VERSION;
  const rows = await run(`${matchClaims(query)}${returned}${NEWEST_FIRST}`, {
    ...(subjects ? { subjects } : {}),
    ...(document === undefined ? {} : { document }),
    ...(ids ? { ids } : {}),
    ...(family === undefined ? {} : { family }),
    ...(version === null ? {} : { version: BigInt(version) }),
  });
  return rows.map(sourcedClaim);
}

/** Live claims about entities, by id: what a state is derived from. */
export async function liveClaims(run: RunStatement, subjects: readonly EntityId[]): Promise<SourcedClaim[]> {
  if (subjects.length === 0) return [];
  return (await run(LIVE, { subjects })).map(sourcedClaim);
}

/** Live claims whose value is one of these entities, by id. */
export const claimsPointingAt = async (
  run: RunStatement,
  ids: readonly EntityId[],
): Promise<SourcedClaim[]> => (ids.length === 0 ? [] : (await run(POINTING_AT, { ids })).map(sourcedClaim));

/** All rows of a claim and its reviews, oldest first; `supersededIn` as stored. */
export async function claimHistory(run: RunStatement, family: string): Promise<SourcedClaim[]> {
  const rows = await run(HISTORY, { family });
  return rows.map((row) => ({ ...sourcedClaim(row), supersededIn: readNumberOrNull(row, "supersededIn") }));
}

export const claimsOfDocument = async (run: RunStatement, document: string): Promise<SourcedClaim[]> =>
  (await run(OF_DOCUMENT, { document })).map(sourcedClaim);

export const claimSubjects = async (run: RunStatement, after: EntityId, limit: number): Promise<EntityId[]> =>
  (await run(SUBJECTS, { after, limit: BigInt(limit) })).map((row) => readText(row, "id"));

/** Proposed claims, the least certain first. */
export async function reviewQueue(run: RunStatement, query: ReviewQueuePage): Promise<Page<SourcedClaim>> {
  const { document = null, limit, after } = query;
  const rows = await run(reviewPage(query), {
    limit: BigInt(limit + 1),
    ...(document === null ? {} : { document }),
    ...(after ?? {}),
  });
  return { items: rows.slice(0, limit).map(sourcedClaim), hasMore: rows.length > limit };
}

export async function countReviewQueue(run: RunStatement, document: string | null): Promise<number> {
  const text = `${toReview(document)}\nRETURN count(c) AS count`;
  const [row] = await run(text, document === null ? {} : { document });
  return row ? readNumber(row, "count") : 0;
}

const SUBJECTS_OF_DOCUMENT = `
MATCH (:Document {id: $document})<-[:STATED_IN]-(c:Claim)-[:ABOUT]->(e:Entity)
RETURN DISTINCT e.id AS subject
ORDER BY subject`;

/** Everything that claims of a document, live or not, were ever about, by id. */
export const subjectsOfDocument = async (run: RunStatement, document: string): Promise<EntityId[]> =>
  (await run(SUBJECTS_OF_DOCUMENT, { document })).map((row) => readText(row, "subject"));
