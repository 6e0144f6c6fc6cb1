import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ArticleInput } from "../article.ts";
import { normalizeText } from "../clean/normalize-text.ts";
import { ANSWER_SCHEMA, readAnswer, type ModelAnswer } from "../llm/model-answer.ts";
import { PROMPT_VERSION } from "../llm/write-prompt.ts";
import type { ModelConfig } from "./model-config.ts";

/** Everything that an answer depends on. */
function keyOf({ title, text, published }: ArticleInput, { dialect, url, model }: ModelConfig): string {
  const parts = [
    normalizeText(text),
    title ?? null,
    published ?? null,
    PROMPT_VERSION,
    ANSWER_SCHEMA,
    dialect,
    url,
    model,
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

const fileOf = (folder: string, key: string): string => join(folder, key.slice(0, 2), `${key}.json`);

/** The answer that was kept for an article; null where there is none, or a damaged one. */
export async function readCached(article: ArticleInput, config: ModelConfig): Promise<ModelAnswer | null> {
  if (config.cacheFolder === null) return null;
  try {
    const read = readAnswer(await readFile(fileOf(config.cacheFolder, keyOf(article, config)), "utf8"));
    return "answer" in read ? read.answer : null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Keeps an answer, whole or not at all. */
export async function writeCached(
  article: ArticleInput,
  config: ModelConfig,
  answer: ModelAnswer,
): Promise<void> {
  if (config.cacheFolder === null) return;
  const file = fileOf(config.cacheFolder, keyOf(article, config));
  const unfinished = `${file}.${randomUUID()}.part`;
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(unfinished, JSON.stringify(answer));
  await rename(unfinished, file);
}
