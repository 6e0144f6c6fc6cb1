import type { AgreementProfile } from "./agreement-profile.ts";
import type { NamedProfile } from "./named-profile.ts";

export type MatchProfile = AgreementProfile | NamedProfile;

/** A profile with the document that gave it. */
export interface Profiled<T extends MatchProfile = MatchProfile> {
  readonly document: string;
  readonly profile: T;
}
