import { PARTY_TYPES, type EntityType } from "../vocabularies.ts";

/** A relationship type as data: what it joins, in which direction, and what it carries. */
export interface RelationshipType {
  readonly type: string;
  readonly from: readonly EntityType[];
  readonly to: readonly EntityType[];
  readonly properties: readonly string[];
  /** How people read it, from left to right. */
  readonly caption: string;
}

export const RELATIONSHIP_TYPES = [
  {
    type: "PARTY_TO",
    from: PARTY_TYPES,
    to: ["agreement"],
    properties: ["role", "from", "to"],
    caption: "is party to",
  },
  {
    type: "MEMBER_OF",
    from: ["country", "bloc"],
    to: ["bloc"],
    properties: ["role", "from", "to"],
    caption: "is member of",
  },
  { type: "CONCLUDED_AT", from: ["agreement"], to: ["event"], properties: [], caption: "was concluded at" },
  { type: "HELD_IN", from: ["event"], to: ["country"], properties: [], caption: "was held in" },
  { type: "SIGNED_BY", from: ["agreement"], to: ["person"], properties: [], caption: "was signed by" },
  { type: "ATTENDED", from: ["person"], to: ["event"], properties: [], caption: "attended" },
  {
    type: "HOLDS_OFFICE",
    from: ["person"],
    to: PARTY_TYPES,
    properties: ["title", "from", "to"],
    caption: "holds office in",
  },
  { type: "BASED_IN", from: ["organization"], to: ["country"], properties: [], caption: "is based in" },
  { type: "PART_OF", from: ["agreement"], to: ["agreement"], properties: [], caption: "is part of" },
  { type: "AMENDS", from: ["agreement"], to: ["agreement"], properties: [], caption: "amends" },
  { type: "REPLACES", from: ["agreement"], to: ["agreement"], properties: [], caption: "replaces" },
  { type: "IN_SECTOR", from: ["agreement"], to: ["sector"], properties: [], caption: "is in the sector" },
] as const satisfies readonly RelationshipType[];
