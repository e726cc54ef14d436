// A writer for each kind of field.
// Rule: cells of the form that nearly all have are read where they stand, all others with care, which alone says what is
// wrong with them.

import { metWriter, type AbsentValues } from "./absent-columns.ts";
import {
  absenceIn,
  columnOf,
  ofNumbers,
  refuse,
  takeEach,
  type ColumnWriter,
  type MomentInFold,
  type Room,
  type Stretch,
  type ValueOf,
} from "./column-writer.ts";
import { NO, NOT_KNOWN, YES } from "./columns.ts";
import { NOT_PLAIN, plainClock, plainDay } from "./plain-moment.ts";
import {
  choiceReader,
  isEmpty,
  payerReader,
  periodReader,
  readClock,
  readCondition,
  readDate,
  readInteger,
  readMoment,
  readMoney,
  readText,
} from "./record-cells.ts";
import type { RecordField, RefusalReason } from "./records.ts";
import { codeWriter, uniqueWriter, type ReadText } from "./text-writers.ts";

/** A writer with room for so many records, which takes none of it before a cell is met that says something. */
export function writerFor(field: RecordField, count: number, absent: AbsentValues): ColumnWriter {
  const made = (met: number): ColumnWriter => roomyWriter(field, { count, met });
  return field.unique || field.kind.kind === "condition" ? made(0) : metWriter(field, made, absent);
}

function roomyWriter(field: RecordField, room: Room): ColumnWriter {
  const numbers = (read: ReadNumber): ColumnWriter => numberWriter(field, room, read);
  switch (field.kind.kind) {
    case "condition":
      return conditionWriter(field, room);
    case "date":
      return numbers(readDate);
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

type ReadNumber = (cell: unknown) => number | RefusalReason;

function numberWriter(field: RecordField, room: Room, read: ReadNumber): ColumnWriter {
  const absent = absenceIn(field);
  const values = new Int32Array(room.count).fill(absent, 0, room.met);
  const withCare = careOver(field, absent, read);
  return {
    ...ofNumbers(field, values),
    take: (stretch, own) => takeEach(values, withCare, stretch, own),
    column: ({ length }) => columnOf(field, values.subarray(0, length), {}),
  };
}

function conditionWriter(field: RecordField, room: Room): ColumnWriter {
  const codes = new Uint8Array(room.count);
  const withCare = careOver(field, NOT_KNOWN, readCondition);
  return {
    ...ofNumbers(field, codes),
    take: (stretch, own) => takeConditions(codes, withCare, stretch, own),
    column: ({ length }) => ({ kind: "condition", codes: codes.subarray(0, length) }),
  };
}

function takeConditions(codes: Uint8Array, withCare: ValueOf, stretch: Stretch, own: number): void {
  const { cells, width, count, at } = stretch;
  for (let index = 0; index < count; index += 1) {
    const cell = cells[own + index * width];
    codes[at + index] = cell === true ? YES : cell === false ? NO : withCare(cell, stretch, index);
  }
}

/** Reads one cell into the number that stands for it; a refused one has none that anybody reads. */
function careOver(field: RecordField, absent: number, read: ReadNumber): ValueOf {
  return (cell, stretch, index) => {
    if (isEmpty(cell)) return absent;
    const found = read(cell);
    if (typeof found === "number") return found;
    refuse(field, stretch, index, found);
    return absent;
  };
}

interface Moments {
  readonly field: RecordField;
  readonly days: Int32Array;
  readonly seconds: Int32Array;
  readonly absent: number;
  readonly inFold: Map<number, MomentInFold>;
}

function momentWriter(field: RecordField, room: Room): ColumnWriter {
  const absent = absenceIn(field);
  const days = new Int32Array(room.count).fill(absent, 0, room.met);
  const seconds = new Int32Array(room.count);
  const inFold = new Map<number, MomentInFold>();
  const moments = { field, days, seconds, absent, inFold };
  return {
    ...ofNumbers(field, days),
    take: (stretch, own) => takeMoments(moments, stretch, own),
    move: (from, to) => {
      days[to] = days[from] ?? absent;
      seconds[to] = seconds[from] ?? 0;
    },
    inFold,
    column: ({ length }) => columnOf(field, days.subarray(0, length), { seconds: seconds.subarray(0, length) }),
  };
}

function takeMoments({ field, days, seconds, absent, inFold }: Moments, stretch: Stretch, own: number): void {
  const { cells, width, count, at } = stretch;
  inFold.clear();
  for (let index = 0; index < count; index += 1) {
    const cell = cells[own + index * width];
    let day = absent;
    let clock = 0;
    if (!isEmpty(cell)) {
      day = typeof cell === "string" ? plainDay(cell) : NOT_PLAIN;
      clock = typeof cell === "string" && day !== NOT_PLAIN ? plainClock(cell, day) : NOT_PLAIN;
      if (clock === NOT_PLAIN) {
        const moment = readMoment(cell);
        if (moment.ok) {
          day = moment.day;
          clock = moment.seconds;
          if (moment.inFold) inFold.set(stretch.row + index, moment);
        } else refuse(field, stretch, index, moment.reason);
      }
    }
    days[at + index] = day;
    seconds[at + index] = clock;
  }
}

function textWriter(field: RecordField, room: Room, read: ReadText, otherwise: RefusalReason): ColumnWriter {
  return field.unique ? uniqueWriter(field, room, read, otherwise) : codeWriter(field, room, read, otherwise);
}
