import { z } from "zod";
import { ANSWER_SCHEMA } from "../../llm/model-answer.ts";
import { withSchema } from "../../llm/write-prompt.ts";
import type { Dialect } from "./dialect.ts";

const replySchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});

/** Chat completions, as OpenAI's API and the servers that follow it take them. */
export const openaiDialect: Dialect = {
  path: "/chat/completions",
  headers: (key) => (key === null ? {} : { authorization: `Bearer ${key}` }),
  body: ({ prompt, model, maxOutputTokens, mode, temperature }) => {
    const { system, user } = mode === "schema" ? prompt : withSchema(prompt);
    return {
      model,
      max_completion_tokens: maxOutputTokens,
      ...(temperature === null ? {} : { temperature }),
      messages: [
        { role: "system", content: system },
        { role: "user", content: user },
      ],
      response_format:
        mode === "schema"
          ? { type: "json_schema", json_schema: { name: "deals", strict: true, schema: ANSWER_SCHEMA } }
          : { type: "json_object" },
    };
  },
  read: (reply) => {
    const { choices, usage } = replySchema.parse(reply);
    const { message, finish_reason: finish } = choices[0] ?? { message: {} };
    return {
      content: message.content || null,
      use: usage ? { input: usage.prompt_tokens, output: usage.completion_tokens } : null,
      stopped: message.refusal ?? finish ?? null,
    };
  },
};
