import { createModelExtractor, EXTRACTORS, rulesExtractor, type Extractor } from "@entente/extract";
import { UsageError } from "../errors.ts";
import { textOption, type Command, type Invocation, type Io } from "./command.ts";
import { readModelConfig } from "./read-model-config.ts";

export const EXTRACTOR_OPTIONS: Command["options"] = { extractor: { type: "string" } };

export const EXTRACTOR_HELP = `  --extractor NAME    who reads: rules (the default: offline, deterministic), llm (a language model, whose quotes, parties,
                      dates and sums are checked against the text) or both (what either finds; surer where they agree)

The model is set by ENTENTE_LLM (openai, anthropic or ollama), ENTENTE_LLM_MODEL, ENTENTE_LLM_KEY and ENTENTE_LLM_URL;
the README lists what limits its cost.`;

/** The extractor that the options name; throws UsageError where it, or the model's settings, do not fit. */
export function readExtractor(invocation: Invocation, { env }: Pick<Io, "env">): Extractor {
  const text = textOption(invocation, "extractor") ?? "rules";
  const name = EXTRACTORS.find((one) => one === text);
  if (!name) throw new UsageError(`--extractor: got "${text}", expected ${EXTRACTORS.join(", ")}`);
  return name === "rules" ? rulesExtractor : createModelExtractor(name, readModelConfig(env));
}
