// What the page holds of the episodes behind its lines: pseudonym, two dates, what each brings, and what a line would
// have been without it. Rule: nothing else of an episode, and nothing of one that stands behind no line.

import type { Field, Program } from "@avtal/compiler/ir/ir";
import { isStandIn } from "@avtal/replay/protected-records";
import type { CountedRun } from "@avtal/replay/result-json";
import { idOf, MISSING, UNKNOWN, type Columns } from "@avtal/runtime/columns";
import type { Ore } from "@avtal/runtime/result";
import { amountsWithout, type AmountsWithout, type Budget } from "../episodes/marginal.ts";
import { ruleName } from "../episodes/group-names.ts";
import { membersOf, type Member, type Members } from "../episodes/members.ts";
import { kronor } from "../numbers.ts";
import type { ShownLine } from "./lines.ts";
import { textTable } from "./text-table.ts";

export interface EpisodesData {
  /** One on each line. */
  readonly ids: string;
  /** Names of the dates. */
  readonly dates: readonly string[];
  /** Days since 1970-01-01 by date, each less the one before it; null where it is absent. */
  readonly days: readonly (readonly (number | null)[])[];
  readonly texts: readonly string[];
  readonly of: readonly LineMembers[];
}

export interface LineMembers {
  readonly word: string;
  /** Record less the record before it, then what it brings; over and over. */
  readonly a: readonly number[];
  /** Null where they are those of A. */
  readonly b: readonly number[] | null;
  /** What it brings → the amount without one such episode. */
  readonly withoutA: Readonly<Record<number, string>>;
  readonly withoutB: Readonly<Record<number, string>>;
}

export interface BothMembers {
  readonly a: Members;
  readonly b: Members;
}

/** A run with the records that it was made over. */
export interface RunWithRecords {
  readonly run: CountedRun;
  readonly columns: Columns;
}

export interface Behind {
  /** Null where one run is shown alone. */
  readonly a: RunWithRecords | null;
  readonly b: RunWithRecords;
  readonly shown: readonly ShownLine[];
}

export interface EpisodesBehind {
  readonly data: EpisodesData;
  readonly members: BothMembers;
  /** Lines for which the marginal effect of their episodes was counted. */
  readonly marginalLines: number;
}

/** Records that are counted again for marginal effects. Lines beyond that have none, and the page says how many. */
const mostRecounted = 120_000;

export function episodesBehind({ a, b, shown }: Behind): EpisodesBehind {
  const members = { a: a === null ? noMembers : membersIn(a), b: membersIn(b) };
  const budget: Budget = { left: mostRecounted };
  const without = withoutOne(shown, members, {
    a: a === null ? nothingWithout : countedWithout(a, budget),
    b: countedWithout(b, budget),
  });
  return {
    data: episodesData({ shown, members, columns: b.columns, program: b.run.program, without }),
    members,
    marginalLines: [...without.values()].filter(({ a, b }) => a.size + b.size > 0).length,
  };
}

const noMembers: Members = { of: new Map(), word: new Map(), counts: new Map() };

function membersIn({ run: { program, options, result }, columns }: RunWithRecords): Members {
  return membersOf(program, options, columns, result.groups);
}

function countedWithout({ run: { program, options }, columns }: RunWithRecords, budget: Budget): AmountsWithout {
  return amountsWithout({ program, options, columns }, budget);
}

function nothingWithout(): ReadonlyMap<string, Ore> {
  return new Map();
}

interface Without {
  readonly a: ReadonlyMap<string, Ore>;
  readonly b: ReadonlyMap<string, Ore>;
}

/** The lines that move most come first, because there may be more than can be counted. */
function withoutOne(
  shown: readonly ShownLine[],
  members: BothMembers,
  counted: { readonly a: AmountsWithout; readonly b: AmountsWithout },
): ReadonlyMap<ShownLine, Without> {
  const size = ({ pair }: ShownLine): bigint => (pair.difference < 0n ? -pair.difference : pair.difference);
  const first = [...shown].sort((x, y) => (size(y) > size(x) ? 1 : size(y) < size(x) ? -1 : 0));
  const none: ReadonlyMap<string, Ore> = new Map();
  const found = new Map<ShownLine, Without>();
  for (const line of first) {
    const [ofA, ofB] = [members.a.of.get(line.groups.a) ?? [], members.b.of.get(line.groups.b) ?? []];
    if (ofA.length < 2 && ofB.length < 2) continue;
    found.set(line, {
      a: line.a === null ? none : counted.a(line.key, line.a.amount, ofA),
      b: line.b === null ? none : counted.b(line.key, line.b.amount, ofB),
    });
  }
  return found;
}

interface Telling {
  readonly shown: readonly ShownLine[];
  readonly members: BothMembers;
  readonly columns: Columns;
  readonly program: Program;
  readonly without: ReadonlyMap<ShownLine, Without>;
}

function episodesData({ shown, members, columns, program, without }: Telling): EpisodesData {
  const kept = keptRecords(shown, members, columns.count);
  const ids = kept.map((record) => idOf(columns, record));
  const { texts, at } = textTable();
  const isHidden = ids.map(isStandIn);
  const placed: Placed = { places: placesOf(kept, columns.count), isHidden, at };
  const told = (amounts: ReadonlyMap<string, Ore> | undefined): Record<number, string> =>
    Object.fromEntries([...(amounts ?? [])].map(([brings, amount]) => [at(brings), kronor(amount)]));
  const dates = dateFields(program, columns);
  return {
    ids: ids.join("\n"),
    dates: dates.map(({ name }) => name),
    days: dates.map(({ code }) => daysOf(code, columns, { kept, isHidden })),
    texts,
    of: shown.map((line): LineMembers => {
      const a = flat(members.a.of.get(line.groups.a) ?? [], placed);
      const b = flat(members.b.of.get(line.groups.b) ?? [], placed);
      return {
        word: wordOf(line, members),
        a,
        b: isSame(a, b) ? null : b,
        withoutA: told(without.get(line)?.a),
        withoutB: told(without.get(line)?.b),
      };
    }),
  };
}

interface Placed {
  /** By record: its place among those that are kept. */
  readonly places: Int32Array;
  /** By place: whether its record is protected. */
  readonly isHidden: readonly boolean[];
  readonly at: (text: string) => number;
}

/** What a protected record brings is not told. */
function flat(of: readonly Member[], { places, isHidden, at }: Placed): number[] {
  const numbers: number[] = [];
  let before = 0;
  for (const { record, brings } of of) {
    const now = places[record] ?? 0;
    numbers.push(now - before, at(isHidden[now] === true ? "" : brings));
    before = now;
  }
  return numbers;
}

function placesOf(kept: readonly number[], count: number): Int32Array {
  const places = new Int32Array(count);
  for (const [place, record] of kept.entries()) places[record] = place;
  return places;
}

/** Records of some line, in the order of the data. */
function keptRecords(shown: readonly ShownLine[], { a, b }: BothMembers, count: number): number[] {
  const isKept = new Uint8Array(count);
  for (const { groups } of shown) {
    for (const { record } of a.of.get(groups.a) ?? []) isKept[record] = 1;
    for (const { record } of b.of.get(groups.b) ?? []) isKept[record] = 1;
  }
  const kept: number[] = [];
  for (const [record, held] of isKept.entries()) if (held === 1) kept.push(record);
  return kept;
}

function wordOf({ a, b }: ShownLine, members: BothMembers): string {
  const place = (b ?? a)?.trace;
  if (place === undefined) return "";
  const rule = ruleName({ document: place.document, rule: place.rule, clause: "" });
  return members.b.word.get(rule) ?? members.a.word.get(rule) ?? "";
}

const shownDates = ["ready_notice_at", "discharged_at"];

export function dateFields({ fields }: Program, { columns }: Columns): readonly Field[] {
  return shownDates.flatMap((code) => fields.find((field) => field.code === code && columns.has(code)) ?? []);
}

/** The civil day of a record's date or moment; undefined where it is absent, or the record is protected. */
export function dayOf(code: string, columns: Columns, record: number): number | undefined {
  return isStandIn(idOf(columns, record)) ? undefined : civilDay(code, columns, record);
}

function civilDay(code: string, { columns }: Columns, record: number): number | undefined {
  const column = columns.get(code);
  const day = column?.kind === "moment" || column?.kind === "date" ? column.days[record] : undefined;
  return day === MISSING || day === UNKNOWN ? undefined : day;
}

interface Kept {
  readonly kept: readonly number[];
  /** By place: whether its record is protected. */
  readonly isHidden: readonly boolean[];
}

function daysOf(code: string, columns: Columns, { kept, isHidden }: Kept): (number | null)[] {
  let before = 0;
  return kept.map((record, place) => {
    const day = isHidden[place] === true ? undefined : civilDay(code, columns, record);
    if (day === undefined) return null;
    const step = day - before;
    before = day;
    return step;
  });
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, index) => number === b[index]);
}
