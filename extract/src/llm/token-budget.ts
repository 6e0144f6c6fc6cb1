import { ModelError } from "./model-error.ts";

/** US dollars for a million tokens. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

/** What a run may use. */
export interface BudgetLimits {
  readonly maxTokens: number;
  /** US dollars; null without a cap. */
  readonly maxCost: number | null;
  readonly price: TokenPrice | null;
}

export interface TokenUse {
  readonly input: number;
  readonly output: number;
}

/** Characters per token of English news, on the low side: an estimate must not be under the bill. */
const CHARACTERS_PER_TOKEN = 3;

export const estimateTokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);

/** Counts what a run uses and refuses the request that would go over, before it is sent. */
export class TokenBudget {
  private readonly limits: BudgetLimits;
  private used: TokenUse = { input: 0, output: 0 };

  constructor(limits: BudgetLimits) {
    this.limits = limits;
  }

  /** Sets the estimate aside, so that requests under way count too; answers how to replace it by the bill. */
  reserve(estimate: TokenUse): (bill: TokenUse) => void {
    const next = add(this.used, estimate);
    this.check(next);
    this.used = next;
    return (bill) => {
      this.used = add(this.used, {
        input: bill.input - estimate.input,
        output: bill.output - estimate.output,
      });
    };
  }

  /** US dollars so far; null without a price. */
  private costOf({ input, output }: TokenUse): number | null {
    const { price } = this.limits;
    return price && (input * price.input + output * price.output) / 1_000_000;
  }

  private check(next: TokenUse): void {
    const { maxTokens, maxCost } = this.limits;
    const tokens = next.input + next.output;
    if (tokens > maxTokens) {
      throw new ModelError(
        `ENTENTE_LLM_MAX_TOKENS: the next request would bring this run to about ${tokens} tokens, expected at most ${maxTokens}`,
        { stops: true },
      );
    }
    const cost = this.costOf(next);
    if (maxCost !== null && cost !== null && cost > maxCost) {
      throw new ModelError(
        `ENTENTE_LLM_MAX_COST: the next request would bring this run to about $${cost.toFixed(4)}, expected at most $${maxCost}`,
        { stops: true },
      );
    }
  }
}

const add = (a: TokenUse, b: TokenUse): TokenUse => ({
  input: a.input + b.input,
  output: a.output + b.output,
});
