import type { Claim } from "@entente/graph-schema";
import { byKey, writeInBatches } from "./batches.ts";
import type { RunStatement } from "./row.ts";
import { nameEntities } from "./write-states.ts";

const SUPERSEDE = `
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
WHERE c.supersededIn IS NULL
SET c:SupersededClaim, c.supersededIn = $version`;
const CREATE_CLAIMS = `
UNWIND $rows AS row
CREATE (c:Claim)
SET c = row.properties`;
/** A second label, so that live claims can be counted without reading them. */
const LABEL_SUPERSEDED = `
UNWIND $rows AS row
MATCH (c:Claim {id: row.properties.id})
SET c:SupersededClaim`;
const LINK_SUBJECTS = `
UNWIND $rows AS row
MATCH (c:Claim {id: row.properties.id})
MATCH (e:Entity {id: row.properties.subject})
CREATE (c)-[:ABOUT]->(e)`;
const LINK_DOCUMENTS = `
UNWIND $rows AS row
MATCH (c:Claim {id: row.properties.id})
MATCH (d:Document {id: row.properties.document})
CREATE (c)-[:STATED_IN]->(d)`;

/** What a merge may change: countries are never merged, and most claims point at one. */
const mergeableObject = ({ value }: Claim): string | null =>
  value.type === "entity" && !value.entity.startsWith("country:") ? value.entity : null;

export async function supersedeClaims(
  run: RunStatement,
  superseded: { readonly ids: readonly string[]; readonly version: number },
): Promise<void> {
  const rows = [...superseded.ids].sort().map((id) => ({ id }));
  await writeInBatches(run, SUPERSEDE, { rows, parameters: { version: BigInt(superseded.version) } });
}

/** Writes new claims with their subjects and documents; a claim that is there already is refused. */
export async function writeClaims(run: RunStatement, claims: readonly Claim[]): Promise<void> {
  const rows = byKey(claims, ({ id }) => id).map((claim) => ({
    properties: {
      id: claim.id,
      subject: claim.subject,
      property: claim.property,
      document: claim.document,
      confidence: claim.confidence,
      object: mergeableObject(claim),
      status: claim.status,
      extractor: claim.extractor,
      recordedIn: BigInt(claim.recordedIn),
      supersededIn: claim.supersededIn === null ? null : BigInt(claim.supersededIn),
      claim: JSON.stringify(claim),
    },
  }));
  await nameEntities(
    run,
    claims.map(({ subject }) => subject),
  );
  await writeInBatches(run, CREATE_CLAIMS, { rows });
  const superseded = rows.filter(({ properties }) => properties.supersededIn !== null);
  await writeInBatches(run, LABEL_SUPERSEDED, { rows: superseded });
  await writeInBatches(run, LINK_SUBJECTS, { rows });
  await writeInBatches(run, LINK_DOCUMENTS, { rows });
}
