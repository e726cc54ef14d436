// Written by avtal from agreement.avtal (meaning d51b8873aa3d0e427e578f837b7d6aefdab963096acf3a85ed155c6f8e8bd487). Change that file, not this one.
// avtal 0.1.0.
// Seal: 3520e62119272a33af1d892c0cc4fea4e4922bd11e8fd8b0c7cb45d6a5e206f5
import {
  COUNTED,
  type Choosable,
  type Columns,
  DOUBTFUL,
  type EpisodeReader,
  type EpisodesEvaluation,
  type Evaluation,
  type Fraction,
  type GroupFigures,
  type GroupState,
  type HostChoices,
  type InvoiceLine,
  type IsoDate,
  type KeyCode,
  MISSING,
  type MomentFacts,
  NEVER,
  NO_PACK,
  PASSED,
  PASSES,
  type PlainRule,
  type Ratio,
  type Reading,
  type Register,
  type RegisterCode,
  type RuleCode,
  type RunOptions,
  type RunState,
  type StepGrounds,
  type Stretch,
  type Supplied,
  type TermCode,
  UNKNOWN,
  type Writers,
  YES,
  addOneTo,
  cellOf,
  choicesOf,
  countOn,
  daysBetween,
  decided,
  decidedOn,
  differenceOf,
  evaluateEpisodes,
  evaluateLettingGo,
  evaluateRules,
  exists,
  explainLine,
  greatestOf,
  inOrder,
  isAtLeast,
  isPlain,
  keyNamed,
  kindIn,
  kindTold,
  kindsBegin,
  leastOf,
  madeFor,
  makeRoom,
  measureOf,
  momentFacts,
  nameFacts,
  namesOf,
  notTold,
  noteRecord,
  payersIn,
  placeOf,
  productOf,
  quantityStep,
  registerOf,
  roundedTo,
  rowOfMany,
  runOptionsOf,
  runsBackwards,
  sumOf,
  takeCode,
  takeId,
  takeMoment,
  takeWithCare,
  writerAt,
} from "@avtal/runtime";

madeFor(6);

/** The hash of what the agreement means, blind to layout and comments. */
export const meaningHash = "d51b8873aa3d0e427e578f837b7d6aefdab963096acf3a85ed155c6f8e8bd487";

/** Every day on which the text changes. */
export const wordings = ["2020-01-01"] as const;

/** A day of `wordings`. */
export type Wording = (typeof wordings)[number];

/** The open questions, their readings and the chosen one. */
export const readings = {} as const;

/** Other readings than the chosen ones. */
export type Readings = { readonly [Question in keyof typeof readings]?: keyof (typeof readings)[Question]["readings"] };

/** Events whose date decides, and when they happened as the text stands. */
export const events = {} as const;

/** When an event happened; null is not yet. */
export type Events = { readonly [Event in keyof typeof events]?: IsoDate | null };

/** Quantities that a run may supply, with their units. */
export const values = {} as const;

/** Supplied quantities, as exact texts. */
export type Values = { readonly [Value in keyof typeof values]?: Supplied };

/** The source texts that are cited. */
export const sources = ["Konformitetsprov"] as const;

/** A care episode: the facts that the agreement reads. null is an empty field. */
export interface Episode {
  /** vårdtillfälle-id. */
  readonly id: string;
  /** folkbokföringskommun. */
  readonly municipality?: string | null;
  /** placerande-kommun. */
  readonly placing_municipality?: string | null;
  /** utskrivningsklar-tid. */
  readonly ready_notice_at?: string | null;
  /** utskrivningstid. */
  readonly discharged_at?: string | null;
}

/** What a run decides beside the text. */
export interface Options {
  /** The day whose text decides for every record; left out, each follows its own dates. */
  readonly wording?: Wording | null;
  readonly readings?: Readings;
  readonly events?: Events;
  readonly values?: Values;
}

/**
 * Invoice lines and an account of every episode, or what stopped the run. Throws a `Refusal` for a
 * host's mistake.
 */
export function evaluate(episodes: readonly Episode[], options: Options = {}): EpisodesEvaluation {
  const decided = runOptionsOf(options, hostChoices);
  return evaluateEpisodes(
    episodeReader,
    episodes,
    (columns: Columns, letGo: () => void) =>
      evaluateLettingGo(rules, columns, (some: Columns) => startRun(some, decided), letGo),
  );
}

/** The same over columns, without an object for each episode. */
export function evaluateColumns(columns: Columns, options: Options = {}): Evaluation {
  return evaluateRun(columns, runOptionsOf(options, hostChoices));
}

/** Why a line is what it is: each step with its number, its clause and the quoted words, in Swedish. */
export function explain(line: InvoiceLine): readonly string[] {
  return explainLine(line, stepGrounds);
}

/** The columns that the agreement reads. */
interface Facts {
  readonly dischargedAt: MomentFacts;
  readonly placingMunicipality: Int32Array;
  readonly municipality: Int32Array;
  readonly readyNoticeAt: MomentFacts;
}

/** The chosen reading of each question, by day where it was chosen anew. */
interface ReadingsInForce {
}

/** The day of each event. */
interface EventDays {
}

/** Dated values, with what was supplied for the run. */
interface DatedRows {
}

/** Terms that were amended: which definition applies. */
interface Definitions {
}

/** Registers of payers. */
interface Directory {
  readonly kommuner: Register;
  readonly stadsdelar: Register;
}

/** Terms of the record at hand that several rules ask for. */
interface KnownTerms {
}

/** One run: its records, and what is the same for all of them. */
interface Run extends RunState {
  readonly facts: Facts;
  readonly readings: ReadingsInForce;
  readonly events: EventDays;
  readonly rows: DatedRows;
  readonly definitions: Definitions;
  readonly directory: Directory;
  readonly known: KnownTerms;
}

/** 2020-01-01 */
const date20200101 = 18262;

const lastPackOfGroup = 13;
const recordsOfGroup = 6;

/** Payers and texts that the agreement names, by number. */
const names: readonly string[] = [];

/** What is tallied for each group of i-steg. */
interface IStegTallies {
}

/** utskrivningsdatum. */
function dischargeDate(run: Run, record: number): number {
  return run.facts.dischargedAt.days[record] ?? UNKNOWN;
}

/** Whether i-steg is in force on a day. */
function iStegIsInForce(run: Run, day: number): number {
  return isAtLeast(decidedOn(run.choices, day), date20200101);
}

/** Whether a record is in the scope of i-steg. */
function iStegIsAbout(run: Run, record: number, day: number, theDay: number): number {
  return YES;
}

/** betalande-kommun. */
function liableMunicipality(run: Run, record: number): number {
  return decided(
    exists(run.facts.placingMunicipality[record] ?? UNKNOWN),
    run.facts.placingMunicipality[record] ?? UNKNOWN,
    run.facts.municipality[record] ?? UNKNOWN,
  );
}

const iStegKeys: readonly KeyCode<Run>[] = [
  {
    name: "betalande-kommun",
    role: "payer",
    meaning: { kind: "payer" },
    value: liableMunicipality,
    reads: [
      {
        kind: "if",
        holds: (run: Run, record: number) =>
          decided(
            exists(run.facts.placingMunicipality[record] ?? UNKNOWN),
            run.facts.placingMunicipality[record] ?? UNKNOWN,
            run.facts.municipality[record] ?? UNKNOWN,
          ),
        condition: [
          {
            kind: "if",
            holds: (run: Run, record: number) => exists(run.facts.placingMunicipality[record] ?? UNKNOWN),
            condition: ["placing_municipality"],
            then: ["placing_municipality"],
            otherwise: ["municipality"],
          },
        ],
        then: [],
        otherwise: [],
      },
    ],
  },
  {
    name: "vårdtillfälle",
    role: "episode",
    meaning: { kind: "text" },
    value: (_run: Run, record: number) => record,
    reads: [],
  },
];

/** utskrivningsklar-datum. */
function readyDate(run: Run, record: number): number {
  return run.facts.readyNoticeAt.days[record] ?? UNKNOWN;
}

/** klara-dagar (2). */
function readyDays(run: Run, record: number): number {
  return daysBetween(readyDate(run, record), false, dischargeDate(run, record), true);
}

const readyDaysTerm: TermCode<Run> = {
  kind: "term",
  id: "prov.klara-dagar",
  document: "prov",
  name: "klara-dagar",
  code: "ready_days",
  clause: "2",
  definitions: [
    {
      from: null,
      by: [
        {
          guard: null,
          body: {
            kind: "expression",
            reads: [
              {
                kind: "span",
                ranBackwards: (run: Run, record: number) =>
                  runsBackwards(readyDate(run, record), dischargeDate(run, record)),
                ends: ["ready_notice_at", "discharged_at"],
              },
            ],
          },
        },
      ],
    },
  ],
};

/** Whether a span within klara-dagar runs backwards. */
function readyDaysRunsBackwards(run: Run, record: number): boolean {
  return runsBackwards(readyDate(run, record), dischargeDate(run, record));
}

/** Adds a record to its group. */
function iStegCount(run: Run, tallies: IStegTallies, record: number, day: number, theDay: number): void {
}

/** i-steg: what a group comes to (5). */
function iStegFigures(run: Run, group: GroupState<Run, IStegTallies>): GroupFigures {
  /** första-dagar. */
  const forstaDagar = leastOf(readyDays(run, group.record), 3);
  /** senare-dagar. */
  const senareDagar = greatestOf(differenceOf(readyDays(run, group.record), 3), 0);
  /** belopp. */
  const belopp = roundedTo(sumOf(productOf(forstaDagar, 50000), productOf(senareDagar, 100000)), 1, "halfUp");
  return {
    payer: { value: keyNamed(group, "betalande-kommun"), meaning: { kind: "payer" }, key: "betalande-kommun" },
    payee: "Regionen",
    invoicer: undefined,
    when: YES,
    steps: inOrder(
      quantityStep("första-dagar", forstaDagar, "dagar"),
      quantityStep("senare-dagar", senareDagar, "dagar"),
      quantityStep("belopp", belopp, "kr"),
    ),
    amount: belopp,
    quantity: MISSING,
    unit: null,
    unitPrice: MISSING,
  };
}

/** i-steg for plain records: what it says of each, and what that adds to its group. */
function iStegKernel(rule: PlainRule<Run, IStegTallies>, from: number, until: number): number {
  const run = rule.run;
  const verdicts = rule.verdicts;
  makeRoom(rule, until - from);
  const dischargedAtDaysOf = run.facts.dischargedAt.days;
  const kindByDay = rule.dayKinds.byDay;
  const readyNoticeAtDaysOf = run.facts.readyNoticeAt.days;
  const placingMunicipalityOf = run.facts.placingMunicipality;
  const municipalityOf = run.facts.municipality;
  const packs = rule.dayKinds.packs;
  const numbers = rule.groups.numbers;
  const counted = rule.counted;
  for (let record = from; record < until; record += 1) {
    const place = placeOf(record);
    if ((verdicts[place] ?? 0) !== PASSED) continue;
    const dischargedAtDays = dischargedAtDaysOf[record] ?? UNKNOWN;
    const kind = kindIn(kindByDay, dischargedAtDays);
    if (kind < kindsBegin) {
      if (kind === PASSES) continue;
      if (kind === notTold) return kindTold(rule, record, dischargedAtDays);
      verdicts[place] = DOUBTFUL;
      continue;
    }
    const readyNoticeAtDays = readyNoticeAtDaysOf[record] ?? UNKNOWN;
    if (dischargedAtDays < readyNoticeAtDays && dischargedAtDays > UNKNOWN) {
      verdicts[place] = DOUBTFUL;
      continue;
    }
    const placingMunicipality = placingMunicipalityOf[record] ?? UNKNOWN;
    const municipality = municipalityOf[record] ?? UNKNOWN;
    const either2 = placingMunicipality > UNKNOWN
      ? placingMunicipality
      : placingMunicipality === MISSING || placingMunicipality === municipality ? municipality : UNKNOWN;
    const row = rowOfMany(rule, iStegKeys, [either2, record], kind);
    if (row < 0) {
      verdicts[place] = DOUBTFUL;
      continue;
    }
    const pack = packs[kind] ?? 0;
    if ((numbers[cellOf(row, lastPackOfGroup)] ?? 0) !== pack) {
      if (pack !== NO_PACK) return noteRecord(rule, record, row, dischargedAtDays, kind);
      noteRecord(rule, record, row, dischargedAtDays, kind);
    }
    countOn(numbers, row, dischargedAtDays);
    addOneTo(numbers, cellOf(row, recordsOfGroup));
    addOneTo(counted, 0);
    verdicts[place] = COUNTED;
  }
  return until;
}

/** i-steg (5). */
const iStegRule: RuleCode<Run, IStegTallies> = {
  id: "prov.i-steg",
  inIds: "i-steg",
  place: { document: "prov", rule: "i-steg", clause: "5" },
  purpose: "charge",
  triggers: null,
  guards: [],
  onTopOf: [],
  follows: [{ guard: null, date: dischargeDate, reads: ["discharged_at"], isTheDay: false }],
  isInForce: iStegIsInForce,
  isAbout: iStegIsAbout,
  aboutReads: [],
  span: null,
  holds: () => YES,
  lines: [],
  keys: [{ guard: null, it: iStegKeys }],
  mayCharge: null,
  reads: [[{ guard: null, it: [readyDaysTerm] }], [{ guard: null, it: [readyDaysTerm] }]],
  mayRunBackwards: readyDaysRunsBackwards,
  newTallies: () => ({}),
  count: iStegCount,
  figures: iStegFigures,
  priceOfEach: null,
  looksBack: false,
  kernel: iStegKernel,
};

const kommunerRegister: RegisterCode = {
  id: "register-över-betalare.kommuner",
  choices: [null, null],
  entries: [
    {
      code: "0126",
      name: "Huddinge",
      from: null,
      until: null,
      successor: null,
      facts: ["Stockholms län", "Region Stockholm"],
    },
    {
      code: "0180",
      name: "Stockholm",
      from: null,
      until: null,
      successor: null,
      facts: ["Stockholms län", "Region Stockholm"],
    },
    {
      code: "0188",
      name: "Norrtälje",
      from: null,
      until: null,
      successor: null,
      facts: ["Stockholms län", "Region Stockholm"],
    },
    {
      code: "0680",
      name: "Jönköping",
      from: null,
      until: null,
      successor: null,
      facts: ["Jönköpings län", "Region Jönköpings län"],
    },
  ],
};

const stadsdelarRegister: RegisterCode = {
  id: "register-över-betalare.stadsdelar",
  choices: [null],
  entries: [
    { code: "farsta", name: "Farsta", from: null, until: null, successor: null, facts: ["Stockholm"] },
    { code: "alvsjo", name: "Älvsjö", from: null, until: 18444, successor: "hagersten-alvsjo", facts: ["Stockholm"] },
    {
      code: "hagersten-alvsjo",
      name: "Hägersten-Älvsjö",
      from: 18444,
      until: null,
      successor: null,
      facts: ["Stockholm"],
    },
  ],
};
const rules: readonly RuleCode<Run, unknown>[] = [iStegRule];
const choosable: Choosable = { main: "prov", questions: [], events: [], values: [] };
const measures: ReadonlyMap<string, (run: Run) => Fraction> = new Map([]);

/** What is the same for every record of a run. */
function startRun(columns: Columns, options: RunOptions): Run {
  const choices = choicesOf(choosable, options);
  const dictionary = namesOf(names);
  const directory: Directory = {
    kommuner: registerOf(kommunerRegister, dictionary),
    stadsdelar: registerOf(stadsdelarRegister, dictionary),
  };
  return {
    columns,
    choices,
    names: dictionary,
    directory,
    registers: [directory.kommuner, directory.stadsdelar],
    payers: new Map([]),
    figuresOverAll: new Map(),
    facts: {
      dischargedAt: momentFacts(columns, { code: "discharged_at", empty: MISSING, optional: false }),
      placingMunicipality: nameFacts(
        columns,
        { code: "placing_municipality", empty: MISSING, optional: true },
        dictionary,
      ),
      municipality: nameFacts(columns, { code: "municipality", empty: UNKNOWN, optional: false }, dictionary),
      readyNoticeAt: momentFacts(columns, { code: "ready_notice_at", empty: MISSING, optional: false }),
    },
    readings: {},
    events: {},
    rows: {},
    definitions: {},
    known: {},
  };
}

function evaluateRun(columns: Columns, options: RunOptions): Evaluation {
  return evaluateRules(rules, startRun(columns, options));
}

function measureRun(measured: string, columns: Columns, options: RunOptions): Ratio | undefined {
  return measureOf(measures, measured, startRun(columns, options));
}

const episodeReader: EpisodeReader<Episode> = {
  fields: [
    { code: "id", kind: { kind: "text" }, choices: [], empty: "unknown", unique: true },
    {
      code: "municipality",
      kind: { kind: "payer", register: "register-över-betalare.kommuner" },
      choices: [],
      empty: "unknown",
      unique: false,
      payers: payersIn(kommunerRegister),
    },
    {
      code: "placing_municipality",
      kind: { kind: "payer", register: "register-över-betalare.kommuner" },
      choices: [],
      empty: "missing",
      unique: false,
      payers: payersIn(kommunerRegister),
    },
    { code: "ready_notice_at", kind: { kind: "moment" }, choices: [], empty: "missing", unique: false },
    { code: "discharged_at", kind: { kind: "moment" }, choices: [], empty: "missing", unique: false },
  ],
  takePlain: (episodes: readonly Episode[], writers: Writers, reading: Reading, stretch: Stretch): number => {
    const writer0 = writerAt(writers, 0);
    const writer1 = writerAt(writers, 1);
    const values1 = writer1.values;
    const writer2 = writerAt(writers, 2);
    const values2 = writer2.values;
    const writer3 = writerAt(writers, 3);
    const values3 = writer3.values;
    const seconds3 = writer3.seconds;
    const writer4 = writerAt(writers, 4);
    const values4 = writer4.values;
    const seconds4 = writer4.seconds;
    const until = stretch.until;
    const left = stretch.left;
    for (let index = stretch.from; index < until; index += 1) {
      const episode = episodes[index] ?? null;
      if (!isPlain(episode)) return index;
      const at = index - left;
      const cell0 = episode.id ?? null;
      const cell1 = episode.municipality ?? null;
      const cell2 = episode.placing_municipality ?? null;
      const cell3 = episode.ready_notice_at ?? null;
      const cell4 = episode.discharged_at ?? null;
      let odd = false;
      if (!(takeId(writer0, index, cell0) || takeWithCare(writer0, reading, index, at, cell0))) odd = true;
      if (cell1 !== null &&
        !(takeCode(writer1, values1, at, cell1) || takeWithCare(writer1, reading, index, at, cell1))) {
        odd = true;
      }
      if (cell2 !== null &&
        !(takeCode(writer2, values2, at, cell2) || takeWithCare(writer2, reading, index, at, cell2))) {
        odd = true;
      }
      if (cell3 !== null &&
        !(takeMoment(values3, seconds3, at, cell3) || takeWithCare(writer3, reading, index, at, cell3))) {
        odd = true;
      }
      if (cell4 !== null &&
        !(takeMoment(values4, seconds4, at, cell4) || takeWithCare(writer4, reading, index, at, cell4))) {
        odd = true;
      }
      if (odd) return index;
    }
    return until;
  },
};
const hostChoices: HostChoices = { wordings, scaleOf: new Map([]) };
const stepGrounds: StepGrounds = new Map([]);
