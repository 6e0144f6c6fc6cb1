import type { AgreementStatus } from "@entente/graph-schema";
import type { PartyMention } from "../resolve/party-mention.ts";
import type { DealMention, DealParty, Dropped } from "./deal-types.ts";
import { clauseAt } from "./frame-agreements.ts";
import { type FrameContext, lowerAt, within } from "./frame-context.ts";
import { distinct, offeredParties } from "./read-parties.ts";
import { readDate, readSectors } from "./read-slots.ts";
import { readMood } from "./read-status.ts";

const JOINS =
  /^(?:join|joins|joined|joining|accede|acceded|acceding|accession|membership|entry|enter|rejoin|rejoined|leave|leaving|left|withdraw|withdrew|withdrawal|exit)$/u;
const LEAVES = /^(?:leave|leaving|left|withdraw|withdrew|withdrawal|exit)$/u;
/** Bodies that are joined by treaty; joining a statement, a call or a meeting of one is nothing. */
const NOT_JOINED = new Set(["UN"]);

const asParty = (party: PartyMention): DealParty => ({
  type: party.type,
  key: party.key,
  role: "party",
  start: party.start,
  end: party.end,
});

/** The bloc right after "join", "accede to", "membership in", "the 38th member of"; or right before "accession". */
function joinedBloc(context: FrameContext, at: number, end: number): PartyMention | undefined {
  const { tokens } = context.doc;
  const noun = /^(?:accession|membership|member)$/u.test(lowerAt(tokens, at));
  const before = noun
    ? context.parties.find(
        (party) =>
          party.type === "bloc" &&
          (party.to === at || (party.to === at - 1 && lowerAt(tokens, at - 1) === "'s")),
      )
    : undefined;
  if (before) return before;
  return within(context.parties, at + 1, Math.min(end, at + 8)).find(
    (party) =>
      party.type === "bloc" &&
      tokens
        .slice(at + 1, party.from)
        .every((token) => /^(?:the|to|in|of|from|into|as|a|full|member)$/u.test(token.lower)) &&
      !/^(?:'s|-|summit|meeting|forces|leaders|allies|countries|members|partners|in|statement|calls|call)$/u.test(
        lowerAt(tokens, party.to),
      ),
  );
}

function statusAt(context: FrameContext, at: number, floor: number): AgreementStatus | null {
  const { tokens } = context.doc;
  const word = lowerAt(tokens, at);
  if (LEAVES.test(word)) return readMood(tokens, at, floor).mood === "fact" ? "ended" : null;
  const before = tokens.slice(Math.max(floor, at - 8), at).map((token) => token.lower);
  if (/^(?:accession|membership|entry)$/u.test(word)) {
    if (
      before.some((other) => /^(?:negotiation|negotiations|talks)$/u.test(other)) ||
      /^(?:negotiations|talks|process)$/u.test(lowerAt(tokens, at + 1))
    )
      return "negotiating";
    return before.some((other) => /^(?:completed|complete|granted|approved|welcome|welcomed)$/u.test(other))
      ? "completed"
      : "proposed";
  }
  const { mood } = readMood(tokens, at, floor);
  if (mood === "negated") return null;
  return mood === "fact" && word.endsWith("ed") ? "completed" : "proposed";
}

/** States that join or leave a bloc: "Finland applied to join NATO", "the 38th member of the OECD". */
export function frameAccessions(context: FrameContext): { kept: DealMention[]; dropped: Dropped[] } {
  const { tokens, sentences } = context.doc;
  const kept: DealMention[] = [];
  for (const sentence of sentences) {
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const ordinalMember =
        lowerAt(tokens, at) === "member" &&
        /^(?:\d+|st|nd|rd|th|new|full|newest|latest)$/u.test(lowerAt(tokens, at - 1));
      if (!JOINS.test(lowerAt(tokens, at)) && !ordinalMember) continue;
      const bloc = joinedBloc(context, at, sentence.to);
      const clause = clauseAt(context, at);
      if (!bloc || !clause || NOT_JOINED.has(bloc.key)) continue;
      const status = ordinalMember ? "completed" : statusAt(context, at, clause.from);
      const joiners = distinct(
        offeredParties(context, clause.from, at)
          .map(({ party }) => party)
          .filter(
            (party) => party.type === "country" && party.key !== context.speaker && party.form !== "speaker",
          ),
      );
      if (status === null || joiners.length === 0 || joiners.length > 5) continue;
      const start = tokens[at]?.start ?? 0;
      kept.push({
        rule: "accession",
        sentence: sentence.index,
        start,
        end: tokens[at]?.end ?? start,
        kind: "treaty",
        rungs: [
          {
            status,
            date: status === "completed" || status === "ended" ? readDate(context, clause, at) : null,
            sentence: sentence.index,
          },
        ],
        parties: [...joiners, bloc].map(asParty),
        values: [],
        count: null,
        sectors: readSectors(tokens, sentence.from, sentence.to).slice(0, 1),
        definite: true,
        name: "",
        topic: "on membership",
        confidence: 0.65,
        features: ["accession", `word:${lowerAt(tokens, at)}`],
      });
      break;
    }
  }
  return { kept, dropped: [] };
}
