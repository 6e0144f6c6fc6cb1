import type { ReactNode } from "react";
import type { ClaimLine } from "../api/claim-line.ts";
import { percentOf } from "../wording/labels.ts";

interface Props {
  /** The claim behind the fact; without one the fact is only text. */
  readonly claim: ClaimLine | undefined;
  readonly isSelected: boolean;
  readonly onClaim: (id: string) => void;
  readonly children: ReactNode;
  readonly title?: string;
}

/** A fact that opens the sentence that states it; dashed until somebody reviewed it. */
export function Stated({ claim, isSelected, onClaim, children, title }: Props) {
  if (!claim) return <span title={title}>{children}</span>;
  const isUnreviewed = claim.status === "PROPOSED";
  return (
    <button
      type="button"
      className={isUnreviewed ? "stated is-unreviewed" : "stated"}
      aria-pressed={isSelected}
      title={
        title ??
        `${isUnreviewed ? "Not reviewed yet" : claim.status.toLowerCase()}, confidence ${percentOf(claim.confidence)}`
      }
      onClick={() => onClaim(claim.id)}
    >
      {children}
    </button>
  );
}
