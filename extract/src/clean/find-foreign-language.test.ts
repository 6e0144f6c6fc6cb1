import { expect, test } from "vitest";
import { findForeignLanguage } from "./find-foreign-language.ts";

const ENGLISH =
  "Kenya and Japan signed a loan agreement on Tuesday under which Tokyo will lend 300 million dollars for the port of Mombasa, the finance ministry said.";

const REFUSED: Readonly<Record<string, string>> = {
  French:
    "Le Sénégal et la France ont signé mardi à Dakar un accord de prêt de 40 millions d'euros pour la construction d'une centrale solaire dans le nord du pays.",
  Spanish:
    "El gobierno de Chile y la Unión Europea firmaron el martes un acuerdo de libre comercio que entrará en vigor en enero, según informó la cancillería en un comunicado.",
  Portuguese:
    "O governo de Angola assinou na terça-feira em Lisboa um acordo com Portugal para a construção de uma nova linha de crédito que apoia as empresas do país.",
  Italian:
    "Il ministro degli esteri ha firmato a Roma un accordo con la Tunisia per la costruzione di un cavo elettrico che unisce il paese alla Sicilia.",
  German:
    "Die Bundesregierung und die Regierung von Ghana haben am Dienstag in Berlin ein Abkommen über die Finanzierung von zwei Krankenhäusern unterzeichnet, das im Juli in Kraft tritt.",
  Dutch:
    "De regering van Nederland en het ministerie van Defensie hebben in Den Haag een akkoord gesloten over de aankoop van schepen die in het zuiden van het land zijn gebouwd.",
  Polish:
    "Rząd podpisał w Warszawie umowę z Koreą o dostawie czołgów, która została przyjęta przez parlament i jest największa w historii, jak podało ministerstwo na konferencji.",
  Turkish:
    "Türkiye ile Azerbaycan arasında Ankara'da imzalanan anlaşma, iki ülke için daha çok doğal gaz ve elektrik ticareti olarak bir adım anlamına geliyor.",
  Indonesian:
    "Pemerintah Indonesia dan Jepang menandatangani perjanjian kerja sama untuk pembangunan pelabuhan yang akan dibiayai dengan pinjaman dari bank pembangunan itu.",
  Swahili:
    "Serikali ya Tanzania na Uganda zimetia saini mkataba wa bomba la mafuta katika mji wa Dar es Salaam baada ya mazungumzo ya miaka minne kati ya nchi hizo.",
  "Cyrillic script": "Россия и Казахстан подписали в Астане соглашение о поставках газа.",
  "Han script": "中国和巴西周二在北京签署了一项关于本币互换的合作协议。",
  "Arabic script": "وقعت مصر والسعودية يوم الثلاثاء في القاهرة اتفاقية تعاون في مجال الطاقة.",
  "Devanagari script": "भारत और जापान ने मंगलवार को नई दिल्ली में एक समझौते पर हस्ताक्षर किए।",
};

test.each(Object.entries(REFUSED))("text in %s is named as such", (language, text) => {
  expect(findForeignLanguage(text)).toBe(language);
});

test("prose in a language it has no words of is still not English", () => {
  const estonian =
    "Eesti valitsus kiitis teisipäeval heaks lepingu naaberriigiga, mille kohaselt ehitatakse uus elektriühendus üle lahe ning rahastatakse seda ühiselt kolme aasta jooksul võrdsetes osades mõlema poole eelarvest.";
  expect(findForeignLanguage(estonian)).toBe("an unknown language");
});

test("English is let through, also with foreign names, a quoted sentence or a list of figures", () => {
  const texts = [
    ENGLISH,
    `${ENGLISH} "La coopération entre nos pays est une priorité pour la paix," the minister said in French.`,
    "Signed in Beijing (北京) by Xi Jinping (习近平) and Vladimir Putin (Владимир Путин), the accord takes effect in May.",
    "Kenya 300\nGhana 250\nNigeria 120\nSenegal 95\nTotal 765 USD million",
    "Signatories: Abdel Fattah Al Sisi, Egypt; Recep Tayyip Erdogan, Türkiye; Emmanuel Macron, France; Olaf Scholz, Germany; Luiz Inacio Lula da Silva, Brazil",
  ];
  for (const text of texts) expect([text, findForeignLanguage(text)]).toEqual([text, null]);
});

test("a text too short to tell is taken for English", () => {
  expect(findForeignLanguage("")).toBeNull();
  expect(findForeignLanguage("Accord signé.")).toBeNull();
  expect(findForeignLanguage("Договор")).toBeNull();
});

test("a text of two languages counts as the one that most of it is in", () => {
  const french = REFUSED.French ?? "";
  expect(findForeignLanguage(`${ENGLISH}\n\n${ENGLISH}\n\n${french}`)).toBeNull();
  expect(findForeignLanguage(`${french}\n\n${ENGLISH}\n\n${french}`)).toBe("French");
});

test("a megabyte is judged by its start, its middle and its end", () => {
  const french = REFUSED.French ?? "";
  expect(findForeignLanguage(`${ENGLISH}\n${`${french}\n`.repeat(6000)}`)).toBe("French");
  expect(findForeignLanguage(`${french}\n${`${ENGLISH}\n`.repeat(6000)}`)).toBeNull();
});
