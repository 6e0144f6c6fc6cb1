import {
  nameKey,
  type EntityId,
  type EventState,
  type FuzzyDate,
  type OrganizationState,
  type PersonState,
} from "@entente/graph-schema";

/** What one document alone says of an organization, person or event, as far as it tells one from another. */
export interface NamedProfile {
  readonly type: "organization" | "person" | "event";
  readonly id: EntityId;
  /** Keys of all its names. */
  readonly names: readonly string[];
  /** Where it is based, held, or of what it holds office; null where that is not told, or where several are. */
  readonly home: EntityId | null;
  /** Folded titles of a person's offices. */
  readonly titles: readonly string[];
  /** Of an event. */
  readonly date: FuzzyDate | null;
  readonly place: string | null;
}

const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth".split(
    " ",
  );

/** "Third", "3rd" and "3" are one edition of an event. */
const editionKey = (name: string): string =>
  nameKey(name)
    .split(" ")
    .map((word) => {
      const ordinal = ORDINALS.indexOf(word) + 1;
      return ordinal > 0 ? String(ordinal) : (/^(\d+)(?:st|nd|rd|th)$/.exec(word)?.[1] ?? word);
    })
    .join(" ");

const only = <T>(values: readonly T[]): T | null => {
  const [first, ...more] = new Set(values);
  return first !== undefined && more.length === 0 ? first : null;
};

/** Takes the state that an entity's own document gives. */
export function profileNamed(state: OrganizationState | PersonState | EventState): NamedProfile {
  const { type, id } = state;
  const spelled = [state.name, ...state.aliases];
  const names = [...new Set(spelled.map(type === "event" ? editionKey : nameKey))].sort();
  const blank = { type, id, names, home: null, titles: [], date: null, place: null };
  switch (type) {
    case "organization":
      return { ...blank, home: state.basedIn };
    case "person": {
      const titles = [...new Set(state.offices.map(({ title }) => nameKey(title)))].sort();
      return { ...blank, home: only(state.offices.map(({ of }) => of)), titles };
    }
    case "event":
      return {
        ...blank,
        home: state.heldIn,
        date: state.date,
        place: state.place === null ? null : nameKey(state.place),
      };
  }
}
