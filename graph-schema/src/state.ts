import type { AgreementState } from "./ontology/entity-types/agreement.ts";
import type { BlocState } from "./ontology/entity-types/bloc.ts";
import type { CountryState } from "./ontology/entity-types/country.ts";
import type { EventState } from "./ontology/entity-types/event.ts";
import type { OrganizationState } from "./ontology/entity-types/organization.ts";
import type { PersonState } from "./ontology/entity-types/person.ts";
import type { RegionState } from "./ontology/entity-types/region.ts";
import type { SectorState } from "./ontology/entity-types/sector.ts";

export type * from "./ontology/entity-types/agreement.ts";
export type * from "./ontology/entity-types/bloc.ts";
export type * from "./ontology/entity-types/country.ts";
export type * from "./ontology/entity-types/event.ts";
export type { Conflict } from "./ontology/entity-types/named.ts";
export type * from "./ontology/entity-types/organization.ts";
export type * from "./ontology/entity-types/person.ts";
export type * from "./ontology/entity-types/region.ts";
export type * from "./ontology/entity-types/sector.ts";
export type { MembershipState } from "./ontology/relationship-types/member-of.ts";

/** What the live claims about one entity amount to. */
export type EntityState =
  | CountryState
  | BlocState
  | RegionState
  | SectorState
  | OrganizationState
  | PersonState
  | EventState
  | AgreementState;
