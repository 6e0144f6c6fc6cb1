export interface Span {
  readonly start: number;
  readonly end: number;
}
export interface Segment {
  readonly text: string;
  readonly kind: "plain" | "other" | "selected";
}

/**
 * Cuts a text at UTF-16 offsets so that the selected span is one unbroken segment; other spans show only
 * outside it. Spans that do not lie in the text are left out.
 */
export function cutText(text: string, selected: Span | null, others: readonly Span[]): readonly Segment[] {
  const isInside = (span: Span): boolean =>
    span.start >= 0 && span.start < span.end && span.end <= text.length;
  const chosen = selected && isInside(selected) ? selected : null;
  const valid = others.filter(isInside);
  const cuts = [0, text.length, ...(chosen ? [chosen.start, chosen.end] : [])];
  for (const span of valid) {
    for (const cut of [span.start, span.end]) {
      if (!chosen || cut <= chosen.start || cut >= chosen.end) cuts.push(cut);
    }
  }
  const ordered = [...new Set(cuts)].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? text.length;
    const isSelected = chosen !== null && start === chosen.start;
    const isOther = valid.some((span) => span.start <= start && end <= span.end);
    return { text: text.slice(start, end), kind: isSelected ? "selected" : isOther ? "other" : "plain" };
  });
}
