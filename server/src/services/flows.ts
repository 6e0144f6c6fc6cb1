import type { EntityId, Standing } from "@entente/graph-schema";
import type { Direction, PartyStanding } from "../store/graph-store.ts";
import type { TotalQuestion } from "./explain-total.ts";
import { sumUp, type Part } from "./timeline.ts";

export interface Flow {
  readonly from: EntityId;
  readonly to: EntityId;
  /** Agreements from just this giver to just this receiver. */
  readonly part: Part;
  /** Agreements between the two with more givers or receivers; their amounts are nobody's alone. */
  readonly sharedCount: number;
}

/** Flows, `shared`, `notDirected` and `omitted` add up to the matching agreements. */
export interface Flows {
  /** Largest amount first, then most agreements, then by ids. */
  readonly flows: readonly Flow[];
  /** Agreements with several givers or receivers. */
  readonly shared: Part;
  readonly notDirected: Part;
  /** Flows left out by the limit, and what they carry. */
  readonly truncated: number;
  readonly omitted: Part;
}

type Tests = Pick<TotalQuestion, "review" | "minConfidence">;

const STANDINGS = ["accepted", "proposed", "disputed"] as const satisfies readonly (keyof Standing)[];

/** One live claim that names the party must pass both. */
const passes = ({ standing }: PartyStanding, { review, minConfidence }: Tests): boolean =>
  STANDINGS.some(
    (status) =>
      standing[status] > 0 && (review?.includes(status) ?? true) && standing[status] >= (minConfidence ?? 0),
  );

interface Gathered {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly alone: { readonly id: EntityId }[];
  shared: number;
}

/** Each agreement is in one place only: the flow of its two parties, shared, or not directed. */
export function buildFlows(
  matching: readonly { readonly id: EntityId }[],
  directions: readonly Direction[],
  {
    counted,
    tests,
    limit,
  }: { readonly counted: ReadonlyMap<EntityId, bigint>; readonly tests: Tests; readonly limit: number },
): Flows {
  const gathered = new Map<string, Gathered>();
  const shared: Direction[] = [];
  const directed = new Set<EntityId>();
  for (const direction of directions) {
    const [givers, receivers] = [direction.from, direction.to].map((side) =>
      side.filter((party) => passes(party, tests)),
    );
    const pairs = (givers ?? []).flatMap(({ party: from }) =>
      (receivers ?? []).flatMap(({ party: to }) => (from === to ? [] : [{ from, to }])),
    );
    if (pairs.length === 0) continue;
    directed.add(direction.id);
    if (pairs.length > 1) shared.push(direction);
    for (const { from, to } of pairs) {
      const key = `${from} ${to}`;
      const flow = gathered.get(key) ?? { from, to, alone: [], shared: 0 };
      gathered.set(key, flow);
      if (pairs.length > 1) flow.shared++;
      else flow.alone.push(direction);
    }
  }
  const centsOf = ({ alone }: Gathered): bigint =>
    alone.reduce((sum, { id }) => sum + (counted.get(id) ?? 0n), 0n);
  const ranked = [...gathered.values()]
    .map((flow) => ({ flow, cents: centsOf(flow), size: flow.alone.length + flow.shared }))
    .sort((a, b) => {
      if (a.cents !== b.cents) return a.cents > b.cents ? -1 : 1;
      if (a.size !== b.size) return b.size - a.size;
      return `${a.flow.from} ${a.flow.to}` < `${b.flow.from} ${b.flow.to}` ? -1 : 1;
    });
  const beyond = ranked.slice(limit);
  return {
    flows: ranked.slice(0, limit).map(({ flow: { from, to, alone, shared: sharedCount } }) => ({
      from,
      to,
      part: sumUp(alone, counted),
      sharedCount,
    })),
    shared: sumUp(shared, counted),
    notDirected: sumUp(
      matching.filter(({ id }) => !directed.has(id)),
      counted,
    ),
    truncated: beyond.length,
    omitted: sumUp(
      beyond.flatMap(({ flow }) => flow.alone),
      counted,
    ),
  };
}
