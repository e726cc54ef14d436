// Columns that are filled from cells, a stretch of records at a time, each cell at its record's place.
// Rule: what a refused record wrote is written over by a later one, and leaves no name behind.

import { MISSING, NOT_KNOWN, UNKNOWN, type Column } from "./columns.ts";
import { distinctTexts } from "./distinct-texts.ts";
import type { MomentText } from "./moment-text.ts";
import { NOT_PLAIN, plainClock, plainDay } from "./plain-moment.ts";
import {
  choiceReader,
  payerReader,
  periodReader,
  readClock,
  readCondition,
  readDate,
  readInteger,
  readMoment,
  readMoney,
  readText,
  type NotEmpty,
} from "./record-cells.ts";
import type { Cell, RecordField, RecordRefusal, RefusalReason } from "./records.ts";

/** Cells of one column of records that follow each other. */
export interface Stretch {
  readonly cells: readonly Cell[];
  readonly count: number;
  /** The place of the first record in the column. */
  readonly at: number;
  /** Number of the first record, from 1. */
  readonly row: number;
  /** Cells that cannot be right are added here. */
  readonly refusals: RecordRefusal[];
}

/** A moment of the hour that exists twice. */
export type MomentInFold = MomentText & { readonly ok: true };

export interface ColumnWriter {
  /** Column name. */
  readonly code: string;
  readonly isUnique: boolean;
  /** Reads cells into the column; whether they may be empty is for others to say. */
  readonly take: (stretch: Stretch) => void;
  /** Puts what stands at a place at an earlier one. */
  readonly move: (from: number, to: number) => void;
  /** By the number of the record, the moments of the stretch read last in the hour that exists twice; null for others. */
  readonly inFold: ReadonlyMap<number, MomentInFold> | null;
  /** The texts of a column in which no record has that of another, by place; null for others. */
  readonly texts: readonly string[] | null;
  /** What stands at a place, as an id shows it; null where it is neither a text nor a number. */
  readonly shown: (at: number) => string | null;
  /** The first places as a column. */
  readonly column: (count: number) => Column;
}

/** A writer with room for so many records. */
export function writerFor(field: RecordField, room: number): ColumnWriter {
  const numbers = (read: ReadNumber): ColumnWriter =>
    numberWriter(field, new Int32Array(room), absenceIn(field), read, (values) => ({ kind: "integer", values }));
  switch (field.kind.kind) {
    case "condition":
      return numberWriter(field, new Uint8Array(room), NOT_KNOWN, readCondition, (codes) => ({
        kind: "condition",
        codes,
      }));
    case "date":
      return numberWriter(field, new Int32Array(room), absenceIn(field), readDate, (days) => ({ kind: "date", days }));
    case "moment":
      return momentWriter(field, room);
    case "clock":
      return numbers(readClock);
    case "month":
    case "quarter":
    case "year":
      return numbers(periodReader(field.kind.kind));
    case "choice":
      return textWriter(field, room, choiceReader(field), "unknown-choice");
    case "payer":
      return field.payers === undefined
        ? textWriter(field, room, readText, "not-text")
        : textWriter(field, room, payerReader(field.payers), "unknown-payer");
    case "text":
      return textWriter(field, room, readText, "not-text");
    case "quantity": {
      const isMoney = field.kind.unit === "money" || field.kind.unit === "moneyPerDay";
      return numbers(isMoney ? readMoney : readInteger);
    }
  }
}

type ReadNumber = (cell: NotEmpty) => number | RefusalReason;
type ReadText = (cell: NotEmpty) => string | undefined;

function numberWriter<Numbers extends Int32Array | Uint8Array>(
  field: RecordField,
  values: Numbers,
  absent: number,
  read: ReadNumber,
  columnOf: (values: Numbers) => Column,
): ColumnWriter {
  return {
    code: field.code,
    isUnique: field.unique,
    take: (stretch) => {
      const { cells, count, at } = stretch;
      for (let index = 0; index < count; index += 1) {
        const cell = cells[index];
        const found = isEmpty(cell) ? absent : read(cell);
        if (typeof found === "number") values[at + index] = found;
        else refuse(field, stretch, index, found);
      }
    },
    ...ofNumbers(values, absent),
    column: (count) => columnOf(filled(values, count)),
  };
}

function momentWriter(field: RecordField, room: number): ColumnWriter {
  const [days, seconds] = [new Int32Array(room), new Int32Array(room)];
  const absent = absenceIn(field);
  const inFold = new Map<number, MomentInFold>();
  const takeWithCare = (stretch: Stretch, index: number, cell: NotEmpty): void => {
    const moment = readMoment(cell);
    if (!moment.ok) {
      refuse(field, stretch, index, moment.reason);
      return;
    }
    if (moment.inFold) inFold.set(stretch.row + index, moment);
    days[stretch.at + index] = moment.day;
    seconds[stretch.at + index] = moment.seconds;
  };
  return {
    code: field.code,
    isUnique: field.unique,
    take: (stretch) => {
      const { cells, count, at } = stretch;
      inFold.clear();
      for (let index = 0; index < count; index += 1) {
        const cell = cells[index];
        let [day, clock] = [absent, 0];
        if (!isEmpty(cell)) {
          day = typeof cell === "string" ? plainDay(cell) : NOT_PLAIN;
          clock = typeof cell === "string" && day !== NOT_PLAIN ? plainClock(cell, day) : NOT_PLAIN;
        }
        if (!isEmpty(cell) && clock === NOT_PLAIN) {
          takeWithCare(stretch, index, cell);
        } else {
          days[at + index] = day;
          seconds[at + index] = clock;
        }
      }
    },
    ...ofNumbers(days, absent),
    move: (from, to) => {
      days[to] = days[from] ?? absent;
      seconds[to] = seconds[from] ?? 0;
    },
    inFold,
    shown: () => null,
    column: (count) => ({ kind: "moment", days: filled(days, count), seconds: filled(seconds, count) }),
  };
}

function textWriter(field: RecordField, room: number, read: ReadText, otherwise: RefusalReason): ColumnWriter {
  return field.unique ? uniqueWriter(field, room, read, otherwise) : codeWriter(field, room, read, otherwise);
}

/** Texts of which no record has that of another, so that a record's place is the number of its text. */
function uniqueWriter(field: RecordField, room: number, read: ReadText, otherwise: RefusalReason): ColumnWriter {
  const texts: string[] = [];
  const isNew = distinctTexts(room);
  return {
    code: field.code,
    isUnique: field.unique,
    take: (stretch) => {
      const { cells, count, at } = stretch;
      for (let index = 0; index < count; index += 1) {
        const cell = cells[index];
        const found = isEmpty(cell) ? "" : read(cell);
        texts[at + index] = found ?? "";
        if (found === undefined) refuse(field, stretch, index, otherwise);
        else if (found !== "" && !isNew(found)) refuse(field, stretch, index, "duplicate");
      }
    },
    move: (from, to) => {
      texts[to] = texts[from] ?? "";
    },
    inFold: null,
    texts,
    shown: () => null,
    column: (count) => {
      texts.length = count;
      return { kind: "code", codes: new Int32Array(count).map((_, at) => at), names: texts };
    },
  };
}

function codeWriter(field: RecordField, room: number, read: ReadText, otherwise: RefusalReason): ColumnWriter {
  const codes = new Int32Array(room);
  const absent = absenceIn(field);
  const names: string[] = [];
  /** By code, and by what stands in a cell for it: what is a code is never read as another. */
  const numbers = new Map<NotEmpty, number>();
  const numbered = (cell: NotEmpty): number | undefined => {
    const text = read(cell);
    if (text === undefined) return undefined;
    const number = numbers.get(text) ?? names.push(text) - 1;
    numbers.set(text, number).set(cell, number);
    return number;
  };
  return {
    code: field.code,
    isUnique: field.unique,
    take: (stretch) => {
      const { cells, count, at } = stretch;
      for (let index = 0; index < count; index += 1) {
        const cell = cells[index];
        const found = isEmpty(cell) ? absent : (numbers.get(cell) ?? numbered(cell));
        if (found === undefined) refuse(field, stretch, index, otherwise);
        else codes[at + index] = found;
      }
    },
    ...ofNumbers(codes, absent),
    column: (count) => {
      const kept = count === room ? { codes, names } : asFirstMet(codes.slice(0, count), names);
      return { kind: "code", ...kept };
    },
  };
}

/** Codes numbered as they first appear among the records that are kept. */
function asFirstMet(
  codes: Int32Array,
  names: readonly string[],
): { readonly codes: Int32Array; readonly names: readonly string[] } {
  const met = new Map<number, number>();
  for (const code of codes) if (code > UNKNOWN && !met.has(code)) met.set(code, met.size);
  return {
    codes: codes.map((code) => met.get(code) ?? code),
    names: [...met.keys()].map((code) => names[code] ?? ""),
  };
}

/** What columns of numbers have in common. */
function ofNumbers(
  values: Int32Array | Uint8Array,
  absent: number,
): Pick<ColumnWriter, "move" | "inFold" | "texts" | "shown"> {
  return {
    move: (from, to) => {
      values[to] = values[from] ?? absent;
    },
    inFold: null,
    texts: null,
    shown: (at) => `${values[at] ?? absent}`,
  };
}

function refuse({ code }: RecordField, { row, refusals }: Stretch, index: number, reason: RefusalReason): void {
  refusals.push({ row: row + index, column: code, reason });
}

export function isEmpty(cell: Cell): cell is null | undefined | "" {
  return cell === null || cell === undefined || cell === "";
}

function absenceIn({ empty }: RecordField): number {
  return empty === "missing" ? MISSING : UNKNOWN;
}

function filled<Numbers extends Int32Array | Uint8Array>(values: Numbers, count: number): Numbers {
  return count === values.length ? values : (values.subarray(0, count) as Numbers);
}
