import type { Token } from "../tokenise/document.ts";
import { scanTokens } from "../tokenise/scan-tokens.ts";

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value?: T;
}

export interface PhraseMatch<T> {
  readonly to: number;
  readonly value: T;
}

/** Longest-match lookup of phrases over tokens. Case counts unless `fold` is set; curly apostrophes are plain. */
export class PhraseTrie<T> {
  private readonly root: Node<T> = { next: new Map() };
  private readonly fold: boolean;

  constructor(fold = false) {
    this.fold = fold;
  }

  private key(text: string): string {
    const plain = text.replace(/’/gu, "'");
    return this.fold ? plain.toLowerCase() : plain;
  }

  /** The first value added for a phrase stays. */
  add(phrase: string, value: T): void {
    let node = this.root;
    for (const token of scanTokens(phrase)) {
      const key = this.key(token.text);
      let child = node.next.get(key);
      if (!child) node.next.set(key, (child = { next: new Map() }));
      node = child;
    }
    node.value ??= value;
  }

  match(tokens: readonly Token[], at: number): PhraseMatch<T> | null {
    let node: Node<T> | undefined = this.root;
    let best: PhraseMatch<T> | null = null;
    for (let index = at; node && index < tokens.length; index += 1) {
      node = node.next.get(this.key(tokens[index]?.text ?? ""));
      if (node?.value !== undefined) best = { to: index + 1, value: node.value };
    }
    return best;
  }
}
