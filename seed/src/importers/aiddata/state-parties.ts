import type { AgreementKind } from "@entente/graph-schema";
import { findPlace, type Place } from "../cells/find-place.ts";
import { placeKey, type RowFacts } from "../row-facts.ts";
import type { Columns } from "./layouts.ts";
import { rolesOf } from "./terms.ts";

const PLACE_EXPECTED = "a country's name or ISO 3166 alpha-3 code, or a region such as Africa, regional";
const REGION_IN_LIST = /(?:^|, )([^,]+, regional)/gu;

/** The donor and every recipient; who gets what share of the one amount, no row says. */
export function stateParties(facts: RowFacts, columns: Columns, kind: AgreementKind): void {
  const { from, to } = rolesOf(kind);
  const donor = facts.cell(columns.donor);
  const giver = donor && findPlace(donor.text);
  if (donor && !giver) facts.warn("unknown country", donor, PLACE_EXPECTED);
  if (giver) stateParty(facts, giver, { role: from, columns: [columns.donor] });
  const recipients = readRecipients(facts, columns);
  for (const { place, column } of recipients) stateParty(facts, place, { role: to, columns: [column] });
}

function stateParty(
  { state, name }: RowFacts,
  place: Place,
  { role, columns }: { readonly role: string; readonly columns: readonly string[] },
): void {
  state("party", { type: "mention", mention: name(place), role }, { columns });
}

interface Recipient {
  readonly place: Place;
  readonly column: string;
}

/**
 * By code where there is one, for names hold commas ("Micronesia, Federated States of"); regions by name. The columns
 * list the same recipients, in different orders.
 */
function readRecipients({ cell, warn }: RowFacts, columns: Columns): Recipient[] {
  const names = cell(columns.recipients);
  const codes = cell(columns.recipientCodes);
  const found = new Map<string, Recipient>();
  const add = (text: string, column: string): boolean => {
    const place = findPlace(text);
    if (place && !found.has(placeKey(place))) found.set(placeKey(place), { place, column });
    return place !== null;
  };
  const unknown = (codes?.text.split(";") ?? []).filter(
    (code) => code.trim() !== "" && !add(code, columns.recipientCodes ?? ""),
  );
  for (const [, region = ""] of names?.text.matchAll(REGION_IN_LIST) ?? []) add(region, columns.recipients);
  if (names && found.size === 0 && !add(names.text, columns.recipients)) {
    warn("unknown country", codes && unknown.length > 0 ? codes : names, PLACE_EXPECTED);
    return [];
  }
  const listed = codes ?? names;
  if (codes && unknown.length > 0) warn("unknown country", codes, PLACE_EXPECTED);
  const count = cell(columns.recipientCount);
  if (listed && count && Number(count.text) !== found.size) {
    warn("another count of recipients", count, `${found.size}, as many as ${listed.column} names`);
  }
  return [...found.values()];
}
