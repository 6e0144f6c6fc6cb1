/**
 * The closed vocabularies. Everything that stores, filters or shows one of these words takes it from here;
 * GraphQL enums carry the same words in UPPER_CASE with underscores.
 */

export const AGREEMENT_KINDS = [
  "treaty",
  "framework-agreement",
  "memorandum",
  "trade-agreement",
  "investment",
  "loan",
  "grant",
  "joint-fund",
  "currency-swap",
  "contract",
  "project",
  "joint-statement",
  "deal-package",
  "agreement",
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** In ladder order: a later word is a higher rung; `suspended` and `ended` can follow any of them. */
export const AGREEMENT_STATUSES = [
  "proposed",
  "negotiating",
  "agreed",
  "signed",
  "in-force",
  "completed",
  "suspended",
  "ended",
] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

export const SECTORS = [
  "infrastructure",
  "transport",
  "energy",
  "mining",
  "manufacturing",
  "agriculture",
  "finance",
  "trade",
  "technology",
  "telecommunications",
  "health",
  "education",
  "culture",
  "security",
  "environment",
  "tourism",
  "space",
  "science",
  "customs",
  "water",
] as const;
export type SectorKey = (typeof SECTORS)[number];

export const PARTY_ROLES = [
  "party",
  "signatory",
  "lender",
  "borrower",
  "donor",
  "recipient",
  "host",
  "guarantor",
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** Roles of who gives and who gets: what makes an agreement a flow. */
export const GIVING_ROLES: readonly PartyRole[] = ["lender", "donor"];
export const RECEIVING_ROLES: readonly PartyRole[] = ["borrower", "recipient"];

export const MONEY_ROLES = ["stated", "pledged", "committed", "disbursed", "total-cost"] as const;
export type MoneyRole = (typeof MONEY_ROLES)[number];

export const HEDGES = ["exact", "about", "over", "up-to", "range"] as const;
export type Hedge = (typeof HEDGES)[number];

export const DATE_PRECISIONS = [
  "day",
  "week",
  "month",
  "quarter",
  "half",
  "year",
  "fiscal-year",
  "decade",
  "interval",
] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const MEMBERSHIP_ROLES = ["member", "associate", "observer", "candidate", "suspended"] as const;
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];

export const REVIEW_STATUSES = ["proposed", "accepted", "rejected", "disputed"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** Best first: the order in which a source wins over another about a single-valued property. */
export const SOURCE_RANKS = ["government", "dataset", "news-agency", "media", "unknown"] as const;
export type SourceRank = (typeof SOURCE_RANKS)[number];

export const ENTITY_TYPES = [
  "country",
  "bloc",
  "region",
  "organization",
  "person",
  "event",
  "agreement",
  "sector",
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** Entity types that can be party to an agreement. */
export const PARTY_TYPES = ["country", "bloc", "region", "organization"] as const;
export type PartyType = (typeof PARTY_TYPES)[number];
