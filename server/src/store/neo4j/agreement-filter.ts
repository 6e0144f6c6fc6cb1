import type { AgreementFilter, Scope } from "../filter.ts";
import { centsKey } from "./cents.ts";
import type { Parameters } from "./row.ts";
import { heldAtVersion } from "./stored-version.ts";

/** Cypher that binds each matching agreement to `a` once, and the parameters it names. */
export interface AgreementMatch {
  readonly text: string;
  readonly parameters: Parameters;
}

/** Names of relationship types and labels, by whether superseded states count. */
interface Graph {
  readonly agreement: string;
  readonly memberOf: string;
  readonly partyTo: (viaOrganizations: boolean) => string;
}

const CURRENT: Graph = {
  agreement: "Agreement",
  memberOf: "MEMBER_OF",
  partyTo: (via) => (via ? "PARTY_TO|PARTY_THROUGH" : "PARTY_TO"),
};
const VERSIONED: Graph = {
  agreement: "Agreement|AgreementState",
  memberOf: "MEMBER_OF|WAS_MEMBER_OF",
  partyTo: (via) => (via ? "PARTY_TO|PARTY_THROUGH|WAS_PARTY_TO|WAS_PARTY_THROUGH" : "PARTY_TO|WAS_PARTY_TO"),
};

const EXISTENCE = ["accepted", "proposed", "disputed"] as const;

/** Translates one filter and what is nested in it; values only ever become parameters. */
class FilterTranslation {
  readonly parameters: Record<string, unknown> = {};
  readonly graph: Graph;
  readonly versioned: boolean;

  constructor(version: number | null) {
    this.versioned = version !== null;
    this.graph = this.versioned ? VERSIONED : CURRENT;
    if (version !== null) this.parameters.version = BigInt(version);
  }

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
    const arrow = `<-[:${this.graph.partyTo(filter.viaOrganizations)}]-`;
    const { partiesAny, partiesAll, membersOf, betweenBlocs } = filter;
    const conditions: string[] = [];
    if (partiesAny) {
      conditions.push(`EXISTS { (a)${arrow}(party:Entity) WHERE party.id IN ${this.bind(partiesAny)} }`);
    }
    for (const party of partiesAll ?? []) {
      conditions.push(`EXISTS { (a)${arrow}(:Entity {id: ${this.bind(party)}}) }`);
    }
    if (membersOf) {
      conditions.push(
        `EXISTS { (a)${arrow}${this.#member("m", "bloc")} WHERE bloc.id IN ${this.bind(membersOf)} AND ${this.#onTheDay("m")} }`,
      );
    }
    if (betweenBlocs) {
      const [first, second] = betweenBlocs.map((bloc) => this.bind(bloc));
      conditions.push(
        `EXISTS { MATCH (a)${arrow}${this.#member("m", "first")} WHERE first.id = ${first} AND ${this.#onTheDay("m")} ` +
          `MATCH (a)${arrow}${this.#member("n", "second")} WHERE second.id = ${second} AND ${this.#onTheDay("n")} AND m <> n }`,
      );
    }
    return conditions;
  }

  #member(member: string, bloc: string): string {
    return `(${member}:Entity)-[${member}In:${this.graph.memberOf} {role: 'member'}]->(${bloc}:Entity)`;
  }

  /** Membership counts on the day: undated agreements never match. */
  #onTheDay(member: string): string {
    const period = `${member}In`;
    const overlap = `a.undated = 0 AND ${period}.start <= a.latest AND ${period}.end >= a.earliest`;
    return this.versioned ? `${overlap} AND ${heldAtVersion(period)}` : overlap;
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

/** The condition that `a`, an agreement of the current graph or of a version, must meet. */
export function agreementWhere({ filter, version }: Scope): AgreementMatch & { readonly graph: Graph } {
  const translation = new FilterTranslation(version);
  const conditions = translation.conditions(filter);
  if (version !== null) conditions.unshift(heldAtVersion("a"));
  const text = conditions.map((each) => `(${each})`).join("\n  AND ");
  return { text: text || "true", parameters: translation.parameters, graph: translation.graph };
}

/** Binds each matching agreement to `a`, beginning at a party where the filter names some. */
export function matchAgreements(scope: Scope): AgreementMatch {
  const { text, parameters, graph } = agreementWhere(scope);
  const { partiesAny, partiesAll, viaOrganizations } = scope.filter;
  const from = partiesAll ? partiesAll.slice(0, 1) : partiesAny;
  if (!from) return { text: `MATCH (a:${graph.agreement})\nWHERE ${text}`, parameters };
  return {
    text: `MATCH (anchor:Entity)-[:${graph.partyTo(viaOrganizations)}]->(a:${graph.agreement})
WHERE anchor.id IN $anchors
WITH DISTINCT a
WHERE ${text}`,
    parameters: { ...parameters, anchors: from },
  };
}
