import { checkExpectedDeals } from "../expected-deal.ts";

/** What a careful reader finds in the briefs of the 1950s. Written by hand from the briefs. */
export const EXPECTED_1950S = checkExpectedDeals("expected-1950s", [
  {
    brief: "1951-anzus",
    parties: ["AUS", "NZL", "USA"],
    kind: "treaty",
    status: "signed",
    date: "1951-09-01",
    sectors: ["security"],
  },
  {
    brief: "1951-coal-and-steel",
    parties: ["BEL", "FRA", "ITA", "LUX", "NLD", "DEU"],
    kind: "treaty",
    status: "signed",
    date: "1951-04-18",
    sectors: ["mining", "manufacturing"],
  },
  {
    brief: "1957-nordic-passport",
    parties: ["DNK", "FIN", "NOR", "SWE"],
    kind: "agreement",
    status: "signed",
    date: "1957-07-12",
  },
  {
    brief: "1957-treaty-of-rome",
    parties: ["BEL", "FRA", "ITA", "LUX", "NLD", "DEU"],
    kind: "treaty",
    status: "signed",
    date: "1957-03-25",
    sectors: ["trade", "customs"],
  },
  {
    brief: "1958-benelux",
    parties: ["BEL", "LUX", "NLD"],
    kind: "treaty",
    status: "signed",
    date: "1958-02-03",
    sectors: ["trade"],
  },
  {
    brief: "1959-antarctic-treaty",
    parties: ["ARG", "AUS", "BEL", "CHL", "FRA", "JPN", "NZL", "NOR", "ZAF", "SUN", "GBR", "USA"],
    kind: "treaty",
    status: "signed",
    date: "1959-12-01",
    sectors: ["science"],
  },
  {
    brief: "1959-nile-waters",
    parties: ["EGY", "SDN"],
    kind: "agreement",
    status: "signed",
    date: "1959-11-08",
    values: [{ amount: "15000000", currency: "EGP" }],
    sectors: ["water"],
  },
]);
