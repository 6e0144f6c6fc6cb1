/** GraphQL enums carry the vocabularies' words in UPPER_CASE: "in-force" → "IN_FORCE". */
export const toEnumWord = (word: string): string => word.toUpperCase().replaceAll("-", "_");
