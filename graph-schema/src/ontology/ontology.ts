import { AGREEMENT } from "./entity-types/agreement.ts";
import { BLOC } from "./entity-types/bloc.ts";
import { COUNTRY } from "./entity-types/country.ts";
import { EVENT } from "./entity-types/event.ts";
import { ORGANIZATION } from "./entity-types/organization.ts";
import type { EntityTypeDefinition } from "./entity-types/named.ts";
import { PERSON } from "./entity-types/person.ts";
import { REGION } from "./entity-types/region.ts";
import { SECTOR } from "./entity-types/sector.ts";
import type { EntityType } from "./vocabularies.ts";

/** Every entity type by its word; complete by construction. */
export const ENTITY_TYPE_DEFINITIONS = {
  country: COUNTRY,
  bloc: BLOC,
  region: REGION,
  organization: ORGANIZATION,
  person: PERSON,
  event: EVENT,
  agreement: AGREEMENT,
  sector: SECTOR,
} as const satisfies Record<EntityType, EntityTypeDefinition>;
