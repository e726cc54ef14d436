// Columns that are filled cell by cell, each at its record's place.
// Rule: what a refused record wrote is written over by the next one, and leaves no name behind.

import { MISSING, NOT_KNOWN, UNKNOWN, type Column } from "./columns.ts";
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
import type { RecordField, RefusalReason } from "./records.ts";

/** A moment of the hour that exists twice. */
export type MomentInFold = MomentText & { readonly ok: true };

export interface ColumnWriter {
  /** Column name. */
  readonly code: string;
  /** Reads a cell into the column; why it cannot be, else null. */
  readonly take: (cell: NotEmpty, at: number) => RefusalReason | null;
  readonly takeEmpty: (at: number) => RefusalReason | null;
  /** The record that was read last is kept at this place; null where a number stands in its column already. */
  readonly keep: ((at: number) => void) | null;
  /** The moment that was read last, where it lies in the hour that exists twice; null in a column of no moments. */
  readonly inFold: (() => MomentInFold | null) | null;
  /** What was read last, as an id shows it; null where it is neither a text nor a number. */
  readonly shown: (at: number) => string | null;
  readonly column: (count: number) => Column;
}

/** A writer with room for so many records. */
export function writerFor(field: RecordField, room: number): ColumnWriter {
  switch (field.kind.kind) {
    case "condition":
      return conditionWriter(field, room);
    case "date":
      return numberWriter(field, room, readDate, (days) => ({ kind: "date", days }));
    case "moment":
      return momentWriter(field, room);
    case "clock":
      return numberWriter(field, room, readClock, integers);
    case "month":
    case "quarter":
    case "year":
      return numberWriter(field, room, periodReader(field.kind.kind), integers);
    case "choice":
      return codeWriter(field, room, choiceReader(field), "unknown-choice");
    case "payer":
      return field.payers === undefined
        ? codeWriter(field, room, readText, "not-text")
        : codeWriter(field, room, payerReader(field.payers), "unknown-payer");
    case "text":
      return codeWriter(field, room, readText, "not-text");
    case "quantity": {
      const isMoney = field.kind.unit === "money" || field.kind.unit === "moneyPerDay";
      return numberWriter(field, room, isMoney ? readMoney : readInteger, integers);
    }
  }
}

function integers(values: Int32Array): Column {
  return { kind: "integer", values };
}

function numberWriter(
  field: RecordField,
  room: number,
  read: (cell: NotEmpty) => number | RefusalReason,
  columnOf: (values: Int32Array) => Column,
): ColumnWriter {
  const values = new Int32Array(room);
  const absent = absenceIn(field);
  return {
    code: field.code,
    take: (cell, at) => {
      const found = read(cell);
      if (typeof found !== "number") return found;
      values[at] = found;
      return null;
    },
    takeEmpty: (at) => {
      values[at] = absent;
      return whereEmpty(field);
    },
    keep: null,
    inFold: null,
    shown: (at) => `${values[at] ?? absent}`,
    column: (count) => columnOf(filled(values, count)),
  };
}

function conditionWriter(field: RecordField, room: number): ColumnWriter {
  const codes = new Uint8Array(room);
  return {
    code: field.code,
    take: (cell, at) => {
      const found = readCondition(cell);
      if (typeof found !== "number") return found;
      codes[at] = found;
      return null;
    },
    takeEmpty: (at) => {
      codes[at] = NOT_KNOWN;
      return whereEmpty(field);
    },
    keep: null,
    inFold: null,
    shown: (at) => `${codes[at] ?? NOT_KNOWN}`,
    column: (count) => ({ kind: "condition", codes: count === room ? codes : codes.slice(0, count) }),
  };
}

function momentWriter(field: RecordField, room: number): ColumnWriter {
  const [days, seconds] = [new Int32Array(room), new Int32Array(room)];
  const absent = absenceIn(field);
  let inFold: MomentInFold | null = null;
  return {
    code: field.code,
    take: (cell, at) => {
      const day = typeof cell === "string" ? plainDay(cell) : NOT_PLAIN;
      const clock = typeof cell === "string" && day !== NOT_PLAIN ? plainClock(cell, day) : NOT_PLAIN;
      if (clock !== NOT_PLAIN) {
        inFold = null;
        days[at] = day;
        seconds[at] = clock;
        return null;
      }
      const moment = readMoment(cell);
      inFold = moment.ok && moment.inFold ? moment : null;
      if (!moment.ok) return moment.reason;
      days[at] = moment.day;
      seconds[at] = moment.seconds;
      return null;
    },
    takeEmpty: (at) => {
      inFold = null;
      days[at] = absent;
      seconds[at] = 0;
      return whereEmpty(field);
    },
    keep: null,
    inFold: () => inFold,
    shown: () => null,
    column: (count) => ({ kind: "moment", days: filled(days, count), seconds: filled(seconds, count) }),
  };
}

/** Codes are numbered as they first appear among the records that are kept. */
function codeWriter(
  field: RecordField,
  room: number,
  read: (cell: NotEmpty) => string | undefined,
  otherwise: RefusalReason,
): ColumnWriter {
  const codes = new Int32Array(room);
  const absent = absenceIn(field);
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const seen = field.unique ? new Set<string>() : null;
  let last: string | null = null;
  return {
    code: field.code,
    take: (cell) => {
      const found = read(cell);
      last = found ?? null;
      if (found === undefined) return otherwise;
      if (seen === null) return null;
      if (seen.has(found)) return "duplicate";
      seen.add(found);
      return null;
    },
    takeEmpty: () => {
      last = null;
      return whereEmpty(field);
    },
    keep: (at) => {
      const known = last === null ? absent : seen === null ? numbers.get(last) : undefined;
      codes[at] = known ?? names.length;
      if (known !== undefined || last === null) return;
      if (seen === null) numbers.set(last, names.length);
      names.push(last);
    },
    inFold: null,
    shown: () => last,
    column: (count) => ({ kind: "code", codes: filled(codes, count), names }),
  };
}

function absenceIn({ empty }: RecordField): number {
  return empty === "missing" ? MISSING : UNKNOWN;
}

function whereEmpty({ unique }: RecordField): RefusalReason | null {
  return unique ? "empty" : null;
}

function filled(values: Int32Array, count: number): Int32Array {
  return count === values.length ? values : values.slice(0, count);
}
