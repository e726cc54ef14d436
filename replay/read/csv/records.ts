// Cuts the bytes of a CSV file into records and fields, by RFC 4180 and nothing looser.
// Rule: what the file does not say plainly (a stray quotation mark, NUL, a lone carriage return, bytes that are not
// UTF-8, a row that was cut off) ends the reading at the row where it began; nothing is mended.
//
//   1;"Farsta; Stockholm";…     nothing is made a text here: columns decode what they keep

import { isUtf8 } from "node:buffer";
import { holdText, type Cell } from "../cell.ts";
import { stopsOf } from "./stops.ts";
import { firstBadByte } from "../utf8.ts";

/** Fills `into` from `start` with further bytes of the file and gives their number; 0 at the end. */
export type ByteSource = (into: Buffer, start: number) => number;

/**
 * Takes whole rows of plain cells from `place`, all of them before `until`, and says how many it took and where they
 * end. `row` is the number of the row before the first. At `until` or behind it stands a line feed, and three bytes more.
 */
export type PlainTaker = (
  bytes: Buffer,
  place: number,
  until: number,
  row: number,
) => { readonly place: number; readonly rows: number } | undefined;

/** The fields of one record as places in `bytes`. Valid until the next. */
export interface CsvRecord {
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where a field holds doubled quotation marks. */
  readonly doubled: Uint8Array;
  fields: number;
  /** The header is row 1. */
  row: number;
  /** Byte offset of the record in the file, and its length without its line break. */
  offset: number;
  length: number;
  /** False only for the last record of a file that does not end with a line break. */
  closed: boolean;
}

export type CsvFault =
  | { readonly kind: "not-utf8"; readonly row: number; readonly offset: number }
  | { readonly kind: "control-character"; readonly row: number; readonly offset: number }
  | { readonly kind: "lone-carriage-return"; readonly row: number; readonly offset: number }
  | {
      readonly kind: "quote-open" | "text-after-quote" | "quote-inside";
      readonly row: number;
      readonly field: number;
    }
  | { readonly kind: "row-too-long" | "too-many-fields"; readonly row: number };

/** A record of as many bytes is refused, wherever it stands and before more memory is taken. */
export const greatestRecord = 262_144;
export const greatestFieldCount = 1_000;

const comma = 44;
const semicolon = 59;
const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const endOfFile = -1;
const windowSize = 1 << 20;
/** Bytes of the longest line break. */
const lineBreak = 2;
/** The line break that ends every search, and bytes that a taker of plain rows may read behind it, several at a time. */
export const readBehind = 4;

/** What ended the reading: a fault, or undefined where the file or the taker did. `row` is the last that was read. */
export interface CsvEnd {
  readonly fault: CsvFault | undefined;
  readonly row: number;
}

/** Hands over every record that `takePlain` leaves, in order, until `take` says no. The first row is row 1. */
export function eachCsvRecord(
  source: ByteSource,
  separator: ";" | ",",
  start: number,
  take: (record: CsvRecord) => boolean,
  takePlain: PlainTaker = () => undefined,
): CsvEnd {
  return eachIn(openWindow(source, separator, start), take, takePlain);
}

/**
 * The same of the first `filled` bytes that lie there, which are whole records; behind them is room for as many bytes as
 * `readBehind` says.
 */
export function eachCsvRecordIn(
  bytes: Buffer,
  filled: number,
  separator: ";" | ",",
  take: (record: CsvRecord) => boolean,
  takePlain: PlainTaker,
): CsvEnd {
  return eachIn(windowOver(bytes, filled, separator), take, takePlain);
}

function eachIn(window: Window, take: (record: CsvRecord) => boolean, takePlain: PlainTaker): CsvEnd {
  for (;;) {
    const plain =
      window.at < window.proved ? takePlain(window.bytes, window.at, window.proved, window.record.row) : undefined;
    if (plain !== undefined) {
      window.at = plain.place;
      window.record.row += plain.rows;
    }
    let found = nextRecord(window);
    const { record } = window;
    if (found === "record" && record.length >= greatestRecord) found = tooLong(window);
    if (found === "end") return { fault: undefined, row: record.row - 1 };
    if (found !== "record") return { fault: found, row: record.row };
    const from = record.offset - window.windowOffset;
    if (from + record.length > window.proved) {
      const bad = firstBadByte(window.bytes.subarray(from, from + record.length));
      if (bad !== undefined) {
        const fault: CsvFault = { kind: "not-utf8", row: record.row, offset: record.offset + bad };
        return { fault, row: record.row };
      }
    }
    if (record.length > 0 && !take(record)) return { fault: undefined, row: record.row };
  }
}

/** Where a field's cell is; a field with doubled quotation marks becomes a text of its own. */
export function findCell(record: CsvRecord, field: number, cell: Cell): void {
  if (record.doubled[field] === 1) {
    holdText(cell, fieldText(record, field));
  } else {
    cell.bytes = record.bytes;
    cell.start = record.starts[field] ?? 0;
    cell.end = record.ends[field] ?? 0;
  }
}

/** Text of a field, with doubled quotation marks made single. */
export function fieldText(record: CsvRecord, field: number): string {
  const text = record.bytes.toString("utf8", record.starts[field], record.ends[field]);
  return record.doubled[field] === 1 ? text.replaceAll('""', '"') : text;
}

interface Window {
  readonly source: ByteSource;
  readonly separator: number;
  /** The window, behind its last byte one that ends every search, and some that are only read along with it. */
  readonly bytes: Buffer;
  /** 1 for the bytes that may end a field. */
  readonly stops: Uint8Array;
  /** Bytes in the window. */
  filled: number;
  /** How many of them are known to be UTF-8. */
  proved: number;
  /** Where the next record begins. */
  at: number;
  /** Offset in the file of the first byte of the window. */
  windowOffset: number;
  exhausted: boolean;
  readonly record: CsvRecord;
}

function openWindow(source: ByteSource, separator: ";" | ",", start: number): Window {
  return emptyWindow(source, separator, start, Buffer.alloc(windowSize + readBehind));
}

function windowOver(bytes: Buffer, filled: number, separator: ";" | ","): Window {
  const window = emptyWindow(() => 0, separator, 0, bytes);
  window.filled = filled;
  window.exhausted = true;
  prove(window);
  return window;
}

function emptyWindow(source: ByteSource, separator: ";" | ",", start: number, bytes: Buffer): Window {
  return {
    source,
    separator: separator === "," ? comma : semicolon,
    bytes,
    stops: stopsOf(separator),
    filled: 0,
    proved: 0,
    at: 0,
    windowOffset: start,
    exhausted: false,
    record: {
      bytes,
      starts: new Int32Array(greatestFieldCount),
      ends: new Int32Array(greatestFieldCount),
      doubled: new Uint8Array(greatestFieldCount),
      fields: 0,
      row: 0,
      offset: 0,
      length: 0,
      closed: true,
    },
  };
}

function nextRecord(window: Window): "record" | "end" | CsvFault {
  window.record.row += 1;
  for (;;) {
    if (window.at >= window.filled && window.exhausted) return "end";
    const found = scan(window);
    if (found !== "more") return found;
    if (window.filled - window.at >= greatestRecord + lineBreak) return openEnded(window) ?? tooLong(window);
    refill(window);
  }
}

/** Moves what is left of a record to the front and reads on behind it. */
function refill(window: Window): void {
  window.bytes.copy(window.bytes, 0, window.at, window.filled);
  window.windowOffset += window.at;
  window.filled -= window.at;
  window.at = 0;
  const read = window.source(window.bytes.subarray(0, windowSize), window.filled);
  window.filled += read;
  if (read === 0) window.exhausted = true;
  prove(window);
}

/** Ends the bytes that are there, and finds out how many of them are known to be UTF-8. */
function prove(window: Window): void {
  window.bytes[window.filled] = lineFeed;
  const whole = window.exhausted ? window.filled : window.bytes.lastIndexOf(lineFeed, window.filled - 1) + 1;
  window.proved = isUtf8(window.bytes.subarray(0, whole)) ? whole : 0;
}

/** Finds the fields of the record at `window.at`. `more` where it may go on behind the window. */
function scan(window: Window): "record" | "more" | CsvFault {
  const { bytes, stops, filled, separator, record } = window;
  const { starts, ends, doubled } = record;
  const begin = window.at;
  let place = begin;
  for (let field = 0; field < greatestFieldCount; field++) {
    doubled[field] = 0;
    if (bytes[place] === quote && place < filled) {
      const fault = scanQuoted(window, place, field);
      if (fault !== undefined) return fault;
      place = (ends[field] ?? 0) + 1;
    } else {
      starts[field] = place;
      while (stops[bytes[place] ?? 0] === 0) place += 1;
      ends[field] = place;
    }
    if (place >= filled && !window.exhausted) return "more";
    const code = place < filled ? (bytes[place] ?? endOfFile) : endOfFile;
    if (code === quote) return { kind: "quote-inside", row: record.row, field };
    if (code !== separator) return finish(window, { begin, place, fields: field + 1, code });
    place += 1;
  }
  return { kind: "too-many-fields", row: record.row };
}

/** A field in quotation marks from `open`; `more` where it may go on behind the window. */
function scanQuoted(window: Window, open: number, field: number): undefined | "more" | CsvFault {
  const { bytes, filled, separator, record, exhausted } = window;
  const close = closingQuote(window, open + 1, field);
  if (close < 0) return exhausted ? { kind: "quote-open", row: record.row, field } : "more";
  record.starts[field] = open + 1;
  record.ends[field] = close;
  for (let place = open + 1; place < close; place++) {
    if (bytes[place] === 0) return { kind: "control-character", row: record.row, offset: window.windowOffset + place };
  }
  if (close + 1 >= filled) return exhausted ? undefined : "more";
  const next = bytes[close + 1];
  const isEnd = next === separator || next === lineFeed || next === carriageReturn;
  return isEnd ? undefined : { kind: "text-after-quote", row: record.row, field };
}

interface RecordEnd {
  readonly begin: number;
  readonly place: number;
  readonly fields: number;
  /** The byte at `place`, or `endOfFile`. */
  readonly code: number;
}

function finish(window: Window, end: RecordEnd): "record" | "more" | CsvFault {
  const { record, bytes, filled, exhausted } = window;
  const offset = window.windowOffset + end.place;
  let after = end.place + 1;
  if (end.code === carriageReturn) {
    if (after >= filled && !exhausted) return "more";
    if (after >= filled || bytes[after] !== lineFeed) return { kind: "lone-carriage-return", row: record.row, offset };
    after += 1;
  } else if (end.code !== lineFeed && end.code !== endOfFile) {
    return { kind: "control-character", row: record.row, offset };
  }
  record.fields = end.fields;
  record.offset = window.windowOffset + end.begin;
  record.length = end.place - end.begin;
  record.closed = end.code !== endOfFile;
  window.at = end.code === endOfFile ? filled : after;
  return "record";
}

/** Place of the quotation mark that closes a field; −1 where the window ends first. */
function closingQuote(window: Window, from: number, field: number): number {
  const { bytes, filled, exhausted, record } = window;
  let place = from;
  for (;;) {
    while (place < filled && bytes[place] !== quote) place += 1;
    if (place >= filled || (place + 1 >= filled && !exhausted)) return -1;
    if (place + 1 >= filled || bytes[place + 1] !== quote) return place;
    record.doubled[field] = 1;
    place += 2;
  }
}

/** A record without end: almost always a quotation mark that was never closed, at the row where it was opened. */
function openEnded(window: Window): CsvFault | undefined {
  const before = window.exhausted;
  window.exhausted = true;
  const found = scan(window);
  window.exhausted = before;
  return typeof found === "object" ? found : undefined;
}

function tooLong(window: Window): CsvFault {
  return { kind: "row-too-long", row: window.record.row };
}
