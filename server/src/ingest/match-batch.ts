import type { Claim, DocumentState, EntityId, AgreementState, SourcedClaim } from "@entente/graph-schema";
import type { AgreementProfile } from "../identity/agreement-profile.ts";
import { findPairs } from "../identity/find-pairs.ts";
import { profileClaims, profileRow, readProfile } from "../identity/match-profile.ts";
import type { Profiled } from "../identity/profiled.ts";
import { isCompared } from "../identity/match-links.ts";
import { pairKey, type Pair } from "../identity/pair.ts";
import type { PlanningReader } from "../store/graph-store.ts";
import { isAutomatic, type LinkRow, type ProfileRow } from "../store/plan.ts";
import { linkId } from "./hash-ids.ts";

const BY_MATCH = "match@2";
const BY_REVISION = "revision@1";

interface Fresh {
  readonly document: DocumentState;
  readonly claims: readonly Claim[];
  /** What an earlier text or extraction of the document said: claims that leave in the same commit. */
  readonly former: readonly SourcedClaim[];
  /** The document has been ingested before, in part or otherwise. */
  readonly isKnown: boolean;
  readonly version: number;
  /** ISO moment. */
  readonly at: string;
}

export interface Matched {
  readonly links: readonly LinkRow[];
  readonly closedLinks: readonly string[];
  readonly profiles: readonly ProfileRow[];
  readonly removedProfiles: readonly EntityId[];
  /** The new agreements, as their own claims alone derive them. */
  readonly agreements: readonly AgreementState[];
  /** Other documents that speak of the same, those with most in common first. */
  readonly documents: readonly string[];
}

/** Finds which of a batch's organizations, people, events and agreements the graph already knows, and may know. */
export async function matchBatch(fresh: Fresh, read: PlanningReader): Promise<Matched> {
  const { document, former } = fresh;
  const sourced = fresh.claims.map((claim) => ({
    ...claim,
    source: { rank: document.rank, published: document.published },
  }));
  const { profiles, agreements } = profileClaims(sourced);
  const stored = fresh.isKnown ? await read.profilesOf(profiles.map(({ profile }) => profile.id)) : [];
  const kept = withStored(profiles, document, stored);
  const leaving = await leavingIds(kept, former, read);
  const found = await findPairs({ document: document.id, profiles: kept, leaving: new Set(leaving) }, read);
  const revisions = await matchRevised(kept, fresh, read);
  const gone = leaving.length > 0 ? (await read.linksOf(leaving)).filter(isAutomatic) : [];
  const again = stored.map(({ id }) => id).filter(isCompared);
  const { pairs, stale } = againstOpen(found.pairs, again.length > 0 ? await read.linksOf(again) : []);
  return {
    links: [...pairs.map((pair) => matchLink(pair, fresh)), ...revisions],
    closedLinks: [...new Set([...found.stale, ...stale, ...gone.map(({ id }) => id)])],
    profiles: kept.map(profileRow),
    removedProfiles: leaving,
    agreements,
    documents: found.documents,
  };
}

/** What the document spoke of and speaks of no more. */
async function leavingIds(
  profiles: readonly Profiled[],
  former: readonly SourcedClaim[],
  read: PlanningReader,
): Promise<EntityId[]> {
  const own = new Set(profiles.map(({ profile }) => profile.id));
  const unnamed = [...new Set(former.map(({ subject }) => subject))].filter((id) => !own.has(id));
  if (unnamed.length === 0) return [];
  const gone = new Set(former.map(({ id }) => id));
  const left = new Set(
    (await read.liveClaims(unnamed)).flatMap(({ id, subject }) => (gone.has(id) ? [] : [subject])),
  );
  return unnamed.filter((id) => !left.has(id));
}

/** What is told anew may match otherwise than before: only what differs is closed and written. */
function againstOpen(
  found: readonly Pair[],
  open: readonly LinkRow[],
): { readonly pairs: readonly Pair[]; readonly stale: readonly string[] } {
  const matches = open.filter(isAutomatic);
  const key = (pair: Pair): string => `${pairKey(pair)} ${pair.score}`;
  const [wanted, known] = [new Set(found.map(key)), new Set(matches.map(key))];
  return {
    pairs: found.filter((pair) => !known.has(key(pair))),
    stale: matches.filter((link) => !wanted.has(key(link))).map(({ id }) => id),
  };
}

/** The rows of a data set come in many commits: what an earlier one told of an organization still holds. */
function withStored(
  profiles: readonly Profiled[],
  { type }: DocumentState,
  rows: readonly ProfileRow[],
): readonly Profiled[] {
  if (type !== "dataset") return profiles;
  const stored = new Map(rows.map((row) => [row.id, readProfile(row).profile]));
  return profiles.map(({ document, profile }) => {
    const before = stored.get(profile.id);
    if (!before || before.type === "agreement" || profile.type === "agreement") return { document, profile };
    const names = [...new Set([...before.names, ...profile.names])].sort();
    return { document, profile: { ...profile, names, home: before.home ?? profile.home } };
  });
}

const matchLink = ({ a, b, score, reasons }: Pair, { version, at }: Fresh): LinkRow => ({
  id: linkId(["match", a, b, String(version)]),
  kind: "settled",
  a,
  b,
  by: BY_MATCH,
  score,
  reasons,
  recordedIn: version,
  recordedAt: at,
});

const partiesOf = ({ parties }: AgreementProfile): string =>
  parties
    .map(({ id, names }) => names[0] ?? id)
    .sort()
    .join(" ");

/**
 * An agreement of the changed article is the one of its former text that has the same parties, where only one has and
 * the new text has it only once.
 */
async function matchRevised(
  profiles: readonly Profiled[],
  fresh: Fresh,
  read: PlanningReader,
): Promise<LinkRow[]> {
  const deals = (all: readonly Profiled[]): AgreementProfile[] =>
    all.flatMap(({ profile }) => (profile.type === "agreement" ? [profile] : []));
  const now = deals(profiles);
  const own = new Set(now.map(({ id }) => id));
  const unnamed = [...new Set(fresh.former.map(({ subject }) => subject))].filter((id) => !own.has(id));
  const former = unnamed.length > 0 ? deals((await read.profilesOf(unnamed)).map(readProfile)) : [];
  return now.flatMap((profile) => {
    const isLike = (other: AgreementProfile): boolean => partiesOf(other) === partiesOf(profile);
    const [only, ...more] = former.filter(isLike);
    if (!only || more.length > 0 || now.filter(isLike).length > 1) return [];
    return [revisionLink(only.id, profile.id, fresh)];
  });
}

/** The known id goes on; undone like a person's merge. */
const revisionLink = (known: EntityId, id: EntityId, fresh: Fresh): LinkRow => ({
  ...matchLink({ a: known, b: id, score: 1, reasons: ["same parties in the changed article"] }, fresh),
  id: linkId(["revision", known, id, String(fresh.version)]),
  kind: "same",
  by: BY_REVISION,
});
