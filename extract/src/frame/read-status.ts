import type { AgreementStatus } from "@entente/graph-schema";
import { DOUBT_WORDS, FUTURE_WORDS, NEGATIONS, TRIGGERS, type TriggerClass } from "../data/triggers.ts";
import type { Token } from "../tokenise/document.ts";
import { lowerAt } from "./frame-context.ts";

/** The word that tells what happened to a deal, and how sure and how far ahead it is. */
export interface Trigger {
  readonly at: number;
  readonly class: TriggerClass;
  readonly mood: "fact" | "future" | "doubt" | "negated";
  /** True after "agreed to", "committed to", "decided to": the decision itself is taken. */
  readonly decided: boolean;
}

/** Class of a word by its base form; nouns made of verbs ("signing") count too. */
export function triggerClass(token: Token): TriggerClass | undefined {
  const direct = TRIGGERS.get(token.lower);
  if (/^initial(?:l?ed|s|l?ing)?$/u.test(token.lower) && token.pos === "VERB") return "agreed";
  if (/^(?:lapsed|lapses|paused|pauses|revoked|shelved|voided)$/u.test(token.lower)) return "ended";
  if (direct && token.pos !== "NOUN") return direct;
  if (/^(?:signing|signature|conclusion|withdrawal|termination)$/u.test(token.lower)) return direct;
  if (/^(?:creation|establishment|launch|formation)$/u.test(token.lower)) return "launch";
  if (token.pos !== "VERB" && token.pos !== "AUX" && !/(?:ed|ing)$/u.test(token.lower)) return undefined;
  return TRIGGERS.get(token.lemma) ?? TRIGGERS.get(baseForm(token.lower));
}

/** Plain English inflection undone, for words whose tag went wrong: "signed" → "sign", "agreed" → "agree". */
export function baseForm(word: string): string {
  const irregular: Readonly<Record<string, string>> = {
    won: "win",
    struck: "strike",
    gave: "give",
    given: "give",
    sent: "send",
    lent: "lend",
    sought: "seek",
    withdrew: "withdraw",
    withdrawn: "withdraw",
    inked: "ink",
    froze: "freeze",
    forged: "forge",
    signing: "sign",
    founded: "found",
  };
  if (irregular[word]) return irregular[word];
  for (const [ending, replacement] of [
    ["ied", "y"],
    ["ies", "y"],
    ["tted", "t"],
    ["tting", "t"],
    ["lled", "l"],
    ["ing", "e"],
    ["ing", ""],
    ["ed", "e"],
    ["ed", ""],
    ["s", ""],
  ] as const) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length) + replacement;
    if (TRIGGERS.has(base)) return base;
  }
  return word;
}

/** "met in Athens to sign": a meeting that was held for it. */
function meetsTo(tokens: readonly Token[], at: number, floor: number): boolean {
  for (let index = at - 2; index >= floor; index -= 1) {
    if (
      /^(?:met|gathered|convened|assembled|traveled|travelled|came|joined|became|becomes|become|nation|country|state)$/u.test(
        lowerAt(tokens, index),
      )
    )
      return true;
  }
  return false;
}

const BREAK = /^[;:]$/u;

/** Mood of the verb group around a verb, read from up to seven words before it. */
export function readMood(
  tokens: readonly Token[],
  at: number,
  floor: number,
): Pick<Trigger, "mood" | "decided"> {
  let mood: Trigger["mood"] = "fact";
  let toInfinitive = false;
  for (let index = at - 1; index >= Math.max(floor, at - 7); index -= 1) {
    const token = tokens[index];
    if (!token || BREAK.test(token.text)) break;
    if (token.lower === "to" && index >= at - 3) toInfinitive = true;
    if (NEGATIONS.has(token.lower) && index >= at - 4) return { mood: "negated", decided: false };
    if (/^(?:agree|agreed|agrees|committed|decided|pledged|promised|vowed)$/u.test(token.lower))
      return { mood: "fact", decided: toInfinitive };
    if (DOUBT_WORDS.has(token.lower) && token.pos !== "NOUN" && index >= at - 4)
      return { mood: "doubt", decided: false };
    if (FUTURE_WORDS.has(token.lower) && (token.lower !== "going" || toInfinitive)) mood = "future";
    if (token.pos === "VERB" && !toInfinitive && index < at - 1 && !FUTURE_WORDS.has(token.lower)) break;
  }
  if (mood === "fact" && tokens[at - 1]?.lower === "to" && !meetsTo(tokens, at, floor)) mood = "future";
  return { mood, decided: false };
}

/** The trigger that governs the noun at `from..to`: a passive or participle right after it, else the nearest verb before. */
export function findTrigger(
  tokens: readonly Token[],
  noun: { from: number; to: number; phraseFrom: number; gives?: boolean },
  bounds: { from: number; to: number },
): Trigger | null {
  const after = triggerAfter(tokens, noun.to, bounds);
  if (after) return after;
  const before = triggerBefore(tokens, noun, bounds);
  const done = before !== null && /^(?:completed|ended|give|pledge)$/u.test(before.class);
  return done ? before : (triggerUnder(tokens, noun) ?? before);
}

/** The nearest verb before the noun that tells of deals. */
function triggerBefore(
  tokens: readonly Token[],
  noun: { from: number; to: number; phraseFrom: number; gives?: boolean },
  bounds: { from: number; to: number },
): Trigger | null {
  for (let at = noun.phraseFrom - 1; at >= Math.max(bounds.from, noun.phraseFrom - 22); at -= 1) {
    const token = tokens[at];
    if (!token) break;
    const found = /^\p{Lu}/u.test(token.text) && at > bounds.from ? undefined : triggerClass(token);
    if (!found) continue;
    if ((found === "give" || found === "pledge") && noun.gives === false) continue;
    if (found === "mention" && nounBetween(tokens, at, noun.phraseFrom) > 6) continue;
    return {
      at,
      class: classBefore(tokens.slice(at, noun.phraseFrom), found),
      ...readMood(tokens, at, bounds.from),
    };
  }
  return null;
}

const UPHOLDS = /^(?:invok|uph[eo]ld|honou?r|maintain|renew|reaffirm|restat)/u;
const DUTY = /^(?:commitment|commitments|obligation|obligations|adherence|support)$/u;

/** What a verb and the words from it to the noun tell: "entered into an agreement" made one, "renewed their commitment to it" did not. */
function classBefore(told: readonly Token[], found: TriggerClass): TriggerClass {
  const word = lowerAt(told, 0);
  if (/^enter(?:s|ed|ing)?$/u.test(word) && lowerAt(told, 1) === "into")
    return /^(?:force|effect)$/u.test(lowerAt(told, 2)) ? "in-force" : "signed";
  if (!UPHOLDS.test(word)) return found;
  const between = told.slice(1);
  const keeps = /^(?:invok|uph|hono|maint)/u.test(word);
  return keeps || between.some((token) => DUTY.test(token.lower)) ? "mention" : found;
}

/** "under the 1951 treaty", "under a protocol of 1982": the instrument is at work; a verb elsewhere tells other things. */
function triggerUnder(
  tokens: readonly Token[],
  noun: { from: number; to: number; phraseFrom: number },
): Trigger | null {
  if (!/^(?:under|pursuant)$/u.test(lowerAt(tokens, noun.phraseFrom - 1))) return null;
  const dated = lowerAt(tokens, noun.to) === "of" && /^(?:19|20)\d\d$/u.test(lowerAt(tokens, noun.to + 1));
  const definite = /^(?:the|this|their|its|our)$/u.test(lowerAt(tokens, noun.phraseFrom));
  if (!dated && !definite) return null;
  return { at: noun.phraseFrom - 1, class: "mention", mood: "fact", decided: false };
}

const nounBetween = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from, to).filter((token) => token.pos === "NOUN").length;

function triggerAfter(
  tokens: readonly Token[],
  to: number,
  bounds: { from: number; to: number },
): Trigger | null {
  const last = Math.min(bounds.to, to + 22);
  const adjacent = tokens[to];
  if (adjacent && MADE.test(adjacent.lower)) {
    const later = predicateAfter(tokens, to + 1, bounds);
    if (later) return later;
  }
  if (adjacent && adjacent.lower.endsWith("ed") && triggerClass(adjacent))
    return { at: to, class: triggerClass(adjacent) ?? "agreed", mood: "fact", decided: false };
  for (let at = to; at < last; at += 1) {
    const token = tokens[at];
    if (!token || BREAK.test(token.text)) return null;
    if (token.text === "," && MADE.test(lowerAt(tokens, at + 1))) {
      const later = predicateAfter(tokens, at + 2, bounds);
      if (later) return later;
    }
    if (token.pos === "AUX" || /^(?:was|were|been|be|is|are|has|have|had|will)$/u.test(token.lower))
      return afterAuxiliary(tokens, at, bounds);
    if (
      /^(?:enters|entered|took|takes|expired|expires|collapsed|lapsed|lapses|came|comes|remains|covers|paves)$/u.test(
        token.lower,
      )
    )
      return verbOfNoun(tokens, at, bounds);
    if (token.pos === "VERB" && !token.lower.endsWith("ing") && lowerAt(tokens, at - 1) !== "to") return null;
  }
  return null;
}

const MADE = /^(?:signed|concluded|reached|agreed|negotiated|brokered)$/u;

/** "…, signed in 2017, entered into force on Saturday": the sentence is about what came of it, if it tells that. */
function predicateAfter(
  tokens: readonly Token[],
  from: number,
  bounds: { from: number; to: number },
): Trigger | null {
  for (let at = from; at < Math.min(bounds.to, from + 26); at += 1) {
    const token = tokens[at];
    if (!token || BREAK.test(token.text)) return null;
    const auxiliary = /^(?:was|were|is|are|has|have|had)$/u.test(token.lower);
    const found = auxiliary ? afterAuxiliary(tokens, at, bounds) : verbOfNoun(tokens, at, bounds);
    if (found && /^(?:in-force|ended|completed)$/u.test(found.class) && found.mood === "fact") return found;
  }
  return null;
}

/** "was signed", "has entered into force", "will be concluded", "is being negotiated". */
function afterAuxiliary(
  tokens: readonly Token[],
  at: number,
  bounds: { from: number; to: number },
): Trigger | null {
  for (let index = at + 1; index < Math.min(bounds.to, at + 6); index += 1) {
    const token = tokens[index];
    if (!token) return null;
    if (
      token.pos === "AUX" ||
      token.pos === "ADV" ||
      token.pos === "PART" ||
      /^(?:been|being|be|not)$/u.test(token.lower)
    )
      continue;
    const special = verbOfNoun(tokens, index, bounds);
    if (special) return special;
    const found =
      /(?:ed|en|t|n)$/u.test(token.lower) || token.lower.endsWith("force") ? triggerClass(token) : undefined;
    return found ? { at: index, class: found, ...readMood(tokens, index, at - 1) } : null;
  }
  return null;
}

function verbOfNoun(
  tokens: readonly Token[],
  at: number,
  bounds: { from: number; to: number },
): Trigger | null {
  const phrase = [0, 1, 2].map((offset) => lowerAt(tokens, at + offset)).join(" ");
  const mood = readMood(tokens, at, Math.max(bounds.from, at - 4));
  if (
    /^(?:enter|enters|entered|come|comes|came|entering) into (?:force|effect)/u.test(phrase) ||
    /^(?:take|takes|took|taken) effect/u.test(phrase) ||
    phrase.startsWith("in force")
  )
    return { at, class: "in-force", ...mood };
  if (/^(?:expired|expires|collapsed|lapsed|lapses|no longer appl)/u.test(phrase))
    return { at, class: "ended", ...mood };
  if (/^(?:in operation|in effect|remains? (?:binding|valid|in force|in effect))/u.test(phrase))
    return { at, class: "in-force", ...mood };
  return null;
}

/** Status that a trigger gives an agreement; null when the deal is denied. */
export function statusOf(trigger: Trigger): AgreementStatus | null {
  if (trigger.mood === "negated") return null;
  if (trigger.decided) return "agreed";
  const ahead = trigger.mood === "future" || trigger.mood === "doubt";
  switch (trigger.class) {
    case "signed":
    case "agreed":
    case "launch":
      return ahead ? "proposed" : trigger.class === "signed" ? "signed" : "agreed";
    case "announce":
      return "agreed";
    case "pledge":
    case "give":
      return trigger.mood === "doubt" ? "proposed" : "agreed";
    case "negotiating":
      return "negotiating";
    case "in-force":
      return ahead ? "agreed" : "in-force";
    case "completed":
      return ahead ? "agreed" : "completed";
    case "ended":
      return ahead ? "in-force" : "ended";
    case "proposed":
      return "proposed";
    case "suspended":
      return "suspended";
    case "mention":
      return "in-force";
  }
}
