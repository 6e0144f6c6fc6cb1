import { useState } from "react";
import { useQuery } from "urql";
import { IDENTITY_LINKS, NAME_BEFORE, type IdentityLink } from "../../api/identity.ts";
import type { SearchType } from "../../api/search.ts";
import { useNotice } from "../../use-notices.ts";
import { messageOf, useIdentity } from "../../use-identity.ts";
import { usePermission } from "../../use-permission.ts";
import { formatMoment } from "../../wording/format-moment.ts";
import { counted } from "../../wording/labels.ts";
import { MergeDialog, type Named } from "./MergeDialog.tsx";

interface Props {
  readonly entity: Named;
  readonly type: SearchType;
  readonly mergedIds: readonly string[];
}

/** With what an entity was merged or told apart, each undone here, and the merging with another. */
export function IdentitySection({ entity, type, mergedIds }: Props) {
  const permission = usePermission("REVIEWER");
  const { undoMerge, untell } = useIdentity();
  const notice = useNotice();
  const [isMerging, setMerging] = useState(false);
  const [{ data }] = useQuery({
    query: IDENTITY_LINKS,
    variables: { id: entity.id },
    context: LINKS_CONTEXT,
  });
  const own = [entity.id, ...mergedIds];
  const links = (data?.identityLinks ?? []).filter(({ kind }) => kind !== "POSSIBLY_SAME");
  // The end that is not this record's own: of a merge what was merged, of a mark the other side.
  const otherOf = ({ kind, a, b }: IdentityLink): string => (kind === "SAME" || own.includes(a) ? b : a);
  const takeBack = (link: IdentityLink) => {
    const act = link.kind === "SAME" ? undoMerge(link.id) : untell(link.a, link.b);
    act.then(notice.say, (error: unknown) => notice.say(messageOf(error)));
  };
  return (
    <section className="identity" aria-label="Identity">
      {links.length > 0 && (
        <details open>
          <summary>{counted(links.length, "link")} to other records</summary>
          <ul className="plain">
            {links.map((link) => (
              <li key={link.id}>
                <span>
                  {link.kind === "SAME" ? "Merged with " : "Not the same as "}
                  <NameBefore id={otherOf(link)} at={link.at} />
                  <span className="aside">
                    {" "}
                    {link.isAutomatic ? "found by matching" : `by ${link.by}`}, {formatMoment(link.at)}:{" "}
                    {link.reasons.join("; ")}
                  </span>
                </span>
                {permission.isAllowed && (
                  <button type="button" className="link" onClick={() => takeBack(link)}>
                    {link.kind === "SAME" ? "Undo merge" : "Take back"}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <button
        type="button"
        className="button is-small"
        disabled={!permission.isAllowed}
        title={permission.isAllowed ? undefined : permission.reason}
        onClick={() => setMerging(true)}
      >
        Merge with another…
      </button>
      {isMerging && (
        <MergeDialog
          one={entity}
          other={null}
          type={type}
          onClose={() => setMerging(false)}
          onMerged={({ mergeId, claims }, { into, from }) => {
            setMerging(false);
            if (mergeId === null) return;
            notice.done({
              text: `Merged ${from.name} into ${into.name}: ${counted(claims, "claim")} moved.`,
              undo: () => undoMerge(mergeId),
            });
          }}
        />
      )}
    </section>
  );
}

/** The moment before is the newest one that knows the other record by its own name. */
function NameBefore({ id, at }: { readonly id: string; readonly at: string }) {
  const before = new Date(Date.parse(at) - 1).toISOString();
  const [{ data }] = useQuery({ query: NAME_BEFORE, variables: { id, before: { knownOn: before } } });
  return data?.node && "name" in data.node ? data.node.name : id;
}

const LINKS_CONTEXT = { additionalTypenames: ["Agreement", "IdentityLink"] };
