import { unpackCountables, unpackDirections } from "../countable-rows.ts";
import type { Scope } from "../filter.ts";
import type { Countable, Direction } from "../graph-store.ts";
import { matchAgreements } from "./members.ts";
import { readText, type RunStatement } from "./row.ts";

async function readList(run: RunStatement, scope: Scope, row: string): Promise<string> {
  const match = await matchAgreements(run, scope);
  const text = `${match.text}
WITH a, ${row} AS row WHERE row IS NOT NULL
RETURN row ORDER BY a.id`;
  const rows = await run(text, match.parameters);
  return `[${rows.map((found) => readText(found, "row")).join(",")}]`;
}

/** All matching agreements, reduced to what counting needs; ordered by id. */
export const countables = async (run: RunStatement, scope: Scope): Promise<Countable[]> =>
  unpackCountables(await readList(run, scope, "coalesce(a.counting, a.state)"));

export const directions = async (run: RunStatement, scope: Scope): Promise<Direction[]> =>
  unpackDirections(await readList(run, scope, "a.direction"));
