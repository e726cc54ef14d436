// Keywords that open statements, and those of the statements that describe data, sources and doubts.
// Rule: a word that opens a statement stands nowhere else, because reading starts again there after a mistake.

import { keyword } from "./keyword.ts";

export const statementKeywords = {
  source: keyword("källa", "source", "statement", {
    sv: "En källtext: titel, nummer och var filen ligger. Citat prövas mot den.",
    en: "A source text: title, number and where its file lies. Quotes are checked against it.",
  }),
  uses: keyword("använder", "uses", "statement", {
    sv: "Andra dokument vars namn används här.",
    en: "Other documents whose names are used here.",
  }),
  record: keyword("uppgifter", "record", "statement", {
    sv: "Fälten i en uppgift, till exempel ett vårdtillfälle.",
    en: "The fields of a record, such as a care episode.",
  }),
  register: keyword("register", "register", "statement", {
    sv: "Ett register över betalare: kod, namn, giltighet och andra fakta, ur en fil.",
    en: "A register of payers: code, name, validity and further facts, from a file.",
  }),
  event: keyword("händelse", "event", "statement", {
    sv: "Något vars datum avgör: har inträffat, ännu inte, eller okänt.",
    en: "Something whose date decides: it has happened, not yet, or is unknown.",
  }),
  value: keyword("värde", "value", "statement", {
    sv: "Ett värde med rader: från vilken dag, hur mycket, enligt vilken källa.",
    en: "A value with dated rows: from which day, how much, by which source.",
  }),
  measured: keyword("mätvärde", "measured", "statement", {
    sv: "Ett värde som räknas ur data över ett angivet urval och sedan fastställs genom beslut.",
    en: "A value computed from data over a stated scope and then fixed by a decision.",
  }),
  term: keyword("begrepp", "term", "statement", {
    sv: "Något som räknas ut för varje uppgift.",
    en: "Something computed for each record.",
  }),
  condition: keyword("villkor", "condition", "statement", {
    sv: "Ja, nej eller okänt för varje uppgift, med en källa per rad.",
    en: "Yes, no or unknown for each record, with a citation per line.",
  }),
  rule: keyword("regel", "rule", "statement", {
    sv: "Vad som debiteras: för vem, när, av vem och hur mycket.",
    en: "What is charged: for whom, when, by whom and how much.",
  }),
  statistic: keyword("statistik", "statistic", "statement", {
    sv: "Som en regel men utan belopp: varje namngiven rad är en siffra.",
    en: "Like a rule but without an amount: every named line is a figure.",
  }),
  question: keyword("tolkningsfråga", "question", "statement", {
    sv: "En text som kan läsas på flera sätt, med sina tolkningar och den som är vald.",
    en: "A text that can be read in several ways, with its readings and the chosen one.",
  }),
  leftOut: keyword("utelämnat", "left out", "statement", {
    sv: "Något i texten som med avsikt inte är kodat.",
    en: "Something in the text that is left uncoded on purpose.",
  }),
  inRule: keyword("i regeln", "in the rule", "statement", {
    sv: "Rader som ersätter regelns rader.",
    en: "Lines that replace lines of the rule.",
  }),
  inStatistic: keyword("i statistiken", "in the statistic", "statement", {
    sv: "Rader som ersätter statistikens rader.",
    en: "Lines that replace lines of the statistic.",
  }),
  inCondition: keyword("i villkoret", "in the condition", "statement", {
    sv: "Rader som ersätter villkorets rader.",
    en: "Lines that replace lines of the condition.",
  }),
  inAgreement: keyword("i överenskommelsen", "in the agreement", "statement", {
    sv: "Rader som ersätter rader i överenskommelsens huvud.",
    en: "Lines that replace lines of the agreement's head.",
  }),
  file: keyword(
    "fil",
    "file",
    "word",
    { sv: "Filen där källtexten eller registret ligger.", en: "The file that holds the source text or the register." },
    { contextual: true },
  ),
  field: keyword("fält", "field", "line", {
    sv: "Ett fält: namn, kod och slag.",
    en: "A field: name, code and kind.",
  }),
  inChoice: keyword("i val", "in choice", "word", {
    sv: "Fältet har ett av de uppräknade valen.",
    en: "The field holds one of the choices listed.",
  }),
  outOf: keyword("ur", "out of", "word", {
    sv: "Registret som betalaren hämtas ur.",
    en: "The register that the payer is taken from.",
  }),
  unique: keyword(
    "unikt",
    "unique",
    "word",
    { sv: "Samma värde får inte förekomma två gånger.", en: "The same value may not occur twice." },
    { contextual: true },
  ),
  optional: keyword(
    "valfri",
    "optional",
    "word",
    { sv: "Kolumnen får saknas i filen.", en: "The column may be absent from the file." },
    { contextual: true, alsoSv: ["valfritt"] },
  ),
  personal: keyword(
    "personlig",
    "personal",
    "word",
    { sv: "Fältets värde visas aldrig i något meddelande.", en: "The field's value is never shown in any message." },
    { contextual: true, alsoSv: ["personligt"] },
  ),
  emptyMeans: keyword("tomt betyder", "empty means", "word", {
    sv: "Vad ett tomt fält betyder: saknas eller okänt.",
    en: "What an empty field means: missing or unknown.",
  }),
  happened: keyword("inträffade", "happened", "word", {
    sv: "Dagen då händelsen inträffade.",
    en: "The day on which the event happened.",
  }),
  notYet: keyword("ännu inte", "not yet", "word", {
    sv: "Händelsen har inte inträffat.",
    en: "The event has not happened.",
  }),
  dependsOn: keyword("beror på", "depends on", "word", {
    sv: "Vad värdet beror på; varje rad är då en tabell.",
    en: "What the value depends on; each row is then a table.",
  }),
  fixed: keyword("fastställt", "fixed", "line", {
    sv: "Värdet som har fastställts genom beslut, eller saknas.",
    en: "The value that was fixed by decision, or missing.",
  }),
  asks: keyword("fråga", "asks", "line", { sv: "Frågan, i ord.", en: "The question, in words." }),
  reading: keyword("tolkning", "reading", "line", {
    sv: "Ett sätt att läsa texten.",
    en: "One way to read the text.",
  }),
  asWritten: keyword("som skrivet", "as written", "word", {
    sv: "Tolkningen är reglerna som de står.",
    en: "The reading is the rules as they stand.",
  }),
  chosen: keyword("vald", "chosen", "line", { sv: "Den valda tolkningen.", en: "The chosen reading." }),
  preliminarily: keyword("preliminärt", "preliminarily", "word", {
    sv: "Valet är inte beslutat.",
    en: "The choice is not decided.",
  }),
  reason: keyword("motiv", "reason", "word", {
    sv: "Varför tolkningen är vald.",
    en: "Why the reading was chosen.",
  }),
} as const;
