import type { Token } from "../tokenise/document.ts";

/** What a date phrase is read against: words, position, the day of publication. */
export interface DateContext {
  readonly tokens: readonly Token[];
  /** YYYY-MM-DD; a month or year of publication stands for its last day. */
  readonly published: string | null;
}

export const wordAt = (context: DateContext, at: number): string => context.tokens[at]?.lower ?? "";

const FUTURE = new Set([
  "will",
  "shall",
  "would",
  "to",
  "next",
  "upcoming",
  "scheduled",
  "expected",
  "due",
  "plans",
  "intends",
]);
const PAST_BEFORE_TO = new Set(["according", "due", "from", "up"]);

/** True when the words before a date speak of the future: "will be signed on Friday". */
export function looksAhead(context: DateContext, at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 9); index -= 1) {
    const token = context.tokens[index];
    if (!token || /^[.;:]$/u.test(token.text)) return false;
    if (token.lower === "to") {
      const next = context.tokens[index + 1];
      if (next?.pos === "VERB" && !PAST_BEFORE_TO.has(wordAt(context, index - 1))) return true;
      continue;
    }
    if (FUTURE.has(token.lower)) return true;
    if (
      token.pos === "VERB" &&
      /(?:ed|said|met|held|took)$/u.test(token.lower) &&
      !FUTURE.has(wordAt(context, index - 1)) &&
      wordAt(context, index - 1) !== "be"
    )
      return false;
  }
  return false;
}
