import { checkExpectedDeals } from "../expected-deal.ts";

/** What a careful reader finds in the briefs of the 1970s. Written by hand from the briefs. */
export const EXPECTED_1970S = checkExpectedDeals("expected-1970s", [
  { brief: "1970-tazara-loan", parties: ["CHN", "TZA", "ZMB"], kind: "loan", status: "signed", date: "1970-07", values: [{"amount": "988000000", "currency": "CNY"}], sectors: ["transport"] },
  { brief: "1971-indo-soviet", parties: ["IND", "SUN"], kind: "treaty", status: "signed", date: "1971-08-09", sectors: ["security"] },
  { brief: "1972-abm-treaty", parties: ["USA", "SUN"], kind: "treaty", status: "signed", date: "1972-05-26", sectors: ["security"] },
  { brief: "1973-caricom", parties: ["BRB", "GUY", "JAM", "TTO"], kind: "treaty", status: "signed", date: "1973-07-04", sectors: ["trade"] },
  { brief: "1973-itaipu", parties: ["BRA", "PRY"], kind: "treaty", status: "signed", date: "1973-04-26", sectors: ["energy"] },
  { brief: "1975-ecowas", parties: ["BEN", "GMB", "GHA", "GIN", "GNB", "CIV", "LBR", "MLI", "MRT", "NER", "NGA", "SEN", "SLE", "TGO", "BFA"], kind: "treaty", status: "signed", date: "1975-05-28", sectors: ["trade"] },
  { brief: "1977-panama-canal", parties: ["PAN", "USA"], kind: "treaty", status: "signed", date: "1977-09-07", sectors: ["transport"] },
  { brief: "1978-camp-david", parties: ["EGY", "ISR"], kind: "framework-agreement", status: "signed", date: "1978-09-17", sectors: ["security"] },
  { brief: "1978-japan-china", parties: ["JPN", "CHN"], kind: "treaty", status: "signed", date: "1978-08-12", sectors: ["security"] },
  { brief: "1979-peace-treaty", parties: ["EGY", "ISR"], kind: "treaty", status: "signed", date: "1979-03-26", sectors: ["security"] },
]);
