import type { PlanningReader } from "../store/graph-store.ts";
import { isAutomatic } from "../store/plan.ts";
import type { AgreementProfile } from "./agreement-profile.ts";
import { askedKeys, storedKeys } from "./match-keys.ts";
import { readProfile } from "./match-profile.ts";
import type { MatchProfile, Profiled } from "./profiled.ts";
import { MAX_PAIRS, MERGE_SCORE, SUSPECT_SCORE } from "./match-thresholds.ts";
import { starPairs } from "./named-stars.ts";
import type { NamedProfile } from "./named-profile.ts";
import { pairKey, type Pair } from "./pair.ts";
import { scoreAgreements } from "./score-agreements.ts";
import { scoreNamed } from "./score-named.ts";

export interface FoundPairs {
  readonly pairs: readonly Pair[];
  /** Documents that speak of what this one speaks of, those with most in common first. */
  readonly documents: readonly string[];
  /** Ids of open links that no longer follow from what is known. */
  readonly stale: readonly string[];
}

interface Asked {
  readonly document: string;
  readonly profiles: readonly Profiled[];
  /** Ids whose claims leave in the same commit. */
  readonly leaving: ReadonlySet<string>;
}

/** Organizations and people have a rule of their own; agreements and events are compared two by two. */
const isStarred = (each: Profiled): each is Profiled<NamedProfile> =>
  each.profile.type === "organization" || each.profile.type === "person";

/** All that matches a document's agreements, events, organizations and people. */
export async function findPairs(asked: Asked, read: PlanningReader): Promise<FoundPairs> {
  const compared = await comparePairs(asked, read);
  const starred = await findStars(asked, read);
  return { ...compared, pairs: [...compared.pairs, ...starred.pairs], stale: starred.stale };
}

function scorePair(a: MatchProfile, b: MatchProfile): Pair | null {
  const [first, second] = a.id < b.id ? [a, b] : [b, a];
  const isDeal = (each: MatchProfile): each is AgreementProfile => each.type === "agreement";
  const scored =
    isDeal(first) && isDeal(second)
      ? scoreAgreements(first, second)
      : isDeal(first) || isDeal(second)
        ? null
        : scoreNamed(first, second);
  const least = isDeal(first) ? SUSPECT_SCORE : MERGE_SCORE;
  return scored && scored.score >= least ? { a: first.id, b: second.id, ...scored } : null;
}

const byScore = (a: Pair, b: Pair): number => b.score - a.score || (pairKey(a) < pairKey(b) ? -1 : 1);

async function comparePairs(
  { document, profiles, leaving }: Asked,
  read: PlanningReader,
): Promise<Omit<FoundPairs, "stale">> {
  const fresh = profiles.filter((each) => !isStarred(each)).map(({ profile }) => profile);
  const keysOf = new Map(fresh.map((profile) => [profile, askedKeys(profile)]));
  const keys = [...new Set([...keysOf.values()].flat())];
  const rows = keys.length > 0 ? await read.profilesByKey(keys, document) : [];
  const byKey = new Map<string, Profiled[]>();
  for (const row of rows) {
    if (leaving.has(row.id)) continue;
    const known = readProfile(row);
    for (const key of row.keys) {
      const others = byKey.get(key);
      if (others) others.push(known);
      else byKey.set(key, [known]);
    }
  }
  const common = new Map<string, number>();
  const pairs = fresh.flatMap((profile) => {
    const others = new Set(keysOf.get(profile)?.flatMap((key) => byKey.get(key) ?? []));
    const found = [...others].flatMap((other) => {
      const pair = scorePair(profile, other.profile);
      if (pair) common.set(other.document, (common.get(other.document) ?? 0) + pair.score);
      return pair ?? [];
    });
    return found.sort(byScore).slice(0, MAX_PAIRS);
  });
  const documents = [...common].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return { pairs, documents: documents.map(([id]) => id) };
}

async function findStars(
  { profiles, leaving }: Asked,
  read: PlanningReader,
): Promise<Pick<FoundPairs, "pairs" | "stale">> {
  const fresh = profiles.filter(isStarred);
  const keys = [...new Set(fresh.flatMap(({ profile }) => storedKeys(profile)))];
  if (keys.length === 0) return { pairs: [], stale: [] };
  const members = await readMembers(keys, { fresh, leaving }, read);
  // Who goes by several names belongs to several stars; a link is stale only if none of them has it.
  const further = [...new Set(members.flatMap(({ profile }) => storedKeys(profile)))];
  const all = further.length > keys.length ? await readMembers(further, { fresh, leaving }, read) : members;
  const wanted = new Map<string, Pair>();
  for (const [key, named] of groupByKey(all)) {
    if (!further.includes(key)) continue;
    for (const pair of starPairs(named, key.slice(key.indexOf(" ") + 1))) wanted.set(pairKey(pair), pair);
  }
  const ids = new Set(members.map(({ profile }) => profile.id));
  const open = (await read.linksOf([...ids])).filter(
    (link) => isAutomatic(link) && ids.has(link.a) && ids.has(link.b),
  );
  const known = new Set(open.map(pairKey));
  return {
    pairs: [...wanted.values()].filter(
      (pair) => ids.has(pair.a) && ids.has(pair.b) && !known.has(pairKey(pair)),
    ),
    stale: open.filter((link) => !wanted.has(pairKey(link))).map(({ id }) => id),
  };
}

function groupByKey(all: readonly Profiled<NamedProfile>[]): Map<string, Profiled<NamedProfile>[]> {
  const groups = new Map<string, Profiled<NamedProfile>[]>();
  for (const each of all) {
    for (const key of storedKeys(each.profile)) {
      const group = groups.get(key);
      if (group) group.push(each);
      else groups.set(key, [each]);
    }
  }
  return groups;
}

interface Fresh {
  readonly fresh: readonly Profiled<NamedProfile>[];
  readonly leaving: ReadonlySet<string>;
}

/** All that go by these names, the new ones included. */
async function readMembers(
  keys: readonly string[],
  { fresh, leaving }: Fresh,
  read: PlanningReader,
): Promise<Profiled<NamedProfile>[]> {
  const stored = (await read.profilesByKey(keys, "")).filter(({ id }) => !leaving.has(id)).map(readProfile);
  const members = new Map([...stored.filter(isStarred), ...fresh].map((each) => [each.profile.id, each]));
  return [...members.values()];
}
