import { checkExpectedDeals } from "../expected-deal.ts";

/** What a careful reader finds in the briefs of the 1960s. Written by hand from the briefs. */
export const EXPECTED_1960S = checkExpectedDeals("expected-1960s", [
  {
    brief: "1960-efta-convention",
    parties: ["AUT", "DNK", "NOR", "PRT", "SWE", "CHE", "GBR"],
    kind: "trade-agreement",
    status: "signed",
    date: "1960-01-04",
    sectors: ["trade"],
  },
  {
    brief: "1960-indus-waters",
    parties: ["IND", "PAK"],
    kind: "treaty",
    status: "signed",
    date: "1960-09-19",
    values: [{ amount: "62060000", currency: "GBP" }],
    sectors: ["water"],
  },
  {
    brief: "1960-opec-founding",
    parties: ["IRN", "IRQ", "KWT", "SAU", "VEN"],
    kind: "agreement",
    status: "agreed",
    date: "1960-09-14",
    sectors: ["energy"],
  },
  {
    brief: "1963-elysee-treaty",
    parties: ["FRA", "DEU"],
    kind: "treaty",
    status: "signed",
    date: "1963-01-22",
  },
  {
    brief: "1963-test-ban",
    parties: ["SUN", "GBR", "USA"],
    kind: "treaty",
    status: "signed",
    date: "1963-08-05",
    sectors: ["security"],
  },
  {
    brief: "1967-bangkok-declaration",
    parties: ["IDN", "MYS", "PHL", "SGP", "THA"],
    kind: "joint-statement",
    status: "signed",
    date: "1967-08-08",
  },
  {
    brief: "1969-cartagena",
    parties: ["BOL", "CHL", "COL", "ECU", "PER"],
    kind: "trade-agreement",
    status: "signed",
    date: "1969-05-26",
    sectors: ["trade"],
  },
]);
