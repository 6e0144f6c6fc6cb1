/** The colors of the page's own style sheet: the canvas has none of its own. */
export const TOKEN_NAMES = [
  "ground",
  "ink",
  "ink-2",
  "spoke",
  "spoke-strong",
  "hub",
  "on-hub",
  "country",
  "bloc",
  "organization",
  "region",
  "mark-line",
  "focus",
] as const;
export type Tokens = Readonly<Record<(typeof TOKEN_NAMES)[number], string>>;

/** Reads the tokens as the browser resolves them now; a custom property itself still says `light-dark(…)`. */
export function readTokens(within: HTMLElement): Tokens {
  const probe = document.createElement("span");
  within.append(probe);
  const entries = TOKEN_NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(entries) as Tokens;
}
