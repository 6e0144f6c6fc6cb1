import { z } from "zod";
import { ANSWER_SCHEMA } from "../../llm/model-answer.ts";
import { withSchema } from "../../llm/write-prompt.ts";
import type { Dialect } from "./dialect.ts";

const TOOL = "list_deals";

const replySchema = z.object({
  content: z.array(
    z.object({
      type: z.string(),
      text: z.string().nullish(),
      name: z.string().nullish(),
      input: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
  stop_reason: z.string().nullish(),
  usage: z.object({ input_tokens: z.number(), output_tokens: z.number() }).nullish(),
});

/** Messages of Anthropic's API. The forced tool is only the answer's form: nothing is run, and its input is the answer. */
export const anthropicDialect: Dialect = {
  path: "/v1/messages",
  headers: (key) => ({ "anthropic-version": "2023-06-01", ...(key === null ? {} : { "x-api-key": key }) }),
  body: ({ prompt, model, maxOutputTokens, mode, temperature }) => {
    const { system, user } = mode === "schema" ? prompt : withSchema(prompt);
    return {
      model,
      max_tokens: maxOutputTokens,
      ...(temperature === null ? {} : { temperature }),
      system,
      messages: [{ role: "user", content: user }],
      ...(mode === "schema"
        ? {
            tools: [{ name: TOOL, description: "Takes the list of deals.", input_schema: ANSWER_SCHEMA }],
            tool_choice: { type: "tool", name: TOOL },
          }
        : {}),
    };
  },
  read: (reply) => {
    const { content, stop_reason: stopped, usage } = replySchema.parse(reply);
    const tool = content.find(({ type, name }) => type === "tool_use" && name === TOOL);
    const text = content.map((block) => (block.type === "text" ? (block.text ?? "") : "")).join("");
    return {
      content: tool?.input ?? (text || null),
      use: usage ? { input: usage.input_tokens, output: usage.output_tokens } : null,
      stopped: stopped ?? null,
    };
  },
};
