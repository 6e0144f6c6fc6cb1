/**
 * Bodies that act for their state: a party list names the state. Only names without the country's own name in them;
 * "Russian Foreign Ministry" is found by its adjective.
 */
export const STATE_BODIES: readonly (readonly [string, readonly string[]])[] = [
  [
    "USA",
    [
      "State Department",
      "Department of State",
      "Department of Defense",
      "Department of Energy",
      "Department of Commerce",
      "Department of the Treasury",
      "Department of Homeland Security",
      "Department of Agriculture",
      "Department of Justice",
      "Treasury Department",
      "White House",
      "Pentagon",
      "USAID",
      "Millennium Challenge Corporation",
      "NASA",
      "Biden Administration",
      "Biden-Harris Administration",
      "Trump Administration",
      "Obama Administration",
      "Bush Administration",
      "Washington",
    ],
  ],
  ["PSE", ["West Bank", "Gaza", "Gaza Strip"]],
  ["GBR", ["Whitehall", "Downing Street", "England", "Scotland", "Wales"]],
  ["CHN", ["China's State Council"]],
  ["RUS", ["Kremlin", "Roscosmos", "Rosatom"]],
  ["DEU", ["Bundestag", "Bundeswehr"]],
  ["JPN", ["Japan International Cooperation Agency", "JICA"]],
  ["KOR", ["Blue House"]],
  ["FRA", ["Elysee", "Élysée", "Quai d'Orsay"]],
  ["IND", ["Lok Sabha"]],
];
