import type { AgreementKind } from "@entente/graph-schema";

/** Kinds that one deal may be called by different reports. `agreement` fits any but deal-package. */
const KIND_FAMILIES: readonly (readonly AgreementKind[])[] = [
  ["treaty", "framework-agreement", "trade-agreement"],
  ["memorandum", "joint-statement"],
  ["loan", "grant", "joint-fund", "investment"],
  ["currency-swap"],
  ["contract", "project"],
  ["deal-package"],
];

export type KindLikeness = "same" | "generic" | "family" | "other" | "package";

/** How two kinds fit; symmetric. A package of deals is never one of them. */
export function compareKinds(a: AgreementKind, b: AgreementKind): KindLikeness {
  if (a === b) return a === "agreement" ? "generic" : "same";
  if (a === "deal-package" || b === "deal-package") return "package";
  if (a === "agreement" || b === "agreement") return "generic";
  return KIND_FAMILIES.some((family) => family.includes(a) && family.includes(b)) ? "family" : "other";
}
