/** Words that end or make up an office before a name: "Prime Minister", "Secretary of State", "King". Lower case. */
export const OFFICE_WORDS: ReadonlySet<string> = new Set(
  "president vice prime minister premier chancellor king queen prince princess emir sultan sheikh shaikh crown secretary general deputy under undersecretary assistant state senator representative congressman congresswoman ambassador envoy special governor mayor chairman chairwoman chairperson chair commissioner director administrator counselor counsellor foreign finance trade defense defence economy energy interior health justice attorney speaker spokesperson spokesman spokeswoman leader chief executive officer ceo head minister ministers presidents presidential secretaries delegate principal acting permanent former late then mr mrs ms dr sir lord lady dame hon excellency majesty highness royal her his admiral colonel captain lieutenant major sergeant judge justice professor prof pope bishop archbishop imam ayatollah first counsel adviser advisor national security coordinator high commissioner councilor councillor co-chair cochair founder editor gen lt col adm gov sen rep amb mp deputies senators ambassadors taoiseach caliph rear brigadier commander treasurer comptroller press state's transport agriculture industry environment commerce culture education oil water petroleum tourism labor labour home external affairs parliamentary undersecretaries sayyid ntate shri smt datuk dato hajji haji monsieur senhor señor herr".split(
    " ",
  ),
);

/** Offices that by themselves, right before a capitalized name, make it a person's. Lower case. */
export const TITLE_HEADS: ReadonlySet<string> = new Set(
  "president minister premier chancellor king queen prince princess emir sultan sheikh shaikh secretary undersecretary senator representative congressman congresswoman ambassador envoy governor mayor chairman chairwoman chairperson chair commissioner director administrator counselor speaker spokesperson spokesman spokeswoman leader mr mrs ms dr sir lord lady admiral colonel captain lieutenant major general judge justice professor pope ceo chief head presidents ministers secretaries ambassadors senators excellency highness majesty gen lt col adm gov sen rep amb official coordinator adviser advisor counterpart counterparts lawyer activist journalist dictator founder executive author economist analyst actor singer father wife son daughter brother president-elect state delegate sayyid ntate shri smt datuk dato hajji haji monsieur senhor señor herr".split(
    " ",
  ),
);

/** Offices that make the capitalized name before the comma a person: "X, Minister of …". Lower case. */
export const APPOSED_OFFICES: ReadonlySet<string> = new Set(
  "president minister premier chancellor king queen prince secretary undersecretary senator ambassador envoy governor mayor chairman chairwoman chairperson chair commissioner director administrator counselor speaker spokesperson spokesman spokeswoman leader ceo chief head representative coordinator adviser advisor vice deputy assistant under founder general professor executive attorney".split(
    " ",
  ),
);

/** Small words inside names: "bin", "von der", "al-". Lower case. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  "bin bint ibn ben al el von van der den de da do dos das del della di la le du ter ten y i bibi abu um o'".split(" "),
);

/** Verbs of speech, meeting and deciding whose subject or object is a person. Lower case. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  "said says told tells added announced noted stated stressed remarked explained tweeted wrote asked thanked met signed argued argues claimed insisted insists warned warns urged welcomed complained joked joking quipped spoke replied confirmed declared recalled admitted acknowledged commented confided conceded promised predicted observed recounted laughed sighed shrugged grumbled".split(" "),
);

/** Common nouns of persons after which, with a comma or without, a name follows: "his Kazakh colleague, Almaz …". Lower case. */
export const PERSON_NOUNS: ReadonlySet<string> = new Set(
  "colleague colleagues counterpart counterparts host successor predecessor deputy aide boss negotiator negotiators trader farmer fisherman steward manager owner resident villager teacher shopkeeper driver engineer professor researcher expert striker midfielder goalkeeper captain coach historian diplomat lawmaker legislator parliamentarian economist analyst strategist broker banker lawyer journalist reporter correspondent columnist editor writer author poet critic activist campaigner pilot nurse doctor surgeon student worker miner spokesman spokeswoman cacique premier chairman director minister secretary number member cofounder founder heir widow mother father brother sister son daughter wife husband veteran survivor witness tenor singer actor".split(
    " ",
  ),
);
