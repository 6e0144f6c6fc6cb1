import { checkExpectedDeals } from "../expected-deal.ts";

/** What a careful reader finds in the briefs of the 1980s. Written by hand from the briefs. */
export const EXPECTED_1980S = checkExpectedDeals("expected-1980s", [
  {
    brief: "1980-aladi",
    parties: ["ARG", "BOL", "BRA", "CHL", "COL", "ECU", "MEX", "PRY", "PER", "URY", "VEN"],
    kind: "treaty",
    status: "signed",
    date: "1980-08-12",
    sectors: ["trade"],
  },
  {
    brief: "1981-gulf-council",
    parties: ["BHR", "KWT", "OMN", "QAT", "SAU", "ARE"],
    kind: "treaty",
    status: "signed",
    date: "1981-05-25",
    sectors: ["trade"],
  },
  {
    brief: "1984-hong-kong",
    parties: ["CHN", "GBR"],
    kind: "joint-statement",
    status: "signed",
    date: "1984-12-19",
  },
  {
    brief: "1985-saarc",
    parties: ["BGD", "BTN", "IND", "MDV", "NPL", "PAK", "LKA"],
    kind: "treaty",
    status: "signed",
    date: "1985-12-08",
  },
  {
    brief: "1985-schengen",
    parties: ["BEL", "FRA", "LUX", "NLD", "DEU"],
    kind: "agreement",
    status: "signed",
    date: "1985-06-14",
  },
  {
    brief: "1986-lesotho-highlands",
    parties: ["LSO", "ZAF"],
    kind: "treaty",
    status: "signed",
    date: "1986-10-24",
    sectors: ["water"],
  },
  {
    brief: "1987-inf-treaty",
    parties: ["USA", "SUN"],
    kind: "treaty",
    status: "signed",
    date: "1987-12-08",
    sectors: ["security"],
  },
  {
    brief: "1988-canada-us-fta",
    parties: ["CAN", "USA"],
    kind: "trade-agreement",
    status: "signed",
    date: "1988-01-02",
    sectors: ["trade"],
  },
]);
