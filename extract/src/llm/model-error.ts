/**
 * A model that gave nothing to believe; the message says what was asked, got and expected, and never holds the key.
 * `stops` is true where every other article would fail alike: a wrong key, an unknown model, a spent budget.
 */
export class ModelError extends Error {
  readonly stops: boolean;
  constructor(
    message: string,
    { stops = false, ...options }: ErrorOptions & { readonly stops?: boolean } = {},
  ) {
    super(message, options);
    this.name = "ModelError";
    this.stops = stops;
  }
}
