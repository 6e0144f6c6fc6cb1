import {
  entityId,
  type Claim,
  type ClaimValue,
  type EntityId,
  type Fact,
  type FactBatch,
  type Mention,
} from "@entente/graph-schema";
import { claimId, mentionId } from "./hash-ids.ts";

/** Mentions as entities, before any match: local key → id. */
export function mentionIds(mentions: readonly Mention[], document: string): ReadonlyMap<string, EntityId> {
  return new Map(
    mentions.map((mention) => [
      mention.local,
      "code" in mention
        ? entityId(mention.type, mention.code)
        : mentionId(mention.type, document, mention.local),
    ]),
  );
}

/** Organizations, people and events are known by a name: a claim for it, at the first place that speaks of them. */
function nameFacts(batch: FactBatch): Fact[] {
  return batch.mentions.flatMap((mention) => {
    if (!("name" in mention)) return [];
    const named = batch.facts.some(
      ({ subject, property }) => subject === mention.local && property === "name",
    );
    const first = batch.facts.find(
      ({ subject, value }) =>
        subject === mention.local || (value.type === "mention" && value.mention === mention.local),
    );
    if (named || !first) return [];
    const value = { type: "text", text: mention.name } as const;
    return [
      {
        ...first,
        subject: mention.local,
        property: "name",
        value,
        evidence: narrowTo(mention.name, first, batch),
      },
    ];
  });
}

/** The name itself within the fact's evidence, where it is written there. */
function narrowTo(name: string, { evidence }: Fact, { document }: FactBatch): Fact["evidence"] {
  if (document.type !== "article" || !("start" in evidence)) return evidence;
  const at = document.text.slice(evidence.start, evidence.end).indexOf(name);
  return at < 0 ? evidence : { start: evidence.start + at, end: evidence.start + at + name.length };
}

function claimValue(value: Fact["value"], ids: ReadonlyMap<string, EntityId>): ClaimValue {
  if (value.type !== "mention") return value;
  const { mention, role, from, to } = value;
  const entity = ids.get(mention) ?? mention;
  return { type: "entity", entity, ...(role && { role }), ...(from && { from }), ...(to && { to }) };
}

/** A batch's facts as claims of `version`; the same fact stated twice at one place is one claim. */
export function buildClaims(
  batch: FactBatch,
  { document, version, at }: { readonly document: string; readonly version: number; readonly at: string },
): Claim[] {
  const ids = mentionIds(batch.mentions, document);
  const claims = [...batch.facts, ...nameFacts(batch)].map((fact): Claim => {
    const subject = ids.get(fact.subject) ?? fact.subject;
    const value = claimValue(fact.value, ids);
    const validOn = fact.validOn ?? null;
    const { property, evidence, confidence } = fact;
    const key = [
      document,
      batch.producer,
      subject,
      property,
      ...[value, validOn, evidence].map((part) => JSON.stringify(part)),
    ];
    return {
      id: claimId(key),
      subject,
      property,
      value,
      validOn,
      document,
      evidence,
      confidence,
      extractor: batch.producer,
      status: batch.document.type === "dataset" ? "accepted" : "proposed",
      reviewedBy: null,
      reviewedAt: null,
      recordedIn: version,
      recordedAt: at,
      supersededIn: null,
    };
  });
  return [...new Map(claims.map((claim) => [claim.id, claim])).values()];
}
