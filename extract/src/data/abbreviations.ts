/** Words whose final dot does not end a sentence when another word follows. Lower case, without the dot. */
export const TITLES_BEFORE_NAMES: ReadonlySet<string> = new Set(
  "mr mrs ms dr prof gen lt col maj capt cmdr adm sgt gov sen rep amb hon rev st sr jr pres min h.e messrs fr sec supt brig mt ft".split(
    " ",
  ),
);

/** Abbreviations that are followed by a number or an example, never by a new sentence. */
export const ABBREVIATIONS_BEFORE_NUMBERS: ReadonlySet<string> = new Set(
  "no nos art arts sec secs fig vol p pp para ch rs approx ca cf vs e.g i.e viz al jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

/** Abbreviations that may end a sentence: they end it when the next word starts one. */
export const ABBREVIATIONS_ANYWHERE: ReadonlySet<string> = new Set(
  "u.s u.k u.n e.u d.c a.m p.m etc ltd co corp inc bros plc s.a n.v a.s l.l.c u.s.a u.a.e u.s.s.r p.r.c d.p.r.k r.o.k".split(" "),
);

/** Capitalized words that open sentences; after "U.S." or "Ltd." they mean that a new one begins. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  "the a an it its he she they we i you this that these those in on at by for from with under after before as but and or if when while since although though however both there his her their our all some many most several such during meanwhile according another earlier later last next two three also nobody no not officials talks trade exports mining".split(
    " ",
  ),
);
