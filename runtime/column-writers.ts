// A writer for each kind of field.
// Rule: a cell is read with care, which says what is wrong with it; `take-cells.ts` has read the plain ones before.

import { absentColumn } from "./absent-columns.ts";
import {
  columnOf,
  newWriter,
  refuse,
  roomIn,
  type ColumnWriter,
  type Reading,
  type WayOfWriting,
} from "./column-writer.ts";
import { NOT_KNOWN } from "./columns.ts";
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
import { ofCodes, ofIds, type ReadText } from "./text-writers.ts";

/** What names a record stands in each of them. */
export function writerFor(field: RecordField, reading: Reading): ColumnWriter {
  const { take, column } = wayOf(field, reading);
  if (!field.unique) return newWriter(field, { take, column });
  const takeTold: WayOfWriting["take"] = (own, cell, at) => {
    if (isEmpty(cell)) refuse(field, reading, "empty");
    else take(own, cell, at);
  };
  return newWriter(field, { take: takeTold, column });
}

function wayOf(field: RecordField, reading: Reading): WayOfWriting {
  const numbers = (read: ReadNumber): WayOfWriting => ofNumbers(field, reading, read);
  switch (field.kind.kind) {
    case "condition":
      return ofConditions(field, reading);
    case "date":
      return numbers(readDate);
    case "moment":
      return ofMoments(field, reading);
    case "clock":
      return numbers(readClock);
    case "month":
    case "quarter":
    case "year":
      return numbers(periodReader(field.kind.kind));
    case "choice":
      return ofTexts(field, reading, choiceReader(field), "unknown-choice");
    case "payer":
      return field.payers === undefined
        ? ofTexts(field, reading, readText, "not-text")
        : ofTexts(field, reading, payerReader(field.payers), "unknown-payer");
    case "text":
      return ofTexts(field, reading, readText, "not-text");
    case "quantity": {
      const isMoney = field.kind.unit === "money" || field.kind.unit === "moneyPerDay";
      return numbers(isMoney ? readMoney : readInteger);
    }
  }
}

type ReadNumber = (cell: unknown) => number | RefusalReason;

function ofNumbers(field: RecordField, reading: Reading, read: ReadNumber): WayOfWriting {
  return {
    take: (own, cell, at) => {
      const found = read(cell);
      if (typeof found === "string") refuse(field, reading, found);
      else roomIn(own, reading)[at] = found;
    },
    column: ({ values }, kept) =>
      values.length === 0
        ? absentColumn(field, kept, reading.memory.absent)
        : columnOf(field, values.subarray(0, kept), {}),
  };
}

function ofConditions(field: RecordField, reading: Reading): WayOfWriting {
  const room = (count: number): Uint8Array => reading.memory.answers(count, NOT_KNOWN);
  return {
    take: (own, cell, at) => {
      const found = readCondition(cell);
      if (typeof found === "string") return refuse(field, reading, found);
      if (own.codes.length === 0) own.codes = room(reading.count);
      own.codes[at] = found;
    },
    column: ({ codes }, kept) => ({
      kind: "condition",
      codes: codes.length === 0 ? room(kept) : codes.subarray(0, kept),
    }),
  };
}

function ofMoments(field: RecordField, reading: Reading): WayOfWriting {
  return {
    take: (own, cell, at) => {
      const moment = readMoment(cell);
      if (!moment.ok) return refuse(field, reading, moment.reason);
      if (own.seconds.length === 0) own.seconds = reading.memory.numbers(reading.count, 0);
      roomIn(own, reading)[at] = moment.day;
      own.seconds[at] = moment.seconds;
      if (moment.inFold) reading.folds.push({ field, moment });
    },
    column: ({ values, seconds }, kept) =>
      values.length === 0
        ? absentColumn(field, kept, reading.memory.absent)
        : columnOf(field, values.subarray(0, kept), { seconds: seconds.subarray(0, kept) }),
  };
}

function ofTexts(field: RecordField, reading: Reading, read: ReadText, otherwise: RefusalReason): WayOfWriting {
  return field.unique ? ofIds(field, reading, read, otherwise) : ofCodes(field, reading, read, otherwise);
}
