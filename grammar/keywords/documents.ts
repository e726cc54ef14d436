// Keywords of a document's head and of its validity.
// Rule: one row a concept, in the order in which they may stand.

import { keyword } from "./keyword.ts";

export const documentKeywords = {
  language: keyword("språk", "language", "head", {
    sv: "Först i filen: `språk sv` eller `language en` väljer tabellen med nyckelord.",
    en: "First in the file: `språk sv` or `language en` picks the keyword table.",
  }),
  agreement: keyword("överenskommelse", "agreement", "head", {
    sv: "Inleder en överenskommelse: namn och titel, sedan giltighet och det som gäller hela texten.",
    en: "Opens an agreement: name and title, then its validity and what holds for the whole text.",
  }),
  act: keyword("lag", "act", "head", {
    sv: "Inleder en lag, som kan gälla där inget är avtalat.",
    en: "Opens an act, which may apply where nothing is agreed.",
  }),
  vocabulary: keyword("ordlista", "vocabulary", "head", {
    sv: "Inleder en ordlista: uppgifter, register och värden som andra dokument använder.",
    en: "Opens a vocabulary: records, registers and values that other documents use.",
  }),
  amendment: keyword("ändring", "amendment", "head", {
    sv: "Inleder en ändring av ett annat dokument. Den beslutade texten skrivs aldrig om.",
    en: "Opens an amendment of another document. The decided text is never rewritten.",
  }),
  of: keyword("av", "of", "word", {
    sv: "Säger vilket dokument ändringen gäller.",
    en: "Says which document is amended.",
  }),
  draft: keyword("utkast", "draft", "word", { sv: "Ändringen är inte beslutad.", en: "The amendment is not decided." }),
  decided: keyword("beslut", "decided", "word", {
    sv: "Vem som har beslutat, och vilken dag.",
    en: "Who decided, and on which day.",
  }),
  inForce: keyword("gäller", "in force", "line", {
    sv: "När dokumentet gäller: från och med en dag, och till och med, före eller tills vidare.",
    en: "When the document is in force: from and including a day, to and including, before, or until further notice.",
  }),
  noticePeriod: keyword("uppsägningstid", "notice period", "line", {
    sv: "Hur många månader före utgången överenskommelsen ska sägas upp.",
    en: "How many months before its end the agreement must be terminated.",
  }),
  interpretedBy: keyword("tolkningsföreträde", "interpreted by", "line", {
    sv: "Vem som avgör hur texten ska läsas.",
    en: "Who decides how the text is to be read.",
  }),
  otherwiseApplies: keyword("annars gäller", "otherwise applies", "line", {
    sv: "Dokumentet som tar hand om det som ingen regel här tar, och tiden före och efter giltigheten.",
    en: "The document that takes what no rule here takes, and the time before and after the validity.",
  }),
  dormantUntil: keyword("vilande tills", "dormant until", "line", {
    sv: "Dokumentet gäller, men inget får debiteras förrän händelsen har inträffat.",
    en: "The document is in force, but nothing may be charged until the event has happened.",
  }),
  presupposes: keyword("förutsätter", "presupposes", "line", {
    sv: "Dokumentet gäller inte alls förrän händelsen har inträffat.",
    en: "The document is not in force at all until the event has happened.",
  }),
  weekdaysExcept: keyword("vardagar utom", "weekdays except", "line", {
    sv: "Vilka dagar som inte är vardagar i detta dokument.",
    en: "Which days are not weekdays in this document.",
  }),
  code: keyword("kod", "code", "word", {
    sv: "Kodnamnet som används i TypeScript, SQL, JSON och kolumner: bokstäver a–z, siffror och understreck.",
    en: "The code name used in TypeScript, SQL, JSON and columns: letters a–z, digits and underscores.",
  }),
  from: keyword(
    "från och med",
    "from and including",
    "line",
    { sv: "Första dagen som räknas in.", en: "The first day that counts in." },
    { alsoSv: ["fr.o.m.", "fr. o. m.", "fr o m"] },
  ),
  through: keyword(
    "till och med",
    "to and including",
    "line",
    { sv: "Sista dagen som räknas in.", en: "The last day that counts in." },
    { alsoSv: ["t.o.m.", "t. o. m.", "t o m"] },
  ),
  before: keyword("före", "before", "word", {
    sv: "Tidigare än dagen eller klockslaget, som inte räknas in.",
    en: "Earlier than the day or clock time, which does not count in.",
  }),
  untilFurtherNotice: keyword(
    "tills vidare",
    "until further notice",
    "word",
    { sv: "Utan bestämt slut.", en: "Without a fixed end." },
    { alsoSv: ["tillsvidare"] },
  ),
  firstOf: keyword("det första av", "the first of", "word", {
    sv: "Det tidigaste av flera datum.",
    en: "The earliest of several dates.",
  }),
  lastOf: keyword("det sista av", "the last of", "word", {
    sv: "Det senaste av flera datum.",
    en: "The latest of several dates.",
  }),
} as const;
