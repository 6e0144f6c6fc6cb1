import { useEffect, useRef } from "react";
import { useQuery } from "urql";
import type { ClaimLine } from "../api/claim-line.ts";
import { DOCUMENT } from "../api/document.ts";
import { cutText, type Span } from "../state/highlight.ts";
import { formatDate } from "../wording/format-date.ts";

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
        <p>
          {source.join(" · ")}
          {document.url && (
            <a href={document.url} target="_blank" rel="noreferrer noopener">
              Open source
            </a>
          )}
        </p>
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
    </section>
  );
}
