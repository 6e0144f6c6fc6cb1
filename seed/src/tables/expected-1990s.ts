import { checkExpectedDeals } from "../expected-deal.ts";

/** What a careful reader finds in the briefs of the 1990s. Written by hand from the briefs. */
export const EXPECTED_1990S = checkExpectedDeals("expected-1990s", [
  { brief: "1990-two-plus-four", parties: ["DDR", "DEU", "FRA", "SUN", "GBR", "USA"], kind: "treaty", status: "signed", date: "1990-09-12", sectors: ["security"] },
  { brief: "1991-belavezha", parties: ["BLR", "RUS", "UKR"], kind: "agreement", status: "signed", date: "1991-12-08" },
  { brief: "1991-mercosur", parties: ["ARG", "BRA", "PRY", "URY"], kind: "treaty", status: "signed", date: "1991-03-26", sectors: ["trade"] },
  { brief: "1991-start", parties: ["SUN", "USA"], kind: "treaty", status: "signed", date: "1991-07-31", sectors: ["security"] },
  { brief: "1992-afta", parties: ["BRN", "IDN", "MYS", "PHL", "SGP", "THA"], kind: "trade-agreement", status: "signed", date: "1992-01-28", sectors: ["trade"] },
  { brief: "1992-nafta-signing", parties: ["CAN", "MEX", "USA"], kind: "trade-agreement", status: "signed", date: "1992-12-17", sectors: ["trade"] },
  { brief: "1992-sadc", parties: ["AGO", "BWA", "LSO", "MWI", "MOZ", "NAM", "SWZ", "TZA", "ZMB", "ZWE"], kind: "treaty", status: "signed", date: "1992-08-17", sectors: ["trade"] },
  { brief: "1992-tashkent-treaty", parties: ["ARM", "KAZ", "KGZ", "RUS", "TJK", "UZB"], kind: "treaty", status: "signed", date: "1992-05-15", sectors: ["security"] },
  { brief: "1993-ohada", parties: ["BEN", "BFA", "CMR", "CAF", "TCD", "COM", "COG", "CIV", "GNQ", "GAB", "MLI", "NER", "SEN", "TGO"], kind: "treaty", status: "signed", date: "1993-10-17" },
  { brief: "1994-budapest-memorandum", parties: ["RUS", "UKR", "GBR", "USA"], kind: "memorandum", status: "signed", date: "1994-12-05", sectors: ["security"] },
  { brief: "1994-channel-tunnel", parties: ["FRA", "GBR"], kind: "project", status: "completed", date: "1994-05-06", sectors: ["transport"] },
  { brief: "1994-nafta-in-force", parties: ["CAN", "MEX", "USA"], kind: "trade-agreement", status: "in-force", date: "1994-01-01", sectors: ["trade"] },
  { brief: "1994-wadi-araba", parties: ["ISR", "JOR"], kind: "treaty", status: "signed", date: "1994-10-26", sectors: ["security"] },
  { brief: "1996-ganges", parties: ["BGD", "IND"], kind: "treaty", status: "signed", date: "1996-12-12", sectors: ["water"] },
  { brief: "1997-nato-russia", parties: ["NATO", "RUS"], kind: "agreement", status: "signed", date: "1997-05-27", sectors: ["security"] },
  { brief: "1999-east-african-treaty", parties: ["KEN", "TZA", "UGA"], kind: "treaty", status: "signed", date: "1999-11-30", sectors: ["trade"] },
  { brief: "1999-panama-handover", parties: ["PAN", "USA"], kind: "treaty", status: "completed", date: "1999-12-31", sectors: ["transport"] },
  { brief: "1999-union-state", parties: ["BLR", "RUS"], kind: "treaty", status: "signed", date: "1999-12-08" },
]);
