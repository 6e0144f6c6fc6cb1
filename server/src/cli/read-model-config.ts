import { MODEL_DIALECTS, type ModelConfig, type ModelDialect } from "@entente/extract";
import { join } from "node:path";
import { readStoreConfig } from "../config.ts";
import { UsageError } from "../errors.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Where each dialect's own service is. */
const DEFAULT_URLS: Readonly<Record<ModelDialect, string>> = {
  openai: "https://api.openai.com/v1",
  anthropic: "https://api.anthropic.com",
  ollama: "http://127.0.0.1:11434",
};

function readDialect(env: Env): ModelDialect {
  const named = env.ENTENTE_LLM || "";
  const dialect = MODEL_DIALECTS.find((one) => one === named);
  if (dialect) return dialect;
  const got = named === "" ? "nothing" : `"${named}"`;
  throw new UsageError(
    `ENTENTE_LLM: got ${got}, expected ${MODEL_DIALECTS.join(", ")}; the rules need no model (--extractor rules)`,
  );
}

function readUrl(env: Env, dialect: ModelDialect): string {
  const text = env.ENTENTE_LLM_URL || DEFAULT_URLS[dialect];
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password || url.search) {
    const shown = url?.password ? "an address with a password" : `"${text}"`;
    throw new UsageError(
      `ENTENTE_LLM_URL: got ${shown}, expected an http or https address such as ${DEFAULT_URLS[dialect]}`,
    );
  }
  return text;
}

/** A whole number within bounds, or the default. */
function readNumber(
  env: Env,
  name: string,
  bounds: { readonly from: number; readonly to: number; readonly otherwise: number },
): number {
  const text = env[name] || String(bounds.otherwise);
  const number = Number(text);
  if (!/^\d+$/u.test(text) || number < bounds.from || number > bounds.to) {
    throw new UsageError(
      `${name}: got "${text}", expected a whole number from ${bounds.from} to ${bounds.to}`,
    );
  }
  return number;
}

function readPrice(env: Env): ModelConfig["price"] {
  const text = env.ENTENTE_LLM_PRICE;
  if (!text) return null;
  const [, input, output] = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/u.exec(text) ?? [];
  if (input === undefined || output === undefined) {
    throw new UsageError(
      `ENTENTE_LLM_PRICE: got "${text}", expected US dollars for a million tokens in and out, such as 0.15/0.60`,
    );
  }
  return { input: Number(input), output: Number(output) };
}

function readMaxCost(env: Env, price: ModelConfig["price"]): number | null {
  const text = env.ENTENTE_LLM_MAX_COST;
  if (!text) return null;
  const cost = Number(text);
  if (!Number.isFinite(cost) || cost <= 0) {
    throw new UsageError(`ENTENTE_LLM_MAX_COST: got "${text}", expected US dollars above 0, such as 2.50`);
  }
  if (!price)
    throw new UsageError("ENTENTE_LLM_PRICE: not set, expected with ENTENTE_LLM_MAX_COST, such as 0.15/0.60");
  return cost;
}

/** Settings of the model from environment variables; throws UsageError that names the variable. Empty ones count as missing. */
export function readModelConfig(env: Env): ModelConfig {
  const dialect = readDialect(env);
  const model = env.ENTENTE_LLM_MODEL || "";
  if (model === "")
    throw new UsageError("ENTENTE_LLM_MODEL: not set, expected the model's name at its server");
  const url = readUrl(env, dialect);
  const key = env.ENTENTE_LLM_KEY || null;
  if (key === null && url === DEFAULT_URLS[dialect] && dialect !== "ollama") {
    throw new UsageError(`ENTENTE_LLM_KEY: not set, expected a key of ${url}`);
  }
  const price = readPrice(env);
  const cache = env.ENTENTE_LLM_CACHE || join(readStoreConfig(env).dataFolder, "llm-cache");
  return {
    dialect,
    url,
    model,
    key,
    price,
    maxCost: readMaxCost(env, price),
    maxTokens: readNumber(env, "ENTENTE_LLM_MAX_TOKENS", { from: 1_000, to: 1e12, otherwise: 1_000_000 }),
    maxCharacters: readNumber(env, "ENTENTE_LLM_MAX_CHARACTERS", { from: 100, to: 1e6, otherwise: 60_000 }),
    maxOutputTokens: readNumber(env, "ENTENTE_LLM_MAX_OUTPUT", { from: 100, to: 100_000, otherwise: 4_096 }),
    timeoutMs: readNumber(env, "ENTENTE_LLM_TIMEOUT_MS", { from: 10, to: 3_600_000, otherwise: 120_000 }),
    retryMs: readNumber(env, "ENTENTE_LLM_RETRY_MS", { from: 1, to: 60_000, otherwise: 1_000 }),
    concurrency: readNumber(env, "ENTENTE_LLM_CONCURRENCY", { from: 1, to: 16, otherwise: 2 }),
    cacheFolder: cache === "off" ? null : cache,
  };
}
