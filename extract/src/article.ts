/** What a caller knows about an article; only the text is required. */
export interface ArticleInput {
  readonly title?: string;
  readonly text: string;
  /** YYYY-MM-DD, YYYY-MM or YYYY. Relative dates ("last December") are resolved against it. */
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
}
