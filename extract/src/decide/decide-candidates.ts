import {
  AGREEMENT_KINDS,
  AGREEMENT_STATUSES,
  type AgreementKind,
  type AgreementStatus,
} from "@entente/graph-schema";
import type { Candidate, DealMention, Dropped } from "../frame/deal-types.ts";
import type { FrameContext } from "../frame/frame-context.ts";
import { decidingFeatures, probabilityOf } from "./boosted-trees.ts";
import type { DecisionModel } from "./decision-model.ts";
import { dropEchoes } from "./drop-echoes.ts";
import { chooseClass } from "./linear-model.ts";
import { readDocumentFeatures, readFeatures } from "./read-features.ts";

/** A candidate with the features that the model reads. */
export interface FeaturedCandidate extends Candidate {
  readonly read: readonly string[];
}

/** Reads the features of every candidate of a document. */
export function featureCandidates(
  context: FrameContext,
  candidates: readonly Candidate[],
): FeaturedCandidate[] {
  const document = readDocumentFeatures(context, candidates);
  return candidates.map((candidate) => ({ ...candidate, read: readFeatures(context, candidate, document) }));
}

/** A candidate is a deal from this probability on. */
export const KEEP_FROM = 0.5;

/** Objections that no likelihood outweighs: the text itself says that there is no deal, or nobody makes it. */
const VETOES = new Set([
  "hypothetical",
  "denied",
  "no party",
  "companies only",
  "a request or reward",
  "an order to its own offices",
  "a standing body",
  "talks about no deal",
  "loans in general",
  "contracts in general",
]);

const isKind = (name: string): name is AgreementKind => AGREEMENT_KINDS.some((kind) => kind === name);
const isStatus = (name: string): name is AgreementStatus =>
  AGREEMENT_STATUSES.some((status) => status === name);

/** Gives a kept candidate the model's kind and status, where it is sure enough of another than the rules say. */
function settle(model: DecisionModel, candidate: FeaturedCandidate, confidence: number): DealMention {
  const { mention, read } = candidate;
  const kind = chooseClass(model.kind, read);
  const status = chooseClass(model.status, read);
  const [first, ...rest] = mention.rungs;
  const told: AgreementStatus = isStatus(status.name) ? status.name : (first?.status ?? "agreed");
  const rung =
    first === undefined || (first.status !== told && !(first.status === "suspended" && told === "ended"))
      ? {
          status: told,
          date: first?.date ?? null,
          sentence: mention.sentence,
          ...(first?.assumed ? { assumed: true } : {}),
        }
      : first;
  return {
    ...mention,
    kind: isKind(kind.name) ? kind.name : mention.kind,
    rungs: [rung, ...rest],
    confidence,
    decidedBy: decidingFeatures(model.deal, read, 12),
  };
}

/** A deal takes two: a state by itself makes none, unless its unnamed partners or deals are counted. */
const isAlone = ({ parties, count }: DealMention): boolean =>
  parties.length === 0 || (parties.length === 1 && parties[0]?.type !== "bloc" && count === null);

/** Keeps the candidates that the model takes for deals. */
export function decideCandidates(
  model: DecisionModel,
  candidates: readonly FeaturedCandidate[],
  keepFrom: number,
): { kept: DealMention[]; dropped: Dropped[] } {
  const kept: DealMention[] = [];
  const dropped: Dropped[] = [];
  for (const candidate of candidates) {
    const probability = probabilityOf(model.deal, candidate.read);
    const vetoed = candidate.objection !== null && VETOES.has(candidate.objection);
    if (probability >= keepFrom && !vetoed && !isAlone(candidate.mention))
      kept.push(settle(model, candidate, probability));
    else
      dropped.push({
        mention: {
          ...candidate.mention,
          confidence: probability,
          decidedBy: decidingFeatures(model.deal, candidate.read, 12),
        },
        reason: candidate.objection ?? (isAlone(candidate.mention) ? "one party" : "unlikely"),
      });
  }
  const told = dropEchoes(kept);
  dropped.push(...told.echoes.map((mention) => ({ mention, reason: "told better by its sentence" })));
  return { kept: [...told.kept], dropped };
}
