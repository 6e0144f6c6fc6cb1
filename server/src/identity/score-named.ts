import { datesOverlap } from "@entente/graph-schema";
import type { NamedProfile } from "./named-profile.ts";
import type { Score } from "./score-agreements.ts";

/** Names that many countries have one of: without the country they tell nothing. */
const COMMON_NAME =
  /^(?:ministry|department|central bank|national bank|foreign|state|government|parliament|treasury|embassy|supreme|federal|national|customs|air force|navy|army|development bank|export import bank|eximbank|exim bank)\b/;

const NEVER = (reason: string): Score => ({ score: 0, reasons: [reason] });

function scoreOrganizations(a: NamedProfile, b: NamedProfile, name: string): Score {
  if (a.home !== null && b.home !== null) {
    return a.home === b.home
      ? { score: 0.98, reasons: ["same name", "same country"] }
      : NEVER("other countries");
  }
  if (COMMON_NAME.test(name)) return { score: 0.4, reasons: ["a name that many countries have one of"] };
  return { score: 0.93, reasons: ["same name", "country not told by both"] };
}

function scorePeople(a: NamedProfile, b: NamedProfile, name: string): Score {
  if (a.home !== null && b.home !== null && a.home !== b.home) return NEVER("offices of other countries");
  const isSameHome = a.home !== null && a.home === b.home;
  const isSameTitle = a.titles.some((title) => b.titles.includes(title));
  const roles = [
    ...(isSameHome ? ["offices of the same country"] : []),
    ...(isSameTitle ? ["same title"] : []),
  ];
  // A surname alone is one person only with the same office of the same country.
  if (!name.includes(" ")) {
    const score = isSameHome && isSameTitle ? 0.93 : 0.4;
    return { score, reasons: ["same single name", ...roles] };
  }
  return { score: isSameHome ? 0.98 : isSameTitle ? 0.95 : 0.92, reasons: ["same full name", ...roles] };
}

function scoreEvents(a: NamedProfile, b: NamedProfile): Score {
  if (a.home !== null && b.home !== null && a.home !== b.home) return NEVER("other countries");
  if (a.place !== null && b.place !== null && a.place !== b.place) return NEVER("other places");
  if (a.date === null || b.date === null) return { score: 0.4, reasons: ["same name", "no date to compare"] };
  if (!datesOverlap(a.date, b.date)) return NEVER("dates apart");
  const isSamePlace = (a.place !== null && a.place === b.place) || (a.home !== null && a.home === b.home);
  return {
    score: isSamePlace ? 0.98 : 0.94,
    reasons: ["same name", "dates overlap", ...(isSamePlace ? ["same place"] : [])],
  };
}

/** How likely two mentions in different documents are one organization, person or event; symmetric. */
export function scoreNamed(a: NamedProfile, b: NamedProfile): Score {
  const name = a.names.find((each) => b.names.includes(each));
  if (a.type !== b.type || name === undefined) return NEVER("other names");
  switch (a.type) {
    case "organization":
      return scoreOrganizations(a, b, name);
    case "person":
      return scorePeople(a, b, name);
    case "event":
      return scoreEvents(a, b);
  }
}
