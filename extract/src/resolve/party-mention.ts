import type { Located } from "../mention/mention-types.ts";

/** Why a stretch of words can be a party. */
export type PartyForm =
  "name" | "demonym" | "agency" | "capital" | "person" | "organization" | "coreference" | "speaker";

/** Words that can name a party, resolved: "Premier Li" is CHN, "the two countries" is two of these. */
export interface PartyMention extends Located {
  readonly type: "country" | "bloc" | "organization";
  readonly key: string;
  readonly form: PartyForm;
}
