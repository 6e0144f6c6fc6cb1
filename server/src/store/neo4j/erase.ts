import type { Erasure } from "../plan.ts";
import type { RunStatement } from "./row.ts";

/** Take the ids that are erased, the document's among them. Each deletes before what it is found by is gone. */
const STATEMENTS = [
  `MATCH (e:AuditEntry)
WHERE e.subject IN $ids OR EXISTS { MATCH (c:Claim {id: e.subject}) WHERE c.document = $document }
DELETE e`,
  `MATCH (former:AgreementState|EntityState)
WHERE any(id IN $ids WHERE former.state CONTAINS id)
DETACH DELETE former`,
  "MATCH (c:Claim) WHERE c.document = $document DETACH DELETE c",
  "MATCH (l:Link) WHERE l.a IN $ids OR l.b IN $ids DELETE l",
  "MATCH (p:MatchProfile) WHERE p.document = $document DETACH DELETE p",
  "MATCH (r:Record {document: $document}) DETACH DELETE r",
  "MATCH (t:DocumentText {document: $document}) DETACH DELETE t",
  `MATCH (d:Document {id: $document})
OPTIONAL MATCH (former:DocumentState)-[:STATE_OF]->(d)
DETACH DELETE former, d`,
  // Ids of the document that nothing is known of any more; their aliases and drawn links go with them.
  "MATCH (e:Entity) WHERE e.id IN $ids AND e.state IS NULL DETACH DELETE e",
  "MATCH (t:SearchToken) WHERE NOT EXISTS { (t)--() } DELETE t",
  "MATCH (n:NameKey) WHERE NOT EXISTS { (n)--() } DELETE n",
  "MATCH (k:MatchKey) WHERE NOT EXISTS { (k)--() } DELETE k",
  "MATCH (a:Address) WHERE NOT EXISTS { (a)--() } DELETE a",
  // What a commit answered may repeat any of it.
  "MATCH (c:Commit) DELETE c",
  `MATCH (d:Document|DocumentState)
WHERE d.state CONTAINS $document
SET d.state = replace(replace(d.state, '"revisionOf":"' + $document + '"', '"revisionOf":null'),
  '"syndicatedFrom":"' + $document + '"', '"syndicatedFrom":null')`,
];

/** Deletes everything that rests on a document, of whatever version, within the open transaction. */
export async function erase(run: RunStatement, { document, ids }: Erasure): Promise<void> {
  for (const text of STATEMENTS) await run(text, { document, ids: [document, ...ids] });
}
