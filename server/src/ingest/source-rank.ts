import { foldName, type DocumentRef, type SourceRank } from "@entente/graph-schema";

/** Words in a publisher's name that mark a government, a treaty record or an intergovernmental body. */
const GOVERNMENT = [
  "ministry",
  "department of state",
  "white house",
  "government",
  "embassy",
  "parliament",
  "congress",
  "treaty",
  "european commission",
  "council of the european union",
  "european council",
  "state council",
  "federal register",
  "united nations",
  "foreign office",
  "prime minister",
  "presidency",
  "secretariat",
  "treasury",
];
/** News agencies, by the names under which articles carry them. */
const AGENCIES = [
  "reuters",
  "xinhua",
  "associated press",
  "agence france presse",
  "afp",
  "tass",
  "ria novosti",
  "interfax",
  "anadolu",
  "kyodo",
  "yonhap",
  "press trust of india",
  "pti",
  "ani",
  "irna",
  "bernama",
  "antara",
  "efe",
  "ansa",
  "dpa",
  "upi",
  "bloomberg",
  "wam",
  "spa",
  "qna",
  "kuna",
  "azertag",
  "kazinform",
  "uza",
  "agencia brasil",
  "prensa latina",
  "africa news agency",
  "news agency of nigeria",
  "vietnam news agency",
  "saudi press agency",
];

/** Where a source stands in the winner rule, from its publisher's name and address. */
export function sourceRank(document: DocumentRef): SourceRank {
  if (document.type === "dataset") return "dataset";
  const publisher = ` ${foldName(document.publisher ?? "")} `;
  const host = hostOf(document.url);
  if (/(^|\.)(gov|gob|gouv|go|mil|europa)(\.|$)/.test(host)) return "government";
  if (GOVERNMENT.some((word) => publisher.includes(` ${word} `))) return "government";
  if (AGENCIES.some((name) => publisher.includes(` ${name} `))) return "news-agency";
  return publisher.trim() || host ? "media" : "unknown";
}

function hostOf(url: string | undefined): string {
  return url && URL.canParse(url) ? new URL(url).hostname : "";
}
