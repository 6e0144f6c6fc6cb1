import type { AgreementFilter, Scope } from "../filter.ts";
import { centsKey } from "./cents.ts";
import type { Parameters } from "./row.ts";
import { heldAtVersion } from "./stored-version.ts";

/** Cypher that binds each matching agreement to `a` once, and the parameters it names. */
export interface AgreementMatch {
  readonly text: string;
  readonly parameters: Parameters;
}

/** Labels and relationship types, by whether superseded states count. */
const CURRENT = { agreement: "Agreement", partyTo: "PARTY_TO", partyThrough: "PARTY_THROUGH" } as const;
const VERSIONED = {
  agreement: "Agreement|AgreementState",
  partyTo: "PARTY_TO|WAS_PARTY_TO",
  partyThrough: "PARTY_THROUGH|WAS_PARTY_THROUGH",
} as const;

const graphOf = (version: number | null) => (version === null ? CURRENT : VERSIONED);

const EXISTENCE = ["accepted", "proposed", "disputed"] as const;

/**
 * Translates one filter and what is nested in it; values only ever become parameters. Conditions look at lists that
 * an agreement keeps, not at its relationships: Neo4j takes seconds to plan a few nested EXISTS (13 s measured), and
 * each shape of a filter is planned anew.
 */
class FilterTranslation {
  readonly parameters: Record<string, unknown> = {};

  bind(value: unknown): string {
    const name = `f${Object.keys(this.parameters).length}`;
    this.parameters[name] = value;
    return `$${name}`;
  }

  /** Conditions on `a`, all of which must hold. */
  conditions(filter: AgreementFilter): string[] {
    return [
      ...this.#nested(filter),
      ...this.#parties(filter),
      ...this.#properties(filter),
      ...this.#dateAndValue(filter),
      ...this.#existence(filter),
    ];
  }

  all(filter: AgreementFilter): string {
    const conditions = this.conditions(filter);
    return conditions.length === 0 ? "true" : conditions.map((each) => `(${each})`).join(" AND ");
  }

  #nested({ and = [], or, not }: AgreementFilter): string[] {
    return [
      ...and.map((each) => this.all(each)),
      ...(or ? [or.map((each) => `(${this.all(each)})`).join(" OR ") || "false"] : []),
      ...(not ? [`NOT (${this.all(not)})`] : []),
    ];
  }

  #parties(filter: AgreementFilter): string[] {
    const found = filter.viaOrganizations ? "a.reach" : "a.parties";
    const { partiesAny, partiesAll = [], membersOf, betweenBlocs } = filter;
    const conditions = partiesAll.map((party) => `${this.bind(party)} IN ${found}`);
    if (partiesAny) conditions.push(`any(party IN ${found} WHERE party IN ${this.bind(partiesAny)})`);
    if (membersOf) {
      const isMember = this.#wasMember("m", membersOf);
      conditions.push(`a.undated = 0 AND any(m IN ${found} WHERE ${isMember})`);
    }
    if (betweenBlocs) {
      const [first, second] = betweenBlocs;
      const other = `any(n IN ${found} WHERE n <> m AND ${this.#wasMember("n", [second])})`;
      conditions.push(
        `a.undated = 0 AND any(m IN ${found} WHERE ${this.#wasMember("m", [first])} AND ${other})`,
      );
    }
    return conditions;
  }

  /** Membership counts on the day; `$members` has the periods of each party. */
  #wasMember(party: string, blocs: readonly string[]): string {
    const period = `${party}In`;
    const overlaps = `${period}.start <= a.latest AND ${period}.end >= a.earliest`;
    return `any(${period} IN coalesce($members[${party}], []) WHERE ${period}.bloc IN ${this.bind(blocs)} AND ${overlaps})`;
  }

  #properties(filter: AgreementFilter): string[] {
    const { ids, kinds, statuses, binding, sectors, documents, words } = filter;
    return [
      ...(ids ? [`a.id IN ${this.bind(ids)}`] : []),
      ...(kinds ? [`a.kind IN ${this.bind(kinds)}`] : []),
      ...(statuses ? [`a.status IN ${this.bind(statuses)}`] : []),
      ...(binding === undefined ? [] : [`a.binding = ${this.bind(binding)}`]),
      ...(sectors ? [`any(sector IN a.sectors WHERE sector IN ${this.bind(sectors)})`] : []),
      ...(documents ? [`any(document IN a.documents WHERE document IN ${this.bind(documents)})`] : []),
      ...(words ? [`all(word IN ${this.bind(words)} WHERE a.nameText CONTAINS ' ' + word)`] : []),
    ];
  }

  #dateAndValue({ date, value, hasValue }: AgreementFilter): string[] {
    return [
      ...(date ? ["a.undated = 0"] : []),
      ...(date?.from === undefined ? [] : [`a.latest >= ${this.bind(date.from)}`]),
      ...(date?.to === undefined ? [] : [`a.earliest <= ${this.bind(date.to)}`]),
      ...(value ? ["a.unvalued = 0"] : []),
      ...(value?.minCents === undefined ? [] : [`a.centsKey >= ${this.bind(centsKey(value.minCents))}`]),
      ...(value?.maxCents === undefined ? [] : [`a.centsKey <= ${this.bind(centsKey(value.maxCents))}`]),
      ...(hasValue === undefined ? [] : [`a.unvalued = ${hasValue ? 0 : 1}`]),
    ];
  }

  #existence({ minConfidence, review }: AgreementFilter): string[] {
    if (minConfidence === undefined && review === undefined) return [];
    const least = this.bind(minConfidence ?? 0);
    const passing = EXISTENCE.filter((status) => review === undefined || review.includes(status));
    // No claim of that status is stored as 0, so 0 itself never passes.
    return [passing.map((status) => `(a.${status} > 0 AND a.${status} >= ${least})`).join(" OR ") || "false"];
  }
}

/** All blocs that a filter and what is nested in it ask about. */
export function blocsOf(filter: AgreementFilter): string[] {
  const { and = [], or = [], not, membersOf = [], betweenBlocs } = filter;
  const nested = [...and, ...or, ...(not ? [not] : [])].flatMap(blocsOf);
  return [...new Set([...membersOf, ...(betweenBlocs ?? []), ...nested])].sort();
}

/** The condition that `a`, an agreement of the current graph or of a version, must meet; it may name `$members`. */
export function agreementWhere({ filter, version }: Scope): AgreementMatch {
  const translation = new FilterTranslation();
  const conditions = translation.conditions(filter);
  if (version !== null) conditions.unshift(heldAtVersion("a"));
  return {
    text: conditions.map((each) => `(${each})`).join("\n  AND ") || "true",
    parameters: { ...translation.parameters, ...(version === null ? {} : { version: BigInt(version) }) },
  };
}

/** Binds each matching agreement to `a`, beginning at a party where the filter names some. */
export function agreementMatch(scope: Scope): AgreementMatch {
  const { text, parameters } = agreementWhere(scope);
  const { agreement, partyTo, partyThrough } = graphOf(scope.version);
  const { partiesAny, partiesAll, viaOrganizations } = scope.filter;
  const anchors = partiesAll ? partiesAll.slice(0, 1) : partiesAny;
  if (!anchors) return { text: `MATCH (a:${agreement})\nWHERE ${text}`, parameters };
  const types = viaOrganizations ? `${partyTo}|${partyThrough}` : partyTo;
  return {
    text: `MATCH (anchor:Entity)-[:${types}]->(a:${agreement})
WHERE anchor.id IN $anchors
WITH DISTINCT a
WHERE ${text}`,
    parameters: { ...parameters, anchors },
  };
}

/** Binds to `a` once each matching agreement of each party in `$nodes`, bound to `node`. */
export function agreementMatchOfNodes(scope: Scope): AgreementMatch {
  const { text, parameters } = agreementWhere(scope);
  const { agreement, partyTo } = graphOf(scope.version);
  return {
    text: `UNWIND $nodes AS node
MATCH (:Entity {id: node})-[:${partyTo}]->(a:${agreement})
WITH DISTINCT node, a
WHERE ${text}`,
    parameters,
  };
}
