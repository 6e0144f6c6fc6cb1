/** Nouns that make an amount of money aid given by one party to another. Lower case. */
export const AID_NOUNS: ReadonlySet<string> = new Set(
  "assistance aid funding support grant grants donation contribution contributions relief funds drawdown package commitment compact award gift investment investments pledge aid packages tranche allocation arms equipment humanitarian".split(
    " ",
  ),
);

/** Verbs of giving; the tense decides whether it is agreed, proposed or done. Base forms. */
export const GIVING_VERBS: ReadonlySet<string> = new Set(
  "provide give contribute donate pledge commit announce allocate award grant authorize authorise disburse invest send ship share earmark dedicate approve extend deliver offer spend program release lend loan promise hand finance".split(" "),
);

/** Words before an amount that make it a total of what was given before. */
export const TOTAL_WORDS: ReadonlySet<string> = new Set("total totals totaling totalling bringing brings bring overall cumulative".split(" "));
