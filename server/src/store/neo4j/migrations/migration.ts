export interface Migration {
  /** Number and subject; applied in this order and never changed after a release. */
  readonly name: string;
  /** Each runs in a transaction of its own and must bear being run again: schema and data cannot change together. */
  readonly statements: readonly string[];
}
