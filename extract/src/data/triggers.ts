import type { AgreementStatus } from "@entente/graph-schema";

/** What a verb does to a deal. `pledge` and `give` are verbs of grants and loans; their tense decides the status. */
export type TriggerClass = AgreementStatus | "pledge" | "give" | "announce" | "launch" | "mention";

const verbs = (trigger: TriggerClass, words: string): (readonly [string, TriggerClass])[] => words.split(" ").map((word) => [word, trigger]);

/** Base form of a verb, or of the noun made of it, → what it does. */
export const TRIGGERS: ReadonlyMap<string, TriggerClass> = new Map([
  ...verbs("signed", "sign ink initial signing signature cosign signatory"),
  ...verbs("agreed", "agree reach conclude strike finalize finalise approve adopt endorse secure clinch seal win obtain renew extend prolong award forge conclusion broker commit formalize formalise"),
  ...verbs("announce", "announce unveil welcome applaud commend congratulate hail issue release declare"),
  ...verbs("launch", "launch establish create form found start inaugurate set open kick-off institute"),
  ...verbs("negotiating", "negotiate consult explore hammer"),
  ...verbs("proposed", "propose offer suggest seek plan intend consider envisage mull invite study bid expect"),
  ...verbs("in-force", "enter enforce ratify implement apply operate maintain uphold administer remain invoke honor honour fulfill fulfil guide govern include"),
  ...verbs("completed", "complete finish deliver accomplish"),
  ...verbs("ended", "withdraw terminate cancel scrap suspend expire abandon quit exit annul revoke halt freeze dissolve pull collapse rescind abrogate termination withdrawal"),
  ...verbs("pledge", "pledge promise"),
  ...verbs("give", "provide give contribute donate allocate grant lend extend authorize authorise grant disburse invest send ship share earmark dedicate supply commit fund finance"),
  ...verbs("mention", "discuss denounce hope want call urge encourage review reaffirm reiterate emphasize emphasise note recall highlight raise support underscore stress mention criticize criticise reject condemn"),
]);

/** Words that put what follows in doubt or in the future. */
export const FUTURE_WORDS: ReadonlySet<string> = new Set("will shall intend intends intended plan plans planned planning expect expects expected hope hopes aim aims seek seeks sought ready willing want wants prepare prepares preparing due set going about scheduled".split(" "));
export const DOUBT_WORDS: ReadonlySet<string> = new Set("would could may might should can must if whether unless possible potential possibly potentially proposed prospective eventual".split(" "));
export const NEGATIONS: ReadonlySet<string> = new Set("not no never n't without neither nor denied deny denies failed fail fails refused refuse unable cannot ruled".split(" "));
