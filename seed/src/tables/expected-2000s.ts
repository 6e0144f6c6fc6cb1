import { checkExpectedDeals } from "../expected-deal.ts";

/** What a careful reader finds in the briefs of the 2000s. Written by hand from the briefs. */
export const EXPECTED_2000S = checkExpectedDeals("expected-2000s", [
  { brief: "2000-asean-china-proposal", parties: ["CHN", "ASEAN"], kind: "trade-agreement", status: "proposed", date: "2000-11-25", sectors: ["trade"] },
  { brief: "2000-caricom-cuba", parties: ["CARICOM", "CUB"], kind: "trade-agreement", status: "signed", date: "2000-07-05", sectors: ["trade"] },
  { brief: "2000-chiang-mai", parties: ["ASEAN", "CHN", "JPN", "KOR"], kind: "currency-swap", status: "agreed", date: "2000-05-06", sectors: ["finance"] },
  { brief: "2000-korean-summit", parties: ["PRK", "KOR"], kind: "joint-statement", status: "signed", date: "2000-06-15" },
  { brief: "2000-oresund", parties: ["DNK", "SWE"], kind: "project", status: "completed", date: "2000-07-01", sectors: ["transport"] },
  { brief: "2001-china-wto", parties: ["CHN", "WTO"], kind: "treaty", status: "signed", date: "2001-11-11", sectors: ["trade"] },
  { brief: "2001-shanghai-organization", parties: ["CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"], kind: "joint-statement", status: "signed", date: "2001-06-15" },
  { brief: "2002-abm-ended", parties: ["USA", "RUS"], kind: "treaty", status: "ended", date: "2002-06-13", sectors: ["security"] },
  { brief: "2002-asean-china-framework", parties: ["ASEAN", "CHN"], kind: "framework-agreement", status: "signed", date: "2002-11-04", sectors: ["trade"] },
  { brief: "2003-khmer-rouge-tribunal", parties: ["KHM", "UN"], kind: "agreement", status: "signed", date: "2003-06-06" },
  { brief: "2004-australia-us-fta", parties: ["AUS", "USA"], kind: "trade-agreement", status: "signed", date: "2004-05-18", sectors: ["trade"] },
  { brief: "2007-korus-signing", parties: ["KOR", "USA"], kind: "trade-agreement", status: "signed", date: "2007-06-30", sectors: ["trade"] },
  { brief: "2007-mcc-mozambique", parties: ["USA", "MOZ"], kind: "grant", status: "signed", date: "2007-07-13", values: [{"amount": "506900000", "currency": "USD"}], sectors: ["water", "transport", "agriculture"] },
  { brief: "2007-mercosur-israel", parties: ["ISR", "MERCOSUR"], kind: "trade-agreement", status: "signed", date: "2007-12-18", sectors: ["trade"] },
  { brief: "2008-cariforum-epa", parties: ["ATG", "BHS", "BRB", "BLZ", "DMA", "DOM", "GRD", "JAM", "KNA", "LCA", "VCT", "SUR", "TTO", "EU"], kind: "trade-agreement", status: "signed", date: "2008-10-15", sectors: ["trade"] },
  { brief: "2008-china-korea-swap", parties: ["CHN", "KOR"], kind: "currency-swap", status: "agreed", date: "2008-12-12", values: [{"amount": "180000000000", "currency": "CNY"}, {"amount": "38000000000000", "currency": "KRW"}], sectors: ["finance"] },
  { brief: "2009-argentina-swap", parties: ["ARG", "CHN"], kind: "currency-swap", status: "signed", date: "2009-04-02", values: [{"amount": "70000000000", "currency": "CNY"}, {"amount": "38000000000", "currency": "ARS"}], sectors: ["finance"] },
  { brief: "2009-gulf-efta", parties: ["EFTA", "GCC"], kind: "trade-agreement", status: "signed", date: "2009-06-22", sectors: ["trade"] },
  { brief: "2009-nabucco", parties: ["AUT", "BGR", "HUN", "ROU", "TUR"], kind: "agreement", status: "signed", date: "2009-07-13", sectors: ["energy"] },
]);
