import type { Fact, Mention, Property, Value } from "@entente/graph-schema";
import type { ArticleAnalysis } from "../analyze-article.ts";
import { firstAt } from "../tokenise/first-at.ts";
import { localAt, referenceMention } from "./fact-locals.ts";

/** What a fact is besides subject, property and value. */
export interface FactDetail {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly validOn?: Fact["validOn"];
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Gathers the mentions and facts of one article, each mention once. */
export class FactCollector {
  readonly analysis: ArticleAnalysis;
  private readonly byLocal = new Map<string, Mention>();
  private readonly byName = new Map<string, string>();
  private readonly list: Fact[] = [];

  constructor(analysis: ArticleAnalysis) {
    this.analysis = analysis;
  }

  mentions(): Mention[] {
    return [...this.byLocal.values()];
  }

  facts(): Fact[] {
    return this.list;
  }

  /** Local key of a country or bloc; a body outside the reference tables becomes an organization named so. */
  reference(type: "country" | "bloc", code: string, start: number): string {
    const mention = referenceMention(type, code);
    if (!mention) return this.named("organization", code, start);
    this.byLocal.set(mention.local, mention);
    return mention.local;
  }

  /** Local key of an organization, person or event: that of its first mention, one per name. */
  named(type: "organization" | "person" | "event", name: string, start: number): string {
    const known = this.byName.get(`${type} ${name}`);
    if (known) return known;
    const local = localAt(type, start);
    this.byName.set(`${type} ${name}`, local);
    this.byLocal.set(local, { local, type, name });
    this.add(local, "name", {
      value: { type: "text", text: name },
      ...this.sentenceAt(start),
      confidence: 0.9,
    });
    return local;
  }

  /** Local key of the agreement whose naming words start at `start`. */
  agreement(start: number): string {
    const local = localAt("agreement", start);
    this.byLocal.set(local, { local, type: "agreement" });
    return local;
  }

  add(subject: string, property: Property, detail: FactDetail & { readonly value: Value }): void {
    const { value, start, end, confidence, validOn } = detail;
    this.list.push({
      subject,
      property,
      value,
      ...(validOn ? { validOn } : {}),
      evidence: { start, end },
      confidence: round(confidence),
    });
  }

  /** Span of the sentence that holds an offset. */
  sentenceAt(offset: number): { start: number; end: number } {
    const { sentences } = this.analysis.doc;
    const sentence = sentences[firstAt(sentences, offset + 1, ({ start }) => start) - 1];
    return sentence && offset < sentence.end
      ? { start: sentence.start, end: sentence.end }
      : { start: offset, end: offset + 1 };
  }
}
