// What each key and each word of a scenario file says, in one line, with an example.
// Rule: the keys are those of the one list that scenario files are read with; a key without help does not compile.

import type { Words } from "@avtal/compiler/problem";
import * as keys from "@avtal/replay/scenarios/read/keys";

export interface KeyHelp {
  readonly says: Words;
  /** In the words of each language, as it is written in a file. */
  readonly example: Words;
}

/** The key as it may be written, and its help. */
export interface HelpedKey {
  readonly words: readonly [sv: string, en: string];
  readonly help: KeyHelp;
}

type Row = readonly [sv: string, en: string, exampleSv: string, exampleEn: string];
type Pairs = Readonly<Record<string, readonly [sv: string, en: string]>>;

function helped<Group extends Pairs>(group: Group, rows: Readonly<Record<keyof Group, Row>>): readonly HelpedKey[] {
  return Object.entries(group).map(([key, words]) => ({ words, help: helpOf(rows[key as keyof Group]) }));
}

function helpOf([sv, en, exampleSv, exampleEn]: Row): KeyHelp {
  return { says: { sv, en }, example: { sv: exampleSv, en: exampleEn } };
}

const countRow: Row = ["Hur många som är lika.", "How many are alike.", "antal: 7", "count: 7"];

const selectorRows = {
  payer: ["Den som betalar.", "Who pays.", "betalare: Huddinge", "payer: Huddinge"],
  period: ["Månaden eller perioden.", "The month or period.", "period: 2022-04", "period: 2022-04"],
  rule: ["Regeln som raden kommer av.", "The rule that the line comes from.", "regel: genomsnitt", "rule: genomsnitt"],
  episode: [
    "Vårdtillfället; de heter a, b, c … i ordning, eller som `id` säger.",
    "The care episode; they are called a, b, c … in order, or what `id` says.",
    "vårdtillfälle: a",
    "episode: a",
  ],
  part: [
    "Första dagen i en del av perioden.",
    "The first day of a part of the period.",
    "del: 2022-04-15",
    "part: 2022-04-15",
  ],
} as const satisfies Record<keyof typeof keys.selectorKeys, Row>;

export const fileHelp = helped(keys.fileKeys, {
  agreement: [
    "Avtalets namn, som i dess huvud.",
    "The name of the agreement, as in its head.",
    "avtal: stockholm",
    "agreement: stockholm",
  ],
  background: [
    "Uppgifter om varje vårdtillfälle i filen, om scenariot inte säger annat.",
    "Facts of every episode in this file, unless the scenario says otherwise.",
    "bakgrund:\n  folkbokföringskommun: Huddinge",
    "background:\n  folkbokföringskommun: Huddinge",
  ],
  scenarios: [
    "Scenarierna, vart och ett med ett eget namn.",
    "The scenarios, each with its own name.",
    "scenarier:\n  - namn: Ett dygn kostar inget",
    "scenarios:\n  - name: One day costs nothing",
  ],
});

export const scenarioHelp = helped(keys.scenarioKeys, {
  name: [
    "En mening. Inga två scenarier i filen har samma.",
    "A sentence. No two scenarios of the file have the same.",
    "namn: Fyra dagar kostar två komma sju dagar",
    "name: Four days cost two point seven days",
  ],
  clause: [
    "Punkten som scenariot handlar om, en som avtalet hänvisar till, eller en lista.",
    "The clause that the scenario is about, one that the agreement cites, or a list.",
    "klausul: 12.3 punkt 2",
    "clause: 12.3 punkt 2",
  ],
  background: [
    "Uppgifter om alla scenariots vårdtillfällen.",
    "Facts of all episodes of the scenario.",
    "bakgrund:\n  vårdform: somatisk",
    "background:\n  vårdform: somatisk",
  ],
  episodes: [
    "En lista med vårdtillfällen, eller `inga`.",
    "A list of care episodes, or `none`.",
    "vårdtillfällen:\n  - utskrivningstid: 2022-04-08 15:00",
    "episodes:\n  - utskrivningstid: 2022-04-08 15:00",
  ],
  values: [
    "Värden som lämnas för fallet; från en dag med `@`.",
    "Values supplied for the case; from a day on with `@`.",
    "värden:\n  dygnsbelopp@2021-01-01: 8 500 kr",
    "values:\n  dygnsbelopp@2021-01-01: 8 500 kr",
  ],
  events: [
    "När en händelse inträffade, eller `inte`.",
    "When an event took place, or `not-yet`.",
    "händelser:\n  it-stöd-psykiatri: 2021-03-01",
    "events:\n  it-stöd-psykiatri: not-yet",
  ],
  expected: [
    "Vad som ska komma ut i varje lydelse.",
    "What must come out in each wording.",
    "förväntat:\n  2021-11-01: 25 110,00 kr",
    "expected:\n  2021-11-01: 25 110,00 kr",
  ],
  readings: [
    "Vad som ska komma ut när en annan tolkning är vald.",
    "What must come out when another reading is chosen.",
    "tolkningar:\n  - faktor: alla\n    förväntat:\n      2021-11-01: 13 020,00 kr",
    "readings:\n  - faktor: alla\n    expected:\n      2021-11-01: 13 020,00 kr",
  ],
});

export const episodeHelp = [
  ...helped(keys.episodeKeys, { count: countRow }),
  ...helped({ id: ["id", "id"] } as const, {
    id: ["Ett eget namn på vårdtillfället.", "A name of its own for the episode.", "id: första", "id: first"],
  }),
];

export const variantHelp = helped(keys.variantKeys, {
  expected: [
    "Vad som ska komma ut under tolkningarna här ovanför.",
    "What must come out under the readings above.",
    "förväntat:\n  2021-11-01: 13 020,00 kr",
    "expected:\n  2021-11-01: 13 020,00 kr",
  ],
});

export const expectationHelp = helped(keys.expectationKeys, {
  lines: [
    "Alla fakturarader i valfri ordning, eller `inga`.",
    "All invoice lines in any order, or `none`.",
    "rader:\n  - betalare: Huddinge\n    belopp: 25 110,00 kr",
    "lines:\n  - payer: Huddinge\n    amount: 25 110,00 kr",
  ],
  steps: [
    "Vad enskilda steg eller siffror i en statistik blir.",
    "What single steps, or figures of a statistic, come to.",
    "steg:\n  överskott: 2,7 dagar",
    "steps:\n  överskott: 2,7 dagar",
  ],
  undecided: [
    "Uppgiften som saknas, så att inget kan avgöras, eller en lista.",
    "The missing fact, so that nothing can be decided, or a list.",
    "oavgjort: fast-vårdkontakt-utsedd",
    "undecided: fast-vårdkontakt-utsedd",
  ],
  notCharged: [
    "Punkten med villkoret som inte var uppfyllt.",
    "The clause of the condition that was not met.",
    "inte debiterat: 12.2 punkt 2",
    "not charged: 12.2 punkt 2",
  ],
  refused: [
    "Koden som vårdtillfället avvisas med när det läses.",
    "The code with which the episode is refused when it is read.",
    "avvisat: AV9116",
    "refused: AV9116",
  ],
  stopped: [
    "Värdet som körningen stannar för.",
    "The value that the run stops for.",
    "stoppat: länsgenomsnitt",
    "stopped: länsgenomsnitt",
  ],
  triggers: [
    "Orden för det som statistiken leder till, en lista, eller `inget`.",
    "The words of what the statistics lead to, a list, or `nothing`.",
    "utlöser: inget",
    "triggers: nothing",
  ],
});

export const selectorHelp = helped(keys.selectorKeys, selectorRows);

export const lineHelp = helped(keys.lineKeys, {
  ...selectorRows,
  count: ["Så många lika rader.", "So many equal lines.", "antal: 2", "count: 2"],
  quantity: [
    "Mängden på raden, med enhet.",
    "The quantity of the line, with its unit.",
    "mängd: 2,7 dagar",
    "quantity: 2,7 dagar",
  ],
  price: ["Priset för en enhet.", "The price of one unit.", "pris: 9 300 kr/dygn", "price: 9 300 kr/dygn"],
  amount: [
    "Radens belopp, på öret: ingen avrundning och ingen tolerans.",
    "The amount of the line, to the öre: no rounding and no tolerance.",
    "belopp: 25 110,00 kr",
    "amount: 25 110,00 kr",
  ],
  payee: ["Den som får pengarna.", "Who receives the money.", "mottagare: Regionen", "payee: Regionen"],
  invoicer: ["Den som skickar fakturan.", "Who sends the invoice.", "faktureras av: Regionen", "invoiced by: Regionen"],
  steps: [
    "Vad stegen bakom raden blir.",
    "What the steps behind the line come to.",
    "steg:\n  överskott: 2,7 dagar",
    "steps:\n  överskott: 2,7 dagar",
  ],
});

export const undecidedHelp = helped(keys.undecidedKeys, {
  what: ["Uppgiften som saknas.", "The fact that is missing.", "saknas: vårdform", "missing: vårdform"],
  count: countRow,
  rule: selectorRows.rule,
  episode: selectorRows.episode,
});

export const notChargedHelp = helped(keys.notChargedKeys, {
  what: ["Punkten med villkoret.", "The clause of the condition.", "klausul: 12.2 punkt 2", "clause: 12.2 punkt 2"],
  count: countRow,
  rule: selectorRows.rule,
});

export const refusedHelp = helped(keys.refusedKeys, {
  what: ["Koden som det avvisas med.", "The code with which it is refused.", "kod: AV9116", "code: AV9116"],
  count: countRow,
  episode: selectorRows.episode,
});

export const wordingHelp = helped(
  { allWordings: keys.allWordings, otherWordings: keys.otherWordings, inForce: keys.inForce },
  {
    allWordings: [
      "Alla lydelser av avtalet.",
      "Every wording of the agreement.",
      "alla lydelser: ingen debitering",
      "all wordings: no charge",
    ],
    otherWordings: [
      "De lydelser som inte nämns för sig.",
      "The wordings that are not named by themselves.",
      "övriga lydelser: 18 600,00 kr",
      "other wordings: 18 600,00 kr",
    ],
    inForce: [
      "Det som gällde för varje vårdtillfälle, efter dess egna datum.",
      "What was in force for each episode, by its own dates.",
      "gällande: 25 110,00 kr",
      "in force: 25 110,00 kr",
    ],
  },
);

export const wordingDayHelp: KeyHelp = helpOf([
  "Lydelsen som börjar den dagen; allt som avtalet avgör tas som det lyder då.",
  "The wording that begins on that day; all that the agreement decides is taken as it stands then.",
  "2021-11-01: 25 110,00 kr",
  "2021-11-01: 25 110,00 kr",
]);

/** Words that stand as a value. */
export const valueHelp = helped(
  {
    noCharge: keys.noCharge,
    noneOfThem: keys.noneOfThem,
    nothing: keys.nothing,
    emptyFact: keys.emptyFact,
    absentStep: keys.absentStep,
    notYet: keys.notYet,
  },
  {
    noCharge: [
      "Körningen går till slut utan en rad, och inget är oavgjort.",
      "The run ends without a line, and nothing is undecided.",
      "alla lydelser: ingen debitering",
      "all wordings: no charge",
    ],
    noneOfThem: ["Ingen alls.", "Not one.", "rader: inga", "lines: none"],
    nothing: ["Inget alls.", "Nothing at all.", "utlöser: inget", "triggers: nothing"],
    emptyFact: [
      "Ett tomt fält: tar bort det som bakgrunden säger.",
      "An empty field: takes away what the background says.",
      "vårdform: tomt",
      "vårdform: empty",
    ],
    absentStep: [
      "Steget kan inte räknas ut.",
      "The step cannot be worked out.",
      "överskott: saknas",
      "överskott: missing",
    ],
    notYet: [
      "Händelsen har inte inträffat.",
      "The event has not taken place.",
      "it-stöd-psykiatri: inte",
      "it-stöd-psykiatri: not-yet",
    ],
  },
);
