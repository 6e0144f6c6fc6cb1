import type { AgreementKind } from "@entente/graph-schema";

/** How sure a noun makes us that a deal is named: "treaty" is one, "initiative" needs a launching verb and parties. */
export type DealNounStrength = "strong" | "weak" | "talks";

export interface DealNoun {
  readonly phrase: string;
  readonly kind: AgreementKind;
  readonly strength: DealNounStrength;
}

const nouns = (kind: AgreementKind, strength: DealNounStrength, phrases: string): DealNoun[] =>
  phrases.split("|").map((phrase) => ({ phrase, kind, strength }));

/**
 * Nouns that name instruments of cooperation, singular; longer phrases win over shorter ones. Plurals are made with
 * -s on the head, which is the last word, or the word before "of".
 */
export const DEAL_NOUNS: readonly DealNoun[] = [
  ...nouns("memorandum", "strong", "memorandum of understanding|memorandum of cooperation|memorandum of intent|memorandum|memoranda of understanding|memoranda|mou|moc|letter of intent|cooperation memorandum"),
  ...nouns("treaty", "strong", "treaty|convention|extradition treaty|peace treaty|defense treaty|defence treaty|mutual defense agreement|mutual defence agreement|mutual defense pact|mutual defence pact|accession protocol|border treaty"),
  ...nouns("trade-agreement", "strong", "free trade agreement|free - trade agreement|trade agreement|trade deal|trade pact|trade accord|free trade deal|free trade pact|fta|ftas|free trade area agreement|comprehensive economic partnership agreement|economic partnership agreement|cepa|customs union agreement|preferential trade agreement|trade and investment agreement|free trade area"),
  ...nouns("framework-agreement", "strong", "framework agreement|framework accord|framework pact|strategic framework agreement|framework arrangement|economic framework|framework document"),
  ...nouns("framework-agreement", "weak", "privacy framework|cooperation framework"),
  ...nouns("loan", "strong", "loan agreement|loan|soft loan|concessional loan|line of credit|credit line|credit facility|credit agreement|loan guarantee|bailout|stand - by arrangement|extended fund facility|buyer's credit|export credit|development policy loan|loan facility|rescue package|bailout package"),
  ...nouns("grant", "strong", "grant agreement|grant|grant aid"),
  ...nouns("joint-fund", "strong", "joint fund|investment fund|joint investment fund|cooperation fund|development fund|wealth fund|joint investment vehicle|investment platform"),
  ...nouns("currency-swap", "strong", "currency swap|swap line|swap agreement|swap arrangement|currency swap agreement|currency swap arrangement|currency swap line|swap deal|swap facility|swap|local currency swap|bilateral currency swap"),
  ...nouns("contract", "strong", "contract|supply contract|supply deal|supply agreement|purchase agreement|purchase contract|construction contract|sales contract|concession agreement|concession|arms deal|gas deal|oil deal|offtake agreement|power purchase agreement"),
  ...nouns("investment", "strong", "joint venture|investment agreement|investment deal|investment package|joint venture agreement"),
  ...nouns("joint-statement", "strong", "joint statement|joint declaration|joint communique|joint communiqué|joint vision statement|joint ministerial statement"),
  ...nouns("joint-statement", "weak", "communique|communiqué|declaration"),
  ...nouns("project", "weak", "project|pipeline project|railway project|initiative|program|programme|pipeline|railway|power plant|joint project|pilot project|industrial park|dam|refinery|working group|task force|commission|joint commission|partnership program|exchange program|training program"),
  ...nouns("agreement", "strong", "agreement|accord|accords|pact|protocol|deal|arrangement|compact|cooperation agreement|partnership agreement|nuclear deal|security pact|peace deal|ceasefire agreement|truce agreement|open skies agreement|air services agreement|air transport agreement|tax treaty|bilateral agreement|action plan|road map|roadmap|cooperation plan|cooperation program|cooperation document|memorandum of agreement"),
  ...nouns("agreement", "weak", "partnership|strategic partnership|comprehensive partnership|alliance|mechanism|coalition|strategic mechanism|platform|council|framework|visa waiver|commitment|plan"),
  ...nouns("agreement", "talks", "talks|negotiation|negotiations|consultations|discussions on an agreement|talks on an agreement"),
  ...nouns("deal-package", "strong", "package of agreements|package of deals|series of agreements|raft of agreements|package of documents|set of agreements"),
];
