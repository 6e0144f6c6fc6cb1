import type { NamedProfile } from "./named-profile.ts";
import type { Profiled } from "./profiled.ts";
import { MERGE_SCORE } from "./match-thresholds.ts";
import type { Pair } from "./pair.ts";
import { scoreNamed } from "./score-named.ts";

/** Where the country is not told, a name means the one country that has it; none where several have. */
function homeIn(profile: NamedProfile, homes: ReadonlySet<string>): string | null {
  if (profile.home !== null) return profile.home;
  const [only, ...more] = homes;
  return more.length > 0 ? null : (only ?? "unknown");
}

/** A surname alone needs the same title as well. */
function classesOf(profile: NamedProfile, name: string, homes: ReadonlySet<string>): string[] {
  const home = homeIn(profile, homes);
  if (home === null) return [];
  if (profile.type === "person" && !name.includes(" "))
    return profile.titles.map((title) => `${home} ${title}`);
  return [home];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Links that join organizations or people of one name, given all that have it: each to the smallest id of its country,
 * for a name in ten thousand articles must not make fifty million pairs. Depends on the set of profiles alone.
 */
export function starPairs(profiles: readonly Profiled<NamedProfile>[], name: string): Pair[] {
  const homes = new Set(profiles.flatMap(({ profile }) => profile.home ?? []));
  const classes = new Map<string, Profiled<NamedProfile>[]>();
  for (const each of [...profiles].sort((a, b) => compare(a.profile.id, b.profile.id))) {
    for (const key of classesOf(each.profile, name, homes)) {
      const members = classes.get(key);
      if (members) members.push(each);
      else classes.set(key, [each]);
    }
  }
  return [...classes.values()].flatMap(([center, ...others]) =>
    others.flatMap((other) => {
      if (!center) return [];
      const { score, reasons } = scoreNamed(center.profile, other.profile);
      if (score < MERGE_SCORE) return [];
      return [{ a: center.profile.id, b: other.profile.id, score, reasons }];
    }),
  );
}
