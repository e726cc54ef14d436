// The columns of one run as an evaluator reads them: a typed array for each field, with codes numbered its own way.
// Rule: an absent optional column is what its empty field means; a column of another shape than its field is refused; what
// the columns hold is read where it stands and copied only where codes are numbered another way.

import { sharedAbsentValues } from "./absent-columns.ts";
import type { MISSING } from "./columns.ts";
import { NOT_KNOWN, UNKNOWN, YES, type Column, type Columns } from "./columns.ts";
import { refusal } from "./refusal.ts";

/** Texts and payer codes by number: what the agreement names first, then what the data hold. */
export interface Names {
  readonly numberOf: (name: string) => number;
  readonly nameOf: (number: number) => string;
}

export function namesOf(known: readonly string[]): Names {
  const names = [...known];
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    numberOf: (name) => {
      const found = numbers.get(name);
      if (found !== undefined) return found;
      numbers.set(name, names.length);
      return names.push(name) - 1;
    },
    nameOf: (number) => names[number] ?? "",
  };
}

/** A field as generated code describes it. */
export interface FieldCode {
  /** Column name. */
  readonly code: string;
  readonly empty: typeof MISSING | typeof UNKNOWN;
  readonly optional: boolean;
}

export interface MomentFacts {
  readonly days: Int32Array;
  readonly seconds: Int32Array;
}

export function dateFacts(columns: Columns, field: FieldCode): Int32Array {
  const column = columnOf(columns, field);
  if (column === undefined) return sharedAbsentValues(field.empty, columns.count);
  if (column.kind !== "date") throw wrongShape(field);
  return withinDates(column.days, columns, field);
}

export function momentFacts(columns: Columns, field: FieldCode): MomentFacts {
  const column = columnOf(columns, field);
  if (column === undefined)
    return { days: sharedAbsentValues(field.empty, columns.count), seconds: sharedAbsentValues(0, columns.count) };
  if (column.kind !== "moment" || column.seconds.length < columns.count) throw wrongShape(field);
  return { days: withinDates(column.days, columns, field), seconds: column.seconds };
}

/** The codes of the column; `answerOf` reads them. */
export function conditionFacts(columns: Columns, field: FieldCode): Uint8Array {
  const column = columnOf(columns, field);
  if (column === undefined) return new Uint8Array(columns.count).fill(NOT_KNOWN);
  if (column.kind !== "condition" || column.codes.length < columns.count) throw wrongShape(field);
  return column.codes;
}

/** Yes, no, or what an empty cell means. */
export function answerOf(code: number, empty: number): number {
  return code > YES ? empty : code;
}

export function numberFacts(columns: Columns, field: FieldCode): Int32Array {
  const column = columnOf(columns, field);
  if (column === undefined) return sharedAbsentValues(field.empty, columns.count);
  if (column.kind !== "integer" || column.values.length < columns.count) throw wrongShape(field);
  return column.values;
}

/** A choice by its place in the vocabulary. */
export function choiceFacts(columns: Columns, field: FieldCode, choices: readonly string[]): Int32Array {
  return codedFacts(columns, field, (name) => {
    const place = choices.indexOf(name);
    if (place < 0)
      throw refusal("AV7006", `The column ${field.code} holds a choice that the vocabulary does not have.`);
    return place;
  });
}

/** A payer or a text by its number among `names`. */
export function nameFacts(columns: Columns, field: FieldCode, names: Names): Int32Array {
  return codedFacts(columns, field, names.numberOf);
}

function codedFacts(columns: Columns, field: FieldCode, numberOf: (name: string) => number): Int32Array {
  const column = columnOf(columns, field);
  if (column === undefined) return sharedAbsentValues(field.empty, columns.count);
  if (column.kind !== "code" || column.codes.length < columns.count) throw wrongShape(field);
  const numbers = Int32Array.from(column.names, numberOf);
  if (numbers.every((number, index) => number === index)) return column.codes;
  const known = seenOf(columns).renumbered.get(field.code);
  if (known?.of === column.codes && isSame(known.numbers, numbers)) return known.codes;
  const codes = renumbered(column.codes, numbers, columns.count);
  seenOf(columns).renumbered.set(field.code, { of: column.codes, numbers, codes });
  return codes;
}

function isSame(some: Int32Array, others: Int32Array): boolean {
  return some.length === others.length && some.every((number, index) => number === others[index]);
}

function renumbered(codes: Int32Array, numbers: Int32Array, count: number): Int32Array {
  const numbered = new Int32Array(count);
  for (let record = 0; record < count; record += 1) {
    const code = codes[record] ?? UNKNOWN;
    numbered[record] = code <= UNKNOWN ? code : (numbers[code] ?? UNKNOWN);
  }
  return numbered;
}

function columnOf(columns: Columns, field: FieldCode): Column | undefined {
  return columns.columns.get(field.code);
}

/** What is known of columns after they were first read: they do not change, so no later run asks again. */
interface Seen {
  /** Days that lie within the calendar, with the sentinel that they may hold. */
  readonly dates: Map<Int32Array, number>;
  /** By field: codes numbered another way. */
  readonly renumbered: Map<
    string,
    { readonly of: Int32Array; readonly numbers: Int32Array; readonly codes: Int32Array }
  >;
}

const seen = new WeakMap<Columns, Seen>();

function seenOf(columns: Columns): Seen {
  const known = seen.get(columns) ?? { dates: new Map(), renumbered: new Map() };
  seen.set(columns, known);
  return known;
}

/** For who has read every day of the columns from a text: each lies within the calendar or is what its field's absence is. */
export function noteWithinDates(columns: Columns, days: Int32Array, sentinel: number): void {
  seenOf(columns).dates.set(days, sentinel);
}

/** The years 1 to 9999: beyond them nothing that is computed from a date stays within a whole number. */
function withinDates(days: Int32Array, columns: Columns, field: FieldCode): Int32Array {
  const { count } = columns;
  if (days.length < count) throw wrongShape(field);
  const { dates } = seenOf(columns);
  if (dates.get(days) === field.empty) return days;
  const first = firstOutside(days, count, field.empty);
  if (first < count) {
    const day = days[first] ?? UNKNOWN;
    if (day <= UNKNOWN) {
      throw refusal(
        "AV7006",
        `An empty cell of the column ${field.code} means another absence than its vocabulary says.`,
      );
    }
    throw refusal("AV7006", `The column ${field.code} holds a date beyond the years 1 to 9999.`);
  }
  dates.set(days, field.empty);
  return days;
}

const earliestDay = -719_162;
const latestDay = 2_932_896;

/** The first record whose day is neither a date nor the one sentinel that it may be; `count` where there is none. */
function firstOutside(days: Int32Array, count: number, sentinel: number): number {
  for (let record = 0; record < count; record += 1) {
    const day = days[record] ?? UNKNOWN;
    if ((day - earliestDay) >>> 0 > latestDay - earliestDay && day !== sentinel) return record;
  }
  return count;
}

function wrongShape(field: FieldCode): Error {
  return refusal("AV7006", `The column ${field.code} has another shape than its field, or fewer records than the run.`);
}
