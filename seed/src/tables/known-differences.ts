/**
 * Slots that the extractor still reads otherwise than the table says, as `brief: parties: slot expected/found`.
 * The list may only shrink: the seed's test fails on a difference that is not listed and on a listed one that is gone.
 */
export const KNOWN_DIFFERENCES: readonly string[] = [];
