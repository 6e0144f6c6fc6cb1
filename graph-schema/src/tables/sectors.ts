import type { SectorKey } from "../ontology/vocabularies.ts";

/** English names of the closed list of sectors, as shown to people. */
export const SECTOR_NAMES: Readonly<Record<SectorKey, string>> = {
  infrastructure: "Infrastructure",
  transport: "Transport",
  energy: "Energy",
  mining: "Mining",
  manufacturing: "Manufacturing",
  agriculture: "Agriculture",
  finance: "Finance",
  trade: "Trade",
  technology: "Technology",
  telecommunications: "Telecommunications",
  health: "Health",
  education: "Education",
  culture: "Culture",
  security: "Security",
  environment: "Environment",
  tourism: "Tourism",
  space: "Space",
  science: "Science",
  customs: "Customs",
  water: "Water",
};
