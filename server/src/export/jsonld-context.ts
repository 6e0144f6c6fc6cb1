import { ENTITY_TYPES } from "@entente/graph-schema";

const VOCABULARY = "urn:entente:vocabulary:";
const reference = (iri: string) => ({ "@id": iri, "@type": "@id" });
const typed = (name: string, type: string) => ({ "@id": VOCABULARY + name, "@type": `xsd:${type}` });

/** Ids such as country:KAZ become names of this program's own: urn:entente:country:KAZ. */
const PREFIXES = Object.fromEntries(
  [...ENTITY_TYPES, "document", "claim"].map((type) => [type, `urn:entente:${type}:`]),
);

/** What the names in an export mean: schema.org and PROV where they have the word, else Entente's own vocabulary. */
export const JSONLD_CONTEXT = {
  "@version": 1.1,
  "@vocab": VOCABULARY,
  schema: "https://schema.org/",
  prov: "http://www.w3.org/ns/prov#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  ...PREFIXES,
  name: "schema:name",
  alternateName: "schema:alternateName",
  url: reference("schema:url"),
  publisher: "schema:publisher",
  published: "schema:datePublished",
  inLanguage: "schema:inLanguage",
  license: "schema:license",
  about: reference("schema:about"),
  statedIn: reference("prov:hadPrimarySource"),
  object: reference(`${VOCABULARY}object`),
  entity: reference(`${VOCABULARY}entity`),
  amount: typed("amount", "decimal"),
  upTo: typed("upTo", "decimal"),
  amountUsd: typed("amountUsd", "decimal"),
  earliest: typed("earliest", "date"),
  latest: typed("latest", "date"),
  recordedAt: { "@id": "prov:generatedAtTime", "@type": "xsd:dateTime" },
} as const;
