import type { DealMention } from "../frame/deal-types.ts";

const isWithin = (a: DealMention, b: DealMention): boolean => {
  const keys = new Set(b.parties.map((party) => party.key));
  return a.parties.every((party) => keys.has(party.key));
};

const isRelated = (a: DealMention, b: DealMention): boolean => isWithin(a, b) || isWithin(b, a);

/** A commitment is only the verb of what a noun or an amount in its sentence tells better. */
const isVerbOf = (verb: DealMention, other: DealMention): boolean =>
  verb.rule === "commitment" && other.rule !== "commitment" && isRelated(verb, other);

/** Two readings of one amount: "$2 billion in commitments" is no package beside a grant. */
const sharesMoney = (a: DealMention, b: DealMention): boolean =>
  a.rule !== b.rule &&
  isRelated(a, b) &&
  a.values.some((value) => b.values.some((other) => other.start === value.start));

/** Splits what was kept into deals and second readings of the same words, each less likely than the first. */
export function dropEchoes(mentions: readonly DealMention[]): {
  kept: readonly DealMention[];
  echoes: readonly DealMention[];
} {
  const echoes = mentions.filter((mention) =>
    mentions.some(
      (other) =>
        other !== mention &&
        other.sentence === mention.sentence &&
        (isVerbOf(mention, other) || (sharesMoney(mention, other) && mention.confidence < other.confidence)),
    ),
  );
  return { kept: mentions.filter((mention) => !echoes.includes(mention)), echoes };
}
