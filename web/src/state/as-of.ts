import type { Transition } from "./view.ts";

/** One point of recorded time, as the API takes it. */
export type AsOf = { readonly version: number } | { readonly knownOn: string };

/** A data version is a whole number; the API's integers end at 2^31. */
const VERSION = /^\d{1,9}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** What the URL may say: "12", or a moment with its time zone. */
export const isAsOf = (text: string): boolean =>
  VERSION.test(text) || (MOMENT.test(text) && !Number.isNaN(Date.parse(text)));

/** The API's form of what the URL says; null is now. */
export function readAsOf(text: string | null): AsOf | null {
  if (text === null || !isAsOf(text)) return null;
  return VERSION.test(text) ? { version: Number(text) } : { knownOn: new Date(text).toISOString() };
}

/** Everything as it was known then; queues are about now, so they close. */
export const travelTo =
  (asOf: string): Transition =>
  (view) =>
    isAsOf(asOf) ? { ...view, asOf, desk: null, source: null } : view;

export const returnToNow: Transition = (view) => ({ ...view, asOf: null });
