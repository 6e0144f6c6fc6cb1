import type { EntityId } from "@entente/graph-schema";
import { isAutomatic, type LinkRow } from "../store/plan.ts";
import type { Component, Components } from "./component.ts";
import { byStrength, isCompared, mayJoin } from "./match-links.ts";
import { MAX_PAIRS } from "./match-thresholds.ts";
import { pairKey } from "./pair.ts";

/** A match contests another of the same report unless the other is this much likelier, in log-odds. */
const CONTEST_MARGIN = 1;

/** Scores are rounded to thousandths. */
const logOdds = (score: number): number => {
  const p = Math.min(score, 0.999);
  return Math.log(p / (1 - p));
};

/** What matching knows of some ids: who was found to match whom. */
class Matches {
  readonly #links = new Map<string, LinkRow>();
  readonly #of = new Map<EntityId, LinkRow[]>();

  constructor(links: readonly LinkRow[]) {
    for (const link of links) {
      this.#links.set(pairKey(link), link);
      for (const id of [link.a, link.b]) {
        const known = this.#of.get(id);
        if (known) known.push(link);
        else this.#of.set(id, [link]);
      }
    }
  }

  of(id: EntityId): readonly LinkRow[] {
    return this.#of.get(id) ?? [];
  }

  /** They could be one thing; where a report has so many matches that some were left out, nobody knows better. */
  couldBeOne(a: EntityId, b: EntityId): boolean {
    return (
      this.#links.has(pairKey({ a, b })) || this.of(a).length >= MAX_PAIRS || this.of(b).length >= MAX_PAIRS
    );
  }
}

const isTold = (apart: readonly LinkRow[], a: Component, b: Component): boolean =>
  apart.some(
    (mark) =>
      (a.members.includes(mark.a) && b.members.includes(mark.b)) ||
      (a.members.includes(mark.b) && b.members.includes(mark.a)),
  );

function survivorOf(a: Component, b: Component): EntityId {
  if (a.chosenIn !== b.chosenIn) return a.chosenIn > b.chosenIn ? a.survivor : b.survivor;
  return a.survivor < b.survivor ? a.survivor : b.survivor;
}

/**
 * Joins what matching found, the likeliest first. A group holds only where every two of its reports could be one: a
 * report that fits two which cannot be the same is asked about rather than given to either.
 */
export function joinMatches(components: Components, links: readonly LinkRow[]): void {
  const apart = links.filter(({ kind }) => kind === "not-same");
  const automatic = links.filter(isAutomatic);
  const matches = new Matches(automatic);
  const blockOf = new Map(components);
  const hangTogether = (a: Component, b: Component): boolean =>
    a.blocks.every((one) =>
      b.blocks.every((other) => one.some((x) => other.some((y) => matches.couldBeOne(x, y)))),
    );
  /** Another match of `a` that is about as likely, with something that cannot be `b`. */
  const isContestedAt = (a: EntityId, b: EntityId, score: number): boolean =>
    matches.of(a).some((rival) => {
      const z = rival.a === a ? rival.b : rival.a;
      const [mine, theirs, its] = [blockOf.get(a), blockOf.get(b), blockOf.get(z)];
      if (z === b || !mayJoin(rival) || !mine || !theirs || !its || its === theirs || its === mine)
        return false;
      if (isTold(apart, mine, its) || matches.couldBeOne(z, b)) return false;
      return logOdds(rival.score) >= logOdds(score) - CONTEST_MARGIN;
    });
  for (const link of automatic.filter(mayJoin).sort(byStrength)) {
    const [a, b] = [components.get(link.a), components.get(link.b)];
    if (!a || !b || a === b || isTold(apart, a, b)) continue;
    const isContested =
      isContestedAt(link.a, link.b, link.score) || isContestedAt(link.b, link.a, link.score);
    if (isCompared(link.a) && (isContested || !hangTogether(a, b))) continue;
    const joined: Component = {
      members: [...a.members, ...b.members],
      survivor: survivorOf(a, b),
      chosenIn: Math.max(a.chosenIn, b.chosenIn),
      blocks: [...a.blocks, ...b.blocks],
    };
    for (const member of joined.members) components.set(member, joined);
  }
}
