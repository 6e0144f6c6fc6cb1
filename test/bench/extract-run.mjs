// One measurement of extraction in a process of its own, so that neither memory nor warm caches of another count:
// node extract-run.mjs {extract|wink} {rate|articles|first|memory}. Prints one line of JSON.
import { cpuUsage, resourceUsage } from "node:process";
import { performance } from "node:perf_hooks";

const [reader, what] = process.argv.slice(2);

/** Both are imported here and not above: what they load belongs to the cold start. */
async function openReader() {
  if (reader === "extract") {
    const { extractArticle } = await import("@entente/extract");
    return (text) => extractArticle({ text, published: "2020-06-15" }).facts.length;
  }
  const { default: winkNLP } = await import("wink-nlp");
  const { default: model } = await import("wink-eng-lite-web-model");
  const wink = winkNLP(model, ["sbd", "pos"]);
  const { its } = wink;
  return (text) => wink.readDoc(text).tokens().out(its.pos).length;
}

const countWords = (text) => text.split(/\s+/u).length;

/** The seed's briefs, joined to articles of about as many words. */
async function loadTexts(words) {
  const { loadBriefs } = await import("@entente/seed");
  const texts = [];
  let parts = [];
  for (const { text } of loadBriefs()) {
    parts.push(text);
    if (countWords(parts.join("\n\n")) < words) continue;
    const whole = parts.join("\n\n");
    texts.push(whole.split(" ").slice(0, words).join(" "));
    parts = [];
  }
  return texts;
}

const WORDS = 600;
const SECONDS = 4;

/** Words per second of processor time, after a warm-up: other programs on the machine do not count. */
function measureRate(read, texts) {
  for (const text of texts) read(text);
  const words = texts.map(countWords).reduce((sum, count) => sum + count, 0);
  const before = cpuUsage();
  let rounds = 0;
  let spent = 0;
  while (spent < SECONDS) {
    for (const text of texts) read(text);
    rounds += 1;
    const { user, system } = cpuUsage(before);
    spent = (user + system) / 1e6;
  }
  return (words * rounds) / spent;
}

/** Milliseconds that 95 of 100 articles stay under, processor time again. */
function measureArticles(read, texts) {
  for (const text of texts) read(text);
  const times = [];
  for (let round = 0; round < 4; round += 1) {
    for (const text of texts) {
      const before = cpuUsage();
      read(text);
      const { user, system } = cpuUsage(before);
      times.push((user + system) / 1000);
    }
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];
}

/** Megabytes at the highest, after many documents that differ. */
function measureMemory(read, texts) {
  for (let round = 0; round < 12; round += 1) for (const text of texts) read(`${text} Round ${round}.`);
  return resourceUsage().maxRSS / 1024;
}

async function measureFirst() {
  const { loadBriefs } = await import("@entente/seed");
  const [brief] = loadBriefs();
  const before = performance.now();
  const read = await openReader();
  read(brief.text);
  return performance.now() - before;
}

const value =
  what === "first"
    ? await measureFirst()
    : await (async () => {
        const read = await openReader();
        const texts = await loadTexts(WORDS);
        return { rate: measureRate, articles: measureArticles, memory: measureMemory }[what](read, texts);
      })();
console.log(JSON.stringify({ value }));
