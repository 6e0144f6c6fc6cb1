import type { IngestResult } from "../api/ingest-document.ts";
import { formatStated } from "../wording/format-date.ts";
import { counted, labelOf, percentOf } from "../wording/labels.ts";
import { natureOf, valueOf } from "./AgreementRow.tsx";

interface Props {
  readonly result: IngestResult;
}

/** The sentences of one agreement, the surest first, each once. */
function quotesOf(result: IngestResult, agreement: string): readonly { quote: string; confidence: number }[] {
  const quotes = new Map<string, number>();
  for (const claim of result.claims) {
    if (claim.subject?.id !== agreement) continue;
    const { quote } = claim.evidence;
    quotes.set(quote, Math.max(claim.confidence, quotes.get(quote) ?? 0));
  }
  return [...quotes]
    .map(([quote, confidence]) => ({ quote, confidence }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** What a dry run found: every agreement beside the sentences that state it. */
export function ArticleFindings({ result }: Props) {
  return (
    <ol className="findings">
      {result.agreements.map((agreement) => {
        const value = valueOf(agreement);
        return (
          <li key={agreement.id}>
            <div className="finding-head">
              <strong>
                {agreement.parties.map(({ party }) => party.name).join(" – ") || agreement.name}
              </strong>
              <span>
                {natureOf(agreement)}
                {agreement.date && ` · ${formatStated(agreement.date)}`}
                {value && ` · ${value}`}
              </span>
            </div>
            {agreement.sectors.length > 0 && (
              <p className="aside">{agreement.sectors.map((sector) => labelOf(sector.name)).join(", ")}</p>
            )}
            {quotesOf(result, agreement.id).map(({ quote, confidence }) => (
              <blockquote key={quote}>
                {quote} <span className="aside">{percentOf(confidence)} sure</span>
              </blockquote>
            ))}
          </li>
        );
      })}
      {result.agreements.length === 0 && (
        <li>
          <p>
            No agreement was found in {counted(result.claims.length, "statement")}. The text can still be
            stored as a source.
          </p>
        </li>
      )}
    </ol>
  );
}
