import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useQuery } from "urql";
import type { ClaimLine } from "../api/claim-line.ts";
import { DOCUMENT } from "../api/document.ts";
import { cutText, type Span } from "../state/highlight.ts";
import { usePermission } from "../use-permission.ts";
import { formatDate } from "../wording/format-date.ts";
import { formatMoment } from "../wording/format-moment.ts";

const RetractDialog = lazy(() =>
  import("./RetractDialog.tsx").then((module) => ({ default: module.RetractDialog })),
);

interface Props {
  readonly claim: ClaimLine;
  readonly others: readonly ClaimLine[];
}

const spanOf = ({ evidence }: ClaimLine): Span | null =>
  evidence.start === null || evidence.end === null ? null : { start: evidence.start, end: evidence.end };

/** The document with the claim's span marked and scrolled to; a row or a lone quote where there is no text. */
export function SourceText({ claim, others }: Props) {
  const { document, quote, row } = claim.evidence;
  const [answer] = useQuery({ query: DOCUMENT, variables: { id: document.id } });
  const permission = usePermission("REVIEWER");
  const [isRetracting, setRetracting] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const node = answer.data?.node;
  const text = node?.__typename === "Document" ? node.text : null;
  const spans = others
    .filter((other) => other.evidence.document.id === document.id)
    .flatMap((other) => spanOf(other) ?? []);

  useEffect(() => {
    const mark = box.current?.querySelector<HTMLElement>("mark.is-selected");
    if (!box.current || !mark) return;
    // Only this box scrolls: the page stays where it is.
    box.current.scrollTop = mark.offsetTop - Math.max(12, (box.current.clientHeight - mark.offsetHeight) / 2);
  }, [claim.id, text]);

  const source = [document.publisher, document.published && formatDate(document.published)].filter(Boolean);
  return (
    <section className="source" aria-label="Source">
      <header>
        <h3>{document.title}</h3>
        <p className="source-tools">
          {source.join(" · ")}
          {document.url && (
            <a href={document.url} target="_blank" rel="noreferrer noopener">
              Open source
            </a>
          )}
          {permission.isAllowed && document.retractedAt === null && (
            <button type="button" className="link" onClick={() => setRetracting(true)}>
              Retract…
            </button>
          )}
        </p>
        {document.retractedAt !== null && (
          <p className="source-retracted">
            Retracted on {formatMoment(document.retractedAt)}
            {document.retractionReason && `: ${document.retractionReason}`}
          </p>
        )}
      </header>
      <div className="source-text" ref={box} tabIndex={0} role="region" aria-label="Text of the source">
        {text ? (
          cutText(text, spanOf(claim), spans).map((segment, index) =>
            segment.kind === "plain" ? (
              <span key={index}>{segment.text}</span>
            ) : (
              <mark key={index} className={segment.kind === "selected" ? "is-selected" : "is-other"}>
                {segment.text}
              </mark>
            ),
          )
        ) : (
          <>
            {row && <p className="aside">Row {row}</p>}
            <mark className="is-selected">{quote}</mark>
          </>
        )}
      </div>
      {isRetracting && (
        <Suspense>
          <RetractDialog id={document.id} title={document.title} onClose={() => setRetracting(false)} />
        </Suspense>
      )}
    </section>
  );
}
