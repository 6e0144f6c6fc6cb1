import type { SectorKey } from "@entente/graph-schema";

const words = (sector: SectorKey, list: string): (readonly [string, SectorKey])[] => list.split("|").map((word) => [word, sector]);

/** Words and phrases (lower case) that name a deal's sector. */
export const SECTOR_WORDS: readonly (readonly [string, SectorKey])[] = [
  ...words("infrastructure", "infrastructure|pipeline|construction|port|ports|housing|connectivity|belt and road|reconstruction|dam|bridge"),
  ...words("transport", "transport|transportation|railway|rail|railways|road|roads|highway|aviation|airport|airports|airline|air services|open skies|air transport|shipping|metro|high - speed|logistics|maritime transport|corridor"),
  ...words("energy", "energy|gas|oil|crude|electricity|power|nuclear power|civil nuclear|solar|wind|hydropower|hydroelectric|lng|pipeline|petroleum|renewable|renewables|coal|grid|hydrogen|natural gas"),
  ...words("mining", "mining|minerals|mineral|critical minerals|copper|lithium|rare earth|rare earths|gold|iron ore|bauxite|cobalt|uranium"),
  ...words("manufacturing", "manufacturing|industrial|industry|factory|factories|production capacity|industrial capacity|steel|automotive|semiconductor|semiconductors|chips|vehicles|textile"),
  ...words("agriculture", "agriculture|agricultural|farming|food security|fisheries|fishing|grain|wheat|rice|livestock|fertilizer|fertiliser|beef|soybeans|soybean|crops"),
  ...words("finance", "finance|financial|banking|currency|currencies|tax|taxation|investment fund|debt|monetary|budget|macroeconomic|bond|payment|central bank|swap|loan guarantee|economic reform"),
  ...words("trade", "trade|tariff|tariffs|export|exports|import|imports|market access|free trade|supply chain|supply chains|commerce"),
  ...words("technology", "technology|technologies|digital|cyber|artificial intelligence|ai|data|semiconductor|quantum|biometric|biometrics|5g|software|innovation|information technology"),
  ...words("telecommunications", "telecommunications|telecommunication|telecom|5g|internet|satellite communications|undersea cable|broadband|fiber"),
  ...words("health", "health|medical|vaccine|vaccines|vaccination|doses|covid|covid - 19|hospital|hospitals|disease|diseases|pandemic|hiv|malaria|medicine|medicines|pharmaceutical|healthcare|nutrition|sanitation"),
  ...words("education", "education|educational|students|student|university|universities|school|schools|scholarship|scholarships|academic|training"),
  ...words("culture", "culture|cultural|heritage|museum|language|sports|sport|media|film|interfaith"),
  ...words("security", "security|defense|defence|military|arms|weapons|counterterrorism|counter - terrorism|terrorism|border security|law enforcement|crime|narcotics|counternarcotics|missile|missiles|nuclear weapons|nonproliferation|peacekeeping|troops|police|extradition|drawdown|ammunition|drug|drugs|submarines|fighter jets"),
  ...words("environment", "environment|environmental|climate|emissions|green|biodiversity|conservation|forest|forests|plastic|ocean|wildlife|carbon|net - zero|pollution"),
  ...words("tourism", "tourism|tourist|tourists|visa|visas"),
  ...words("space", "space|satellite|satellites|moon|lunar|artemis|space exploration|spacecraft"),
  ...words("science", "science|scientific|research|nuclear research"),
  ...words("customs", "customs|customs union"),
  ...words("water", "water|irrigation|river|sanitation|wastewater|transboundary water"),
];
