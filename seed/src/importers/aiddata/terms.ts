import {
  foldName,
  type AgreementKind,
  type AgreementStatus,
  type PartyRole,
  type SectorKey,
} from "@entente/graph-schema";

/** How far a project has come, in the words of all releases, folded. */
const STATUSES: Readonly<Record<string, AgreementStatus>> = {
  "pipeline pledge": "proposed",
  "pipeline commitment": "signed",
  implementation: "in-force",
  completion: "completed",
  suspended: "suspended",
  cancelled: "ended",
};

/**
 * Flow types of all releases, folded. Only what is lent is a loan; forgiven debts, training and technical assistance
 * are given. "Vague" flows and rearranged debts are agreements of no kind in particular.
 */
const KINDS: Readonly<Record<string, AgreementKind>> = {
  grant: "grant",
  loan: "loan",
  "loan excluding debt rescheduling": "loan",
  "export credits": "loan",
  "export buyers credit": "loan",
  "export sellers credit": "loan",
  "suppliers credit export sellers credit": "loan",
  "strategic supplier credit": "loan",
  "free standing technical assistance": "project",
  "scholarships training in the donor country": "grant",
  "debt forgiveness": "grant",
  "debt rescheduling": "agreement",
  "vague tbd": "agreement",
};

/**
 * Three-digit sector codes of the OECD's Creditor Reporting System with one meaning in our list. Others are left out:
 * "industry, mining, construction" (320), "trade and tourism" (330) and "multisector" (430) name several, and our list
 * has nothing for government (150), budgets (510), debt (600), emergencies (700) or what is unspecified (998).
 */
const SECTORS: Readonly<Record<string, SectorKey>> = {
  "110": "education",
  "120": "health",
  "130": "health",
  "140": "water",
  "210": "transport",
  "220": "telecommunications",
  "230": "energy",
  "240": "finance",
  "310": "agriculture",
  "410": "environment",
};

export const STATUS_EXPECTED =
  "Pipeline: Pledge, Pipeline: Commitment, Implementation, Completion, Suspended or Cancelled";
export const FLOW_EXPECTED = "a flow type such as Grant or Loan";
export const SECTOR_EXPECTED = `a sector code with one meaning here: ${Object.keys(SECTORS).join(", ")}`;

export const readStatus = (text: string): AgreementStatus | undefined => STATUSES[foldName(text)];
export const readKind = (text: string): AgreementKind | undefined => KINDS[foldName(text)];
export const readSector = (text: string): SectorKey | undefined => SECTORS[text.replace(/\.0+$/u, "")];

/** Who gives and who gets, by kind: what is not lent is given. */
export const rolesOf = (kind: AgreementKind): { readonly from: PartyRole; readonly to: PartyRole } =>
  kind === "loan" ? { from: "lender", to: "borrower" } : { from: "donor", to: "recipient" };
