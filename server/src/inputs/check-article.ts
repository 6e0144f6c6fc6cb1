import { findForeignLanguage, type ArticleInput } from "@entente/extract";
import { InvalidInputError } from "../errors.ts";
import { MAX_TEXT_LENGTH } from "../ingest/index.ts";

/**
 * Refuses what extraction cannot read: a text above a million characters, and one in another language than English, in
 * which the rules would find nonsense. `field` is the input that held it.
 */
export function checkArticle({ text }: ArticleInput, field = "text"): void {
  if (text.length > MAX_TEXT_LENGTH) {
    const [got, limit] = [text.length, MAX_TEXT_LENGTH].map((length) => length.toLocaleString("en"));
    throw new InvalidInputError(`${field}: got ${got} characters, expected at most ${limit}`, [
      "input",
      field,
    ]);
  }
  const language = findForeignLanguage(text);
  if (language === null) return;
  throw new InvalidInputError(
    `${field}: got a text in ${language}, expected English: only English is supported`,
    ["input", field],
  );
}
