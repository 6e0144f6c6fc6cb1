import type { Sentence, Token } from "../tokenise/document.ts";

/** A stretch of a sentence around one finite verb group. Tokens `from..to` (exclusive). */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  /** True when it has no subject of its own and takes that of the clause before: "signed … and have reached …". */
  readonly inherits: boolean;
  /** First finite verb, or -1: words before it are the subject. */
  readonly verb: number;
}

const PRONOUNS = new Set("it they he she we this these which who that".split(" "));
const SUBORDINATORS = new Set(
  "while whereas although though but when because after before since as if until where under".split(" "),
);

/** Past and present forms that are finite without an auxiliary; gerunds and infinitives are not. */
export function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.pos === "AUX") return true;
  if (token.pos !== "VERB") return false;
  const before = tokens[at - 1]?.lower ?? "";
  if (before === "to" || token.lower.endsWith("ing")) return false;
  return true;
}

/** How many tokens from `at` a finite verb is, when only a short subject stands between; else 0. */
function shortSubject(tokens: readonly Token[], at: number, to: number): number {
  const first = tokens[at];
  if (!first) return 0;
  if (PRONOUNS.has(first.lower)) return 1;
  for (let width = 1; width <= 6 && at + width < to; width += 1) {
    const token = tokens[at + width];
    if (!token || /^[,;:(]$/u.test(token.text) || token.pos === "ADP") return 0;
    if (isFiniteVerb(tokens, at + width)) return width;
  }
  return 0;
}

function boundaries(tokens: readonly Token[], sentence: Sentence): { at: number; inherits: boolean }[] {
  const cuts = [{ at: sentence.from, inherits: false }];
  for (let at = sentence.from + 1; at < sentence.to - 1; at += 1) {
    const token = tokens[at];
    const after = tokens[at + 1];
    if (!token || !after) continue;
    if (token.text === ";" || (/^(?:–|—)$/u.test(token.text) && token.end !== after.start))
      cuts.push({ at: at + 1, inherits: false });
    else if (
      (token.lower === "and" || token.lower === "but") &&
      !insideBetween(tokens, at, cuts.at(-1)?.at ?? sentence.from)
    ) {
      const adverb = /^(?:also|then|has|have|later|subsequently)$/u.test(after.lower) ? 1 : 0;
      const verb = isFiniteVerb(tokens, at + 1) || (adverb === 1 && isFiniteVerb(tokens, at + 2));
      if (verb) cuts.push({ at: at + 1, inherits: true });
      else if (
        shortSubject(tokens, at + 1, sentence.to) > 0 &&
        hasVerb(tokens, cuts.at(-1)?.at ?? sentence.from, at)
      )
        cuts.push({ at: at + 1, inherits: false });
    } else if (
      token.text === "," &&
      SUBORDINATORS.has(after.lower) &&
      hasVerb(tokens, cuts.at(-1)?.at ?? sentence.from, at)
    )
      cuts.push({ at: at + 1, inherits: false });
    else if (token.text === "," && /^(?:which|who)$/u.test(after.lower))
      cuts.push({ at: at + 1, inherits: true });
  }
  return cuts;
}

/** "between Turkey and Libya is": this "and" joins two names, not two clauses. */
function insideBetween(tokens: readonly Token[], at: number, floor: number): boolean {
  for (let index = at - 1; index >= Math.max(floor, at - 9); index -= 1) {
    const word = tokens[index]?.lower;
    if (word === "between") return true;
    if (word === "and" || isFiniteVerb(tokens, index)) return false;
  }
  return false;
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isFiniteVerb(tokens, at)) return true;
  return false;
}

/** Splits a sentence into clauses, marking those that inherit the subject before them. */
export function splitClauses(tokens: readonly Token[], sentence: Sentence): Clause[] {
  const cuts = boundaries(tokens, sentence);
  return cuts.map((cut, index) => {
    const to = cuts[index + 1]?.at ?? sentence.to;
    let verb = -1;
    for (let at = cut.at; at < to && verb < 0; at += 1) if (isFiniteVerb(tokens, at)) verb = at;
    return { from: cut.at, to, sentence: sentence.index, inherits: cut.inherits, verb };
  });
}
