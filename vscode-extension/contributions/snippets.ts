// A snippet for each statement, in both keyword tables, from one table.
// Rule: keywords are taken from the keyword tables; what stands between them is an example that parses as it is.

import { keywords, spelling, type Concept, type Language } from "@avtal/grammar/keywords";

export interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

/** `{concept}` is a keyword, `<n:svenska|english>` a place to fill in. */
const bodies = {
  agreement: [
    '{agreement} <1:namn|name> "<2:Överenskommelsens titel|Title of the agreement>"',
    '  {inForce} {from} <3:2027-01-01> {untilFurtherNotice} {under} {assumption} "<4:skäl|reason>"',
  ],
  act: [
    '{act} <1:namn|name> "<2:Lagens titel|Title of the act>"',
    "  {inForce} {from} <3:2027-01-01> {untilFurtherNotice}",
  ],
  vocabulary: ['{vocabulary} <1:namn|name> "<2:Ordlistans titel|Title of the vocabulary>"'],
  amendment: [
    "{amendment} <1:namn|name> {of} <2:dokument|document>",
    "  {draft}",
    "  {from} <3:2027-01-01>",
    "",
    "{value} <4:gräns|limit>",
    '  {from} <3:2027-01-01>: <5:1,2> {days} {under} {assumption} "<6:skäl|reason>"',
  ],
  source: ['{source} <1:namn|name> "<2:Källans titel|Title of the source>" {file} "<3:kalla.txt|source.txt>"'],
  uses: ["{uses} <1:dokument|document>"],
  record: [
    "{record} <1:vårdtillfälle-uppgifter|care-episode-record>",
    "  {field} <2:fältet|the-field> {code} <3:field> {in} {date}",
  ],
  register: ['{register} <1:betalarna|payers> {file} "<2:betalare.yaml|payers.yaml>"'],
  event: [
    '{event} <1:händelsen|the-event> "<2:Vad som händer|What happens>" {notYet} {under} {assumption} "<3:skäl|reason>"',
  ],
  value: [
    "{value} <1:namn|name> {in} {days} {code} <2:code_name>",
    '  {from} <3:2027-01-01>: <4:1,2> {days} {under} {assumption} "<5:skäl|reason>"',
  ],
  measured: [
    "{measured} <1:namn|name> {in} {days} {code} <2:code_name>",
    '  {under} {assumption} "<3:skäl|reason>"',
    "  = {meanOf} <4:antal-dagar|number-of-days> {forCareEpisodes}",
    "  {fixed} {missing}",
  ],
  term: [
    "{term} <1:namn|name> {in} {days} {code} <2:code_name>",
    '  {under} {assumption} "<3:skäl|reason>"',
    "  = <4:5> {days}",
  ],
  condition: [
    "{condition} <1:namn|name>",
    '  {requires} <2:fältet|the-field> {exists} {under} {assumption} "<3:skäl|reason>"',
  ],
  rule: [
    "{rule} <1:namn|name>",
    '  {under} {assumption} "<2:skäl|reason>"',
    "  {appliesTo} {careEpisodes}",
    "  {requires} <3:villkor-a|condition-a>",
    "  {follows} <4:utskrivningsdatum|discharge-date>",
    "  {per} <5:betalande|paying> {and} {month}",
    '  {paidBy} <5:betalande|paying> {to} "<6:Region|Region>"',
    "  <7:belopp|amount> = {sumOf} (<8:dagar-att-betala|days-to-pay> * <9:dygnsbelopp|daily-rate>)",
    '  {round} <7:belopp|amount> {toWhole} <10:ören|öre>, {halvesUp} {under} {assumption} "<11:skäl|reason>"',
  ],
  statistic: [
    "{statistic} <1:namn|name>",
    '  {under} {assumption} "<2:skäl|reason>"',
    "  {appliesTo} {careEpisodes}",
    "  {follows} <3:utskrivningsdatum|discharge-date>",
    "  {per} <4:betalande|paying> {and} {month}",
    "  <5:tillfällen|episodes> = {numberOfEpisodes}",
  ],
  question: [
    "{question} <1:namn|name>",
    '  {under} {assumption} "<2:skäl|reason>"',
    '  {asks} "<3:Hur ska texten läsas?|How is the text to be read?>"',
    '  {reading} <4:första|first> "<5:Som den står|As it stands>" {asWritten}',
    '  {reading} <6:andra|second> "<7:På det andra sättet|The other way>"',
    "    {nothing}",
    '  {chosen} <4:första|first> {preliminarily} {reason} "<8:varför|why>"',
  ],
  leftOut: ['{leftOut} "<1:Vad som inte är kodat|What is left uncoded>" {under} {assumption} "<2:skäl|reason>"'],
} as const satisfies Partial<Record<Concept, readonly string[]>>;

export function snippets(): Readonly<Record<string, Snippet>> {
  const all: Record<string, Snippet> = {};
  for (const concept of snippetConcepts) {
    for (const language of ["sv", "en"] as const) {
      const word = spelling(concept, language);
      all[`${word} (${language})`] = {
        prefix: [word],
        body: snippetBody(concept, language),
        description: keywords[concept].help[language],
      };
    }
  }
  return all;
}

export type SnippetConcept = keyof typeof bodies;
export const snippetConcepts = Object.keys(bodies) as readonly SnippetConcept[];

/** The lines with places as VS Code reads them: `${1:name}`. */
export function snippetBody(concept: SnippetConcept, language: Language): string[] {
  return bodies[concept].map((line) =>
    withPlaces(withKeywords(line, language), language, (n, text) => `\${${n}:${text}}`),
  );
}

/** What stands there when every place is left as it is. */
export function snippetText(concept: SnippetConcept, language: Language): string {
  return bodies[concept]
    .map((line) => withPlaces(withKeywords(line, language), language, (_, text) => text))
    .join("\n");
}

function withKeywords(line: string, language: Language): string {
  return line.replace(/\{(\w+)\}/g, (whole, name: string) => (isConcept(name) ? spelling(name, language) : whole));
}

function isConcept(name: string): name is Concept {
  return Object.hasOwn(keywords, name);
}

function withPlaces(line: string, language: Language, place: (n: string, text: string) => string): string {
  return line.replace(/<(\d+):([^|>]*)(?:\|([^>]*))?>/g, (_, n: string, sv: string, en: string | undefined) =>
    place(n, language === "sv" ? sv : (en ?? sv)),
  );
}
