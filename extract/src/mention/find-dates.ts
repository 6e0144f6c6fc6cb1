import type { FuzzyDate } from "@entente/graph-schema";
import type { Token } from "../tokenise/document.ts";
import type { DateMention } from "./mention-types.ts";
import { readAbsoluteDate } from "./read-absolute-date.ts";
import { readRelativeDate } from "./read-relative-date.ts";

/** Every date phrase in order, resolved against the day of publication; past unless the words look ahead. */
export function findDates(tokens: readonly Token[], published: FuzzyDate | null): DateMention[] {
  const context = { tokens, published: published?.latest ?? null };
  const found: DateMention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const reading = readAbsoluteDate(context, at) ?? readRelativeDate(context, at);
    const first = tokens[at];
    const last = reading && tokens[reading.to - 1];
    if (!reading || !first || !last) continue;
    const { precision, earliest, latest, iso } = reading.span;
    const text = tokens
      .slice(at, reading.to)
      .map((token) => token.text)
      .join(" ");
    found.push({
      type: "date",
      from: at,
      to: reading.to,
      start: first.start,
      end: last.end,
      date: { text, precision, earliest, latest },
      iso,
    });
    at = reading.to - 1;
  }
  return found;
}
