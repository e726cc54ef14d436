// Keywords inside expressions, units and the names that the language itself brings.
// Rule: words that can only be one thing where they stand are `name` or contextual; all others are reserved.

import { keyword } from "./keyword.ts";

export const expressionKeywords = {
  in: keyword("i", "in", "word", { sv: "Slaget: i dagar, i kr.", en: "The kind: in days, in kr." }),
  if: keyword("om", "if", "word", { sv: "Bara om detta gäller.", en: "Only if this holds." }),
  otherwise: keyword("annars", "otherwise", "word", { sv: "När villkoret inte gäller.", en: "When it does not hold." }),
  or: keyword("eller", "or", "word", { sv: "Minst ett av dem gäller.", en: "At least one of them holds." }),
  and: keyword("och", "and", "word", { sv: "Båda gäller.", en: "Both hold." }),
  not: keyword("inte", "not", "word", { sv: "Gäller inte.", en: "Does not hold." }),
  exceeds: keyword("överstiger", "exceeds", "word", { sv: "Mer än.", en: "More than." }),
  fallsBelow: keyword("understiger", "falls below", "word", { sv: "Mindre än.", en: "Less than." }),
  atLeast: keyword("är minst", "is at least", "word", { sv: "Lika med eller mer än.", en: "Equal to or more than." }),
  atMost: keyword("är högst", "is at most", "word", { sv: "Lika med eller mindre än.", en: "Equal to or less than." }),
  isNot: keyword("är inte", "is not", "word", { sv: "Skilt från.", en: "Different from." }, { alsoSv: ["är-inte"] }),
  isUnknown: keyword("är okänt", "is unknown", "word", {
    sv: "Ja om uppgiften är okänd, annars nej.",
    en: "Yes if the fact is unknown, otherwise no.",
  }),
  isWeekday: keyword("är vardag", "is a weekday", "word", {
    sv: "Dagen är en vardag i detta dokument.",
    en: "The day is a weekday in this document.",
  }),
  is: keyword("är", "is", "word", { sv: "Lika med.", en: "Equal to." }),
  after: keyword("efter", "after", "word", {
    sv: "Senare än; klockslaget självt räknas inte.",
    en: "Later than; the clock time itself does not count.",
  }),
  noLaterThan: keyword("senast", "no later than", "word", {
    sv: "Samtidigt eller tidigare.",
    en: "At the same time or earlier.",
  }),
  noEarlierThan: keyword("tidigast", "no earlier than", "word", {
    sv: "Samtidigt eller senare.",
    en: "At the same time or later.",
  }),
  exists: keyword("finns", "exists", "word", { sv: "Det finns ett värde.", en: "There is a value." }),
  isMissing: keyword("saknas", "is missing", "word", { sv: "Det finns inget värde.", en: "There is no value." }),
  missing: keyword("saknas", "missing", "word", {
    sv: "Värdet finns inte; körningen stannar om det behövs.",
    en: "There is no value; a run stops where it is needed.",
  }),
  unknown: keyword("okänt", "unknown", "word", { sv: "Ingen vet.", en: "Nobody knows." }),
  yes: keyword("ja", "yes", "word", { sv: "Ja.", en: "Yes." }),
  no: keyword("nej", "no", "word", { sv: "Nej.", en: "No." }),
  inARow: keyword("i rad", "in a row", "word", {
    sv: "Kalendermånader efter varandra för samma grupp.",
    en: "Consecutive calendar months of the same group.",
  }),
  at: keyword("vid", "on", "word", {
    sv: "Raden som gällde den dagen.",
    en: "The row in force on that day.",
  }),
  for: keyword("för", "for", "word", {
    sv: "Egenskapen hos något: månad för utskrivningsdatum.",
    en: "An attribute of something.",
  }),
  meanOf: keyword("genomsnitt av", "mean of", "word", { sv: "Medelvärdet, exakt.", en: "The mean, exact." }),
  sumOf: keyword("summa av", "sum of", "word", { sv: "Summan.", en: "The sum." }),
  numberOfEpisodes: keyword("antal vårdtillfällen", "number of care episodes", "word", {
    sv: "Hur många vårdtillfällen, varje räknat en gång.",
    en: "How many care episodes, each counted once.",
  }),
  numberOfCareDays: keyword("antal dygn", "number of care days", "word", {
    sv: "Hur många dygn.",
    en: "How many care days.",
  }),
  leastOf: keyword("minsta av", "least of", "word", { sv: "Det minsta av flera.", en: "The least of several." }),
  greatestOf: keyword("största av", "greatest of", "word", {
    sv: "Det största av flera.",
    en: "The greatest of several.",
  }),
  calendarDaysFrom: keyword("kalenderdagar från", "calendar days from", "word", {
    sv: "Datumen i ett spann; varje ände sägs räknas eller inte.",
    en: "The dates of a span; each end is said to count or not.",
  }),
  weekdaysFrom: keyword("vardagar från", "weekdays from", "word", {
    sv: "Vardagarna i ett spann; varje ände sägs räknas eller inte.",
    en: "The weekdays of a span; each end is said to count or not.",
  }),
  begunDaysFrom: keyword("påbörjade dygn från", "begun care days from", "word", {
    sv: "Påbörjade 24-timmarsperioder mellan två tidpunkter.",
    en: "Begun 24-hour periods between two moments.",
  }),
  counted: keyword("(räknas)", "(counted)", "word", {
    sv: "Spannets ände räknas med.",
    en: "The end of the span counts.",
  }),
  notCounted: keyword("(räknas inte)", "(not counted)", "word", {
    sv: "Spannets ände räknas inte med.",
    en: "The end of the span does not count.",
  }),
  days: keyword(
    "dagar",
    "days",
    "unit",
    { sv: "Kalenderdagar.", en: "Calendar days." },
    { one: { sv: "dag", en: "day" } },
  ),
  weekdays: keyword(
    "vardagar",
    "weekdays",
    "unit",
    { sv: "Vardagar, som dokumentet säger.", en: "Weekdays, as the document says." },
    { one: { sv: "vardag", en: "weekday" } },
  ),
  careDays: keyword(
    "dygn",
    "care days",
    "unit",
    { sv: "Vårddygn; samma enhet som dagar.", en: "Care days; the same unit as days." },
    { one: { sv: "dygn", en: "care day" } },
  ),
  hours: keyword(
    "timmar",
    "hours",
    "unit",
    { sv: "Timmar.", en: "Hours." },
    { one: { sv: "timme", en: "hour" }, contextual: true },
  ),
  months: keyword(
    "månader",
    "months",
    "unit",
    { sv: "Kalendermånader.", en: "Calendar months." },
    { one: { sv: "månad", en: "month" }, contextual: true },
  ),
  count: keyword("antal", "count", "unit", { sv: "Ett antal, i hela tal.", en: "A count, in whole numbers." }),
  kronor: keyword("kr", "kr", "unit", { sv: "Kronor.", en: "Kronor." }),
  kronorPerDay: keyword("kr/dygn", "kr/day", "unit", { sv: "Kronor per dygn.", en: "Kronor per care day." }),
  yesNo: keyword("ja/nej", "yes/no", "unit", {
    sv: "Ja, nej eller okänt.",
    en: "Yes, no or unknown.",
  }),
} as const;

/** Names that the language brings with it. In the tree they have their Swedish spelling in both tables. */
export const nameKeywords = {
  episode: keyword("vårdtillfälle", "care episode", "name", { sv: "Varje vårdtillfälle.", en: "Each care episode." }),
  theDay: keyword("dygnet", "the day", "name", { sv: "Det dygn som räknas.", en: "The care day at hand." }),
  month: keyword("månad", "month", "name", { sv: "Kalendermånaden.", en: "The calendar month." }),
  quarter: keyword("kvartal", "quarter", "name", { sv: "Kvartalet.", en: "The quarter." }),
  year: keyword("år", "year", "name", { sv: "Kalenderåret.", en: "The calendar year." }),
  date: keyword("datum", "date", "name", { sv: "En dag i kalendern.", en: "A day of the calendar." }),
  moment: keyword("tidpunkt", "moment", "name", { sv: "En dag och ett klockslag.", en: "A day and a clock time." }),
  clockTime: keyword("klockslag", "clock time", "name", { sv: "Ett klockslag.", en: "A clock time." }),
  number: keyword("tal", "number", "name", { sv: "Ett tal utan enhet.", en: "A number without unit." }),
  share: keyword("andel", "share", "name", { sv: "En andel, till exempel 15 %.", en: "A share, such as 15 %." }),
  text: keyword("text", "text", "name", { sv: "En text.", en: "A text." }),
  payer: keyword("betalare", "payer", "name", { sv: "En betalare ur ett register.", en: "A payer from a register." }),
  others: keyword("övriga", "others", "name", {
    sv: "Alla andra val i tabellen.",
    en: "All other choices of the table.",
  }),
} as const;
