// What the reader was reading, and what it needed, in the words of the language: one row per grammar rule or token.
// Rule: a message never speaks of the grammar; what has no row here is said by the line around it.

import { keywords } from "@avtal/grammar/keywords";
import type { Words } from "../problem.ts";

export interface Line {
  /** `ett steg`: after "Jag läser". */
  readonly reading: Words;
  readonly example: Words;
}

function line(sv: string, en: string, exampleSv: string, exampleEn: string): Line {
  return { reading: { sv, en }, example: { sv: exampleSv, en: exampleEn } };
}

/** Lines and statements, by their grammar rule. */
export const lines: ReadonlyMap<string, Line> = new Map([
  ["documentHead", line("huvudet", "the head", 'överenskommelse huddinge "Titeln"', 'agreement huddinge "The title"')],
  [
    "amendmentHead",
    line("huvudet", "the head", "ändring snitt-1-8 av huddinge utkast", "amendment snitt-1-8 of huddinge draft"),
  ],
  [
    "headLine",
    line(
      "en rad i huvudet",
      "a line of the head",
      "gäller från och med 2020-01-01 tills vidare",
      "in force from and including 2020-01-01 until further notice",
    ),
  ],
  ["source", line("en källa", "a source", 'källa ök "Titeln" fil "ök.txt"', 'source ök "The title" file "ök.txt"')],
  ["uses", line("raden `använder`", "the line `uses`", "använder nationell; pris", "uses nationell; pris")],
  ["record", line("uppgifter", "a record", "uppgifter vårdtillfälle kod episode", "record stay code episode")],
  [
    "register",
    line(
      "ett register",
      "a register",
      'register betalare-i-länet fil "kommuner.yaml"',
      'register betalare-i-länet file "kommuner.yaml"',
    ),
  ],
  [
    "field",
    line(
      "ett fält",
      "a field",
      "fält utskriven kod discharged_at i tidpunkt",
      "field utskriven code discharged_at in moment",
    ),
  ],
  [
    "event",
    line("en händelse", "an event", 'händelse it-stöd "IT-stöd" ännu inte', 'event it-stöd "IT support" not yet'),
  ],
  [
    "leftOut",
    line("något utelämnat", "something left out", 'utelämnat "Möten" enligt ök 14', 'left out "Meetings" under ök 14'),
  ],
  [
    "value",
    line(
      "ett värde",
      "a value",
      "värde gräns i dagar från och med 2020-01-01: 2,0 dagar",
      "value gräns in days from and including 2020-01-01: 2,0 days",
    ),
  ],
  [
    "row",
    line(
      "en daterad rad",
      "a dated row",
      "från och med 2020-01-01: 2,0 dagar",
      "from and including 2020-01-01: 2,0 days",
    ),
  ],
  [
    "measured",
    line(
      "ett mätvärde",
      "a measured value",
      "mätvärde snitt i dagar = … fastställt saknas",
      "measured snitt in days = … fixed missing",
    ),
  ],
  [
    "concept",
    line(
      "ett begrepp",
      "a term",
      "begrepp dag-noll i datum = datum för utskriven",
      "term dag-noll in date = date for utskriven",
    ),
  ],
  [
    "conditionStatement",
    line(
      "ett villkor",
      "a condition",
      "villkor ansvar krävs underrättelse finns",
      "condition ansvar requires underrättelse exists",
    ),
  ],
  [
    "conditionLine",
    line("en rad i ett villkor", "a line of a condition", "krävs underrättelse finns", "requires underrättelse exists"),
  ],
  ["rule", line("en regel", "a rule", "regel genomsnitt enligt ök 12.3", "rule genomsnitt under ök 12.3")],
  [
    "otherRules",
    line("vilka regler det gäller", "which rules it is about", "i stället för genomsnitt", "instead of genomsnitt"),
  ],
  [
    "validity",
    line(
      "en giltighet",
      "a validity",
      "från och med 2020-01-01 före 2021-07-01",
      "from and including 2020-01-01 before 2021-07-01",
    ),
  ],
  [
    "scope",
    line(
      "vad regeln gäller",
      "what the rule applies to",
      "gäller vårdtillfällen där vårdform är somatisk",
      "applies to care episodes where vårdform is somatisk",
    ),
  ],
  ["requires", line("ett krav", "a requirement", "krävs betalningsansvar", "requires betalningsansvar")],
  [
    "follows",
    line(
      "vilket datum regeln följer",
      "which date the rule follows",
      "följer utskrivningsdatum",
      "follows utskrivningsdatum",
    ),
  ],
  ["per", line("raden `per`", "the line `per`", "per kommun och månad", "per kommun and month")],
  ["payment", line("vem som betalar", "who pays", 'betalas av kommun till "Regionen"', 'paid by kommun to "Regionen"')],
  ["step", line("ett steg", "a step", "överskott = medeldagar - gräns", "överskott = medeldagar - gräns")],
  ["when", line("raden `när`", "the line `when`", "när överskott överstiger 0 dagar", "when överskott exceeds 0 days")],
  [
    "rounding",
    line(
      "en avrundning",
      "a rounding",
      "avrunda belopp till hela ören, halva uppåt",
      "round belopp to whole öre, halves up",
    ),
  ],
  [
    "invoicer",
    line("vem som fakturerar", "who invoices", 'faktureras av "Förvaltningen"', 'invoiced by "Förvaltningen"'),
  ],
  [
    "outcome",
    line(
      "vad det leder till",
      "what it leads to",
      'utlöser "Samtal mellan parterna"',
      'triggers "Talks between the parties"',
    ),
  ],
  [
    "question",
    line(
      "en tolkningsfråga",
      "a question",
      'tolkningsfråga avdrag fråga "Vad dras av?"',
      'question avdrag asks "What is deducted?"',
    ),
  ],
  [
    "reading",
    line(
      "en tolkning",
      "a reading",
      'tolkning gällande "Den gräns som gäller" som skrivet',
      'reading gällande "The limit in force" as written',
    ),
  ],
  [
    "choice",
    line(
      "den valda tolkningen",
      "the chosen reading",
      'vald gällande preliminärt motiv "…"',
      'chosen gällande preliminarily reason "…"',
    ),
  ],
  [
    "patch",
    line(
      "vad som ska stå i stället",
      "what is to stand there instead",
      "i regeln genomsnitt överskott = medeldagar - 1,3 dagar",
      "in the rule genomsnitt överskott = medeldagar - 1,3 days",
    ),
  ],
  [
    "citations",
    line("en källhänvisning", "a citation", 'enligt ök 12.3 punkt 2 citat "…"', 'under ök 12.3 point 2 quote "…"'),
  ],
]);

export const anyLine: Line = line(
  "filen",
  "the file",
  "regel genomsnitt enligt ök 12.3",
  "rule genomsnitt under ök 12.3",
);

/** What could have stood where none of a rule's forms did. */
export const formsOf: ReadonlyMap<string, Words> = new Map([
  ["kind", { sv: "ett slag, till exempel `dagar`, `kr` eller `datum`", en: "a kind, such as `days`, `kr` or `date`" }],
  ["scope", { sv: "`vårdtillfällen` eller `dygn från`", en: "`care episodes` or `care days from`" }],
  ["rounding", { sv: "`till hela ören` eller antalet decimaler", en: "`to whole öre` or the number of decimals" }],
  ["roundingUnit", { sv: "`ören`, `kronor`, `dagar` eller `dygn`", en: "`öre`, `kronor`, `days` or `care days`" }],
  ["timePoint", { sv: "ett datum eller en händelse", en: "a date or an event" }],
  [
    "validity",
    { sv: "`från och med`, `till och med` eller `före`", en: "`from and including`, `to and including` or `before`" },
  ],
  [
    "validityEnd",
    { sv: "`till och med`, `före` eller `tills vidare`", en: "`to and including`, `before` or `until further notice`" },
  ],
  ["party", { sv: "en text inom citattecken eller ett namn", en: "a quoted text or a name" }],
  ["citations", { sv: "en källa eller ordet `antagande`", en: "a source or the word `assumption`" }],
  ["place", { sv: "en plats i källan", en: "a place in the source" }],
  [
    "event",
    { sv: "`inträffade` med datum, `ännu inte` eller `okänt`", en: "`happened` with a date, `not yet` or `unknown`" },
  ],
  ["field", { sv: "`i` med ett slag, eller `i val`", en: "`in` with a kind, or `in choice`" }],
  ["fieldFact", { sv: "`saknas` eller `okänt`", en: "`missing` or `unknown`" }],
  ["amendmentHead", { sv: "`utkast` eller `beslut`", en: "`draft` or `decided`" }],
  [
    "reading",
    {
      sv: "`som skrivet`, `inget` eller det som ska stå i stället",
      en: "`as written`, `nothing` or what is to stand there instead",
    },
  ],
  ["value", { sv: "minst en rad med `från och med`", en: "at least one row with `from and including`" }],
  ["conditionStatement", { sv: "minst en rad med `krävs`", en: "at least one line with `requires`" }],
  ["conditionLine", { sv: "`krävs` eller `gäller inte när`", en: "`requires` or `does not apply when`" }],
  ["patch", { sv: "minst en rad, eller `inget`", en: "at least one line, or `nothing`" }],
  ["ruleLine", { sv: "en rad i en regel", en: "a line of a rule" }],
  ["headLine", { sv: "en rad i huvudet", en: "a line of the head" }],
  ["separator", { sv: "`;`", en: "`;`" }],
  [
    "file",
    { sv: "en sats eller en rad som börjar med ett nyckelord", en: "a statement, or a line that opens with a keyword" },
  ],
]);

/** How a line may go on where it is already whole. */
export const continues: ReadonlyMap<string, Words> = new Map([
  ["choice", { sv: "`preliminärt`, `beslut` eller `motiv`", en: "`preliminarily`, `decided` or `reason`" }],
  ["event", { sv: "`inträffade`, `ännu inte` eller `okänt`", en: "`happened`, `not yet` or `unknown`" }],
  ["source", { sv: "`fil` med filens namn, eller nästa sats", en: "`file` with its name, or the next statement" }],
  ["citations", { sv: "en plats, `citat` eller nästa rad", en: "a place, `quote` or the next line" }],
]);

export const aValue: Words = {
  sv: "ett värde: ett namn, ett tal, ett datum eller en parentes",
  en: "a value: a name, a number, a date or a parenthesis",
};

/** A name where a new part of the agreement begins. */
export function newPart(name: string): { readonly start: Words; readonly needed: Words; readonly example: Words } {
  return {
    start: { sv: "början av en ny del", en: "the start of a new part" },
    needed: {
      sv: `ett ord som säger vad \`${name}\` är: \`värde\`, \`mätvärde\`, \`begrepp\`, \`villkor\` eller \`regel\``,
      en: `a word that says what \`${name}\` is: \`value\`, \`measured\`, \`term\`, \`condition\` or \`rule\``,
    },
    example: { sv: `värde ${name}`, en: `value ${name}` },
  };
}

const signs: ReadonlyMap<string, Words> = new Map([
  ["AnyName", { sv: "ett namn", en: "a name" }],
  ["AnyText", { sv: "en text inom citattecken", en: "a quoted text" }],
  ["CodeName", { sv: "ett kodnamn, `kod ready_days`", en: "a code name, `code ready_days`" }],
  ["DateSign", { sv: "ett datum, `2020-11-01`", en: "a date, `2020-11-01`" }],
  ["NumberSign", { sv: "ett tal", en: "a number" }],
  ["Equals", { sv: "`=`", en: "`=`" }],
  ["Open", { sv: "`(`", en: "`(`" }],
  ["Close", { sv: "`)`", en: "`)`" }],
  ["Colon", { sv: "`:`", en: "`:`" }],
  ["Paragraph", { sv: "`§`", en: "`§`" }],
]);

/** What a token is called, by the name of its type; undefined for the end of the file. */
export function tokenWords(type: string): Words | undefined {
  const concept = Object.entries(keywords).find(([name]) => type === `Word:${name}`)?.[1];
  return concept === undefined ? signs.get(type) : { sv: `\`${concept.sv}\``, en: `\`${concept.en}\`` };
}
