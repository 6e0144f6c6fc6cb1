import {
  nameKey,
  parseEntityId,
  type AgreementKind,
  type AgreementState,
  type AgreementStatus,
  type EntityId,
  type FuzzyDate,
  type Money,
  type OrganizationState,
} from "@entente/graph-schema";
import { distinctParties } from "../store/agreement-keys.ts";
import { readTitle, type TitleWords } from "./title-words.ts";

/** A party as its own document speaks of it. */
export interface PartyProfile {
  readonly id: EntityId;
  /** The country or bloc itself, or where an organization is based; null where that is not told. */
  readonly home: EntityId | null;
  /** Name keys of an organization; empty for a country, bloc or region. */
  readonly names: readonly string[];
}

/**
 * What one document alone says of an agreement, as far as it tells one agreement from another. It rests on nothing
 * that other documents say, so that comparing two reports gives the same answer in whatever order they came.
 */
export interface AgreementProfile {
  readonly type: "agreement";
  readonly id: EntityId;
  readonly kind: AgreementKind;
  readonly parties: readonly PartyProfile[];
  /** Rungs that the document dates. */
  readonly rungs: readonly { readonly status: AgreementStatus; readonly on: FuzzyDate }[];
  /** The day of publication, where it dates no rung. */
  readonly published: FuzzyDate | null;
  readonly values: readonly Money[];
  readonly title: TitleWords;
  readonly sectors: readonly EntityId[];
  readonly count: number | null;
  /** Agreements that this one is part of, amends or replaces: it is none of them. */
  readonly related: readonly EntityId[];
}

/** Takes the state that an agreement's own document gives, with the organizations as that document knows them. */
export function profileAgreement(
  state: AgreementState,
  organizations: ReadonlyMap<EntityId, OrganizationState>,
): AgreementProfile {
  const ids = distinctParties(state);
  const dated = state.ladder.flatMap(({ status, on, byPublication }) =>
    on && !byPublication ? [{ status, on }] : [],
  );
  const isStated = state.date !== null && !state.ladder.some(({ on }) => on?.text === state.date?.text);
  const published = state.ladder.find(({ byPublication }) => byPublication)?.on ?? null;
  return {
    type: "agreement",
    id: state.id,
    kind: state.kind,
    parties: ids.map((id) => {
      const organization = organizations.get(id);
      if (parseEntityId(id)?.type !== "organization") return { id, home: id, names: [] };
      const names = organization ? [organization.name, ...organization.aliases].map(nameKey) : [];
      return { id, home: organization?.basedIn ?? null, names };
    }),
    rungs: isStated && state.date ? [{ status: "signed", on: state.date }] : dated,
    published,
    values: state.values.map(({ money }) => money),
    title: readTitle(state.name === state.id ? [] : [state.name, ...state.aliases], ids),
    sectors: state.sectors,
    count: state.count,
    related: [...state.partOf, ...state.amends, ...state.replaces],
  };
}
