const SPECIAL: Readonly<Record<string, string>> = {
  "in-force": "in force",
  "currency-swap": "currency swap",
};

/** A vocabulary word as people read it: "JOINT_FUND" and "joint-fund" are "joint fund". */
export function wordOf(term: string): string {
  const word = term.toLowerCase().replaceAll("_", "-");
  return SPECIAL[word] ?? word.replaceAll("-", " ");
}

export const capitalize = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A vocabulary word at the start of a line or label. */
export const labelOf = (term: string): string => capitalize(wordOf(term));

/** "1 agreement", "1,204 agreements". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${new Intl.NumberFormat("en").format(count)} ${count === 1 ? noun : plural}`;
}

/** "86%": how sure the extractor was. */
export const percentOf = (confidence: number): string => `${Math.round(confidence * 100)}%`;

/** What a property of an agreement is called in the evidence list. */
export function propertyLabel(property: string): string {
  const names: Readonly<Record<string, string>> = {
    party: "Party",
    amount: "Value",
    "signed-by": "Signed by",
    "part-of": "Part of",
    "not-for-aggregates": "Not for totals",
  };
  return names[property.toLowerCase().replaceAll("_", "-")] ?? labelOf(property);
}
