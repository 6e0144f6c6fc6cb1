/**
 * Capitalized words that no person's name holds: parts of organizations, instruments, places, calendar, and words
 * that open sentences. Lower case.
 */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    "the a an and or of in on at for to with by from as but if when while since after before during today yesterday tomorrow " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
    "agreement treaty accord accords pact deal memorandum understanding protocol convention declaration charter act plan program programme project initiative framework statement communique compact " +
    "ministry department government bank fund group company corporation corp ltd inc co union association organization organisation committee council commission agency authority institute university school hospital party parliament congress senate house assembly court police army navy force forces air guard embassy office bureau center centre forum summit conference meeting dialogue partnership alliance league international national united states nations world global european african asian american pacific atlantic north south east west northern southern eastern western central middle new republic kingdom people democratic federal state city province county district river sea ocean island islands mountain valley canal gulf bay lake street avenue airport port " +
    "facts fact sheet joint working press release this that these those we our i you he she it they his her their its there here what which who how why where also both all some many most more other another such no not yes " +
    "covid covid-19 coronavirus hiv aids ebola internet web euro dollar yuan christmas easter eid ramadan olympics nobel prize cup day week month year spring summer autumn winter " +
    "secretary president minister prime premier deputy foreign ambassador king queen prince general senator representative director chairman chair commissioner spokesperson spokesman administrator chief executive officer mr mrs ms dr sir lord under assistant special envoy counselor governor mayor administration state's vice first lady majesty highness excellency honorable acting permanent former judge justice attorney colonel captain " +
    "daily times post news reuters xinhua ap afp bbc cnn tribune herald journal gazette magazine television radio tv agence according earlier later meanwhile however although additionally furthermore moreover finally additional together through under over between among within without across toward towards against about photo image file video " +
    "christian muslim islamic jewish catholic orthodox hindu sunni shia kurdish arab arabs latin taliban hamas hezbollah houthi houthis isis al-qaida kremlin brexit " +
    "security defense defence energy health trade economic development humanitarian climate food water nuclear space science technology education culture environment agriculture finance investment infrastructure transport migration refugees population human rights democracy peace strategic cooperation relations affairs mission operations response support assistance service services studies system mechanism council's task team exchange growth act reserve treasury vaccine vaccines"
  ).split(" "),
);
