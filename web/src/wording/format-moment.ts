const MOMENT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** "27 Nov 2026, 17:03:05" in the reader's own time zone. */
export const formatMoment = (iso: string): string => MOMENT.format(new Date(iso));

/** The value of a datetime-local field for a moment: the reader's own time, without a zone. */
export function toLocalField(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
