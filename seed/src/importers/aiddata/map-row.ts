import type { RowOutcome } from "../outcome.ts";
import { skipRow } from "../read-rows.ts";
import { collectFacts, type RowFacts } from "../row-facts.ts";
import type { RawRow } from "../tables/table.ts";
import type { Layout } from "./layouts.ts";
import { stateAmount } from "./state-amount.ts";
import { stateParties } from "./state-parties.ts";
import { isYes, stateStage } from "./state-stage.ts";
import {
  FLOW_EXPECTED,
  readKind,
  readSector,
  readStatus,
  SECTOR_EXPECTED,
  STATUS_EXPECTED,
} from "./terms.ts";

/** What one row of an AidData release states about its project; only the columns of the layout are read. */
export function mapRow(raw: RawRow, row: string, layout: Layout): RowOutcome {
  const { columns } = layout;
  const status = readStatus(raw.cells[columns.status] ?? "");
  if (!status) {
    const value = raw.cells[columns.status] ?? "";
    return skipRow(raw, {
      kind: "unknown status",
      row,
      column: columns.status,
      value,
      expected: STATUS_EXPECTED,
    });
  }
  const facts = collectFacts(raw, row);
  const { cell, state, warn } = facts;
  const title = cell(columns.title);
  if (title) state("name", { type: "text", text: title.text.slice(0, 2000) }, { columns: [columns.title] });
  const flow = cell(columns.flow);
  const kind = flow && readKind(flow.text);
  if (flow && !kind) warn("unknown flow type", flow, FLOW_EXPECTED);
  if (kind) state("kind", { type: "term", term: kind }, { columns: [columns.flow] });
  stateStage(facts, columns, status);
  stateParties(facts, columns, kind ?? "agreement");
  stateAmount(facts, layout, status === "proposed" ? "pledged" : "committed");
  const code = cell(columns.sector);
  const sector = code && readSector(code.text);
  if (code && !sector) warn("sector without an equivalent", code, SECTOR_EXPECTED);
  if (sector) state("sector", { type: "term", term: sector }, { columns: [columns.sector] });
  const isStopped = status === "proposed" || status === "suspended" || status === "ended";
  stateAggregates(facts, layout, { isStopped });
  return facts.done();
}

/**
 * An umbrella, or what the source itself adds as zero. It also recommends to leave out what is pledged or stopped:
 * that the status says already.
 */
function stateAggregates(
  { cell, state }: RowFacts,
  { columns }: Layout,
  { isStopped }: { readonly isStopped: boolean },
): void {
  const [umbrella, recommended, adjusted] = [columns.umbrella, columns.recommended, columns.adjustedUsd].map(
    cell,
  );
  const reasons = [
    isYes(umbrella) ? columns.umbrella : null,
    recommended && !isYes(recommended) && !isStopped ? columns.recommended : null,
    adjusted && Number(adjusted.text) === 0 ? adjusted.column : null,
  ].filter((reason) => reason !== null);
  if (reasons.length > 0) state("not-for-aggregates", { type: "flag", flag: true }, { columns: reasons });
}
