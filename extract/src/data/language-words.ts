/**
 * The commonest short words of each language, as a reader would list them, without those that several share with
 * English ("on", "me", "die" as a verb). They tell languages apart, nothing else; more words would not help.
 */
export const ENGLISH_WORDS =
  "the of and to in for that is was with as by it from at be has have had will an its their this which are were said who not but they between also would been after more into under than about over his her he or other both all new year years";

export const FOREIGN_WORDS: Readonly<Record<string, string>> = {
  French:
    "le la les des du et un une est dans pour que qui par sur avec au aux sont pas ce cette ses ont été entre plus leur",
  Spanish: "el la los las de del y que en un una por con para se es su al lo como más fue entre este esta sus ha",
  Portuguese: "o os as de do da dos das e que em um uma por com para se é não no na ao pelo pela mais foi entre seu sua",
  Italian: "il lo gli di del della dei e che un una per con non è nel nella sono da al alla ha tra più anche",
  German: "der die das und den dem ein eine ist im zu mit von für auf nicht sich des auch werden wurde zwischen sowie",
  Dutch: "de het een en van dat die te zijn met voor niet op aan er ook door wordt tussen om naar bij",
  Swedish: "och att det som är av den ett på med till för har inte om från mellan avtal avtalet",
  Danish: "og at det som er af den et på med til for har ikke om fra mellem aftale aftalen",
  Norwegian: "og at det som er av den et på med til for har ikke om fra mellom avtale avtalen",
  Finnish: "ja on että se ei oli myös sekä joka mukaan hän ovat kanssa välillä sopimus",
  Polish: "i w na z się do że jest nie to o za przez oraz dla po między został umowa",
  Czech: "a se na je že v s do o pro za by jako mezi také podle byla byl dohoda",
  Romanian: "și în de la cu pe care este din pentru un o nu al a se mai între sau acordul",
  Hungarian: "a az és hogy nem is egy meg van volt szerint között valamint megállapodás",
  Turkish: "ve bir bu ile için da de olarak olan arasında daha çok sonra kadar anlaşma",
  Indonesian: "yang dan di dengan untuk ini dari dalam pada itu tidak akan oleh antara juga kerja sama telah",
  Vietnamese: "và của là các cho với trong được có không một những này hai về đã ký nước",
  Swahili: "na ya wa kwa ni katika za la kuwa hii hiyo cha kati pia baada nchi",
  Filipino: "ang ng mga sa na ay at para ito ni nang hindi kasunduan",
  Hausa: "da na ta a ya wata domin cikin kasar wannan don ne ce tsakanin",
};

/** Scripts that English is not written in, by their Unicode names. */
export const FOREIGN_SCRIPTS = [
  "Cyrillic",
  "Han",
  "Hiragana",
  "Katakana",
  "Hangul",
  "Arabic",
  "Hebrew",
  "Devanagari",
  "Bengali",
  "Tamil",
  "Thai",
  "Greek",
  "Georgian",
  "Armenian",
  "Ethiopic",
  "Khmer",
  "Myanmar",
  "Lao",
  "Sinhala",
] as const;
