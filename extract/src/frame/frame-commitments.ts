import type { AgreementStatus } from "@entente/graph-schema";
import type { Clause } from "../clauses/split-clauses.ts";
import type { PartyMention } from "../resolve/party-mention.ts";
import type { DealMention, Dropped } from "./deal-types.ts";
import { type FrameContext, lowerAt, within } from "./frame-context.ts";
import { distinct, inheritedParties, subjectParties } from "./read-parties.ts";
import { announcedOn, readDate, readSectors, readValues } from "./read-slots.ts";
import { baseForm, readMood } from "./read-status.ts";

const BINDING = new Set(
  "agree commit decide resolve pledge launch endorse announce establish affirm adopt approve undertake promise vow".split(
    " ",
  ),
);

/** A verb by which a subject binds itself: "agreed to cut", "committed to sharing", "decided to set up". */
function bindingVerb(context: FrameContext, clause: Clause): number {
  const { tokens } = context.doc;
  for (let at = Math.max(clause.from, clause.verb); at < Math.min(clause.to, clause.verb + 6); at += 1) {
    const token = tokens[at];
    if (!token) return -1;
    if (token.pos !== "VERB" && !/(?:ed|ing)$/u.test(token.lower)) continue;
    if (BINDING.has(token.lemma) || BINDING.has(baseForm(token.lower))) return at;
  }
  return -1;
}

function statusAt(context: FrameContext, at: number, floor: number): AgreementStatus | null {
  const { mood } = readMood(context.doc.tokens, at, floor);
  if (mood === "negated") return null;
  return mood === "fact" ? "agreed" : "proposed";
}

/** States of the headline where the subject is only "the leaders", "the two ministers". */
function subjectOf(context: FrameContext, clause: Clause): PartyMention[] {
  const own = distinct([...subjectParties(context, clause), ...inheritedParties(context, clause)]).filter(
    (party) => party.type !== "organization",
  );
  const { tokens } = context.doc;
  const leaders = tokens
    .slice(clause.from, Math.max(clause.from, clause.verb))
    .some((token) =>
      /^(?:leaders|sides|ministers|presidents|governments|they|both|we|countries|members)$/u.test(
        token.lower,
      ),
    );
  return leaders &&
    own.length < 2 &&
    context.headline.length >= 2 &&
    !own.some((party) => party.type === "bloc")
    ? distinct([...own, ...context.headline])
    : own;
}

/**
 * What several states or a bloc bind themselves to without a word for the instrument: "G7 leaders agreed to end new
 * coal finance". Only proposed: the rules keep none of them, the model may.
 */
export function frameCommitments(context: FrameContext): { kept: DealMention[]; dropped: Dropped[] } {
  const { tokens, sentences } = context.doc;
  const dropped: Dropped[] = [];
  for (const clause of context.clauses) {
    const sentence = sentences[clause.sentence];
    if (clause.verb < 0 || !sentence) continue;
    const at = bindingVerb(context, clause);
    if (at < 0) continue;
    const status = statusAt(context, at, clause.from);
    const subject = subjectOf(context, clause);
    const bloc = subject.some((party) => party.type === "bloc");
    if (status === null || (subject.length < 2 && !bloc) || subject.length > 30) continue;
    const date =
      status === "agreed" ? (readDate(context, clause, at) ?? announcedOn(context, sentence, at)) : null;
    const start = tokens[at]?.start ?? 0;
    const next = lowerAt(tokens, at + 1);
    dropped.push({
      reason: "no word for an instrument",
      mention: {
        rule: "commitment",
        sentence: clause.sentence,
        start,
        end: tokens[at]?.end ?? start,
        kind: "agreement",
        rungs: [{ status, date, sentence: clause.sentence }],
        parties: subject.map((party) => ({
          type: party.type,
          key: party.key,
          role: "party",
          start: party.start,
          end: party.end,
        })),
        values: readValues(context, at, clause.to),
        count: null,
        sectors: readSectors(tokens, at, clause.to),
        definite: false,
        name: "",
        topic: "",
        confidence: 0.4,
        features: [
          `binds:${tokens[at]?.lemma ?? ""}`,
          `binds-to:${next}`,
          `aims:${lowerAt(tokens, at + 2)}`,
          `mood:${status}`,
          bloc ? "subject:bloc" : "subject:states",
          ...(within(context.money, at, clause.to).length > 0 ? ["binds:money"] : []),
        ],
      },
    });
  }
  return { kept: [], dropped };
}
