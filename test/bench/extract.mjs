import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./median.mjs";

const RUN = fileURLToPath(new URL("extract-run.mjs", import.meta.url));
const REPEATS = 3;

/** The middle of three processes. */
function measure(reader, what) {
  return median(
    Array.from({ length: REPEATS }, () => {
      const printed = execFileSync(process.execPath, [RUN, reader, what], { encoding: "utf8" });
      return JSON.parse(printed).value;
    }),
  );
}

const FIGURES = [
  { what: "extract, one core (goal 20,000)", kind: "rate", unit: "words/s" },
  { what: "extract 600 words, p95 (goal 50)", kind: "articles", unit: "ms" },
  { what: "extract, load and first article (goal 500)", kind: "first", unit: "ms" },
  { what: "extract, most memory (goal 250)", kind: "memory", unit: "MB" },
];

/** The default extractor beside the bare wink pipeline (sentences and parts of speech) that it stands on. */
export function measureExtract() {
  return FIGURES.map(({ what, kind, unit }) => ({
    what,
    unit,
    value: measure("extract", kind),
    against: "bare wink pipeline",
    yardstick: measure("wink", kind),
  }));
}
