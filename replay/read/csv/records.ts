// Cuts the bytes of a CSV file into records and fields, by RFC 4180 and nothing looser.
// Rule: what the file does not say plainly (a stray quotation mark, NUL, a lone carriage return, bytes that are not
// UTF-8, a row that was cut off) ends the reading at the row where it began; nothing is mended.
//
//   1;"Farsta; Stockholm";…     each byte is one character here: columns decode what they keep

import type { Cell } from "../raw-text.ts";
import { firstBadByte } from "../utf8.ts";

/** Fills `into` from `start` with further bytes of the file and gives their number; 0 at the end. */
export type ByteSource = (into: Buffer, start: number) => number;

/** The fields of one record as places in `text`, where each character is one byte of the file. Valid until the next. */
export interface CsvRecord {
  text: string;
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
  /** Whether any byte is outside ASCII; the record is then proved to be UTF-8. */
  beyondAscii: boolean;
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

/** A record longer than this is refused before more memory is taken. */
export const greatestRecord = 262_144;
export const greatestFieldCount = 1_000;

const comma = 44;
const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const tab = 9;
const space = 32;
const endOfFile = -1;
const windowSize = 1 << 20;

/**
 * Hands over every record in order until `take` says no; gives the fault that ended the reading, or undefined where the
 * file or the taker did.
 */
export function eachCsvRecord(
  source: ByteSource,
  separator: ";" | ",",
  start: number,
  take: (record: CsvRecord) => boolean,
): CsvFault | undefined {
  const window = openWindow(source, separator, start);
  for (;;) {
    const found = nextRecord(window);
    if (found === "end") return undefined;
    if (found !== "record") return found;
    const { record } = window;
    if (record.beyondAscii) {
      const from = record.offset - window.windowOffset;
      const bad = firstBadByte(window.bytes.subarray(from, from + record.length));
      if (bad !== undefined) return { kind: "not-utf8", row: record.row, offset: record.offset + bad };
    }
    if (record.length > 0 && !take(record)) return undefined;
  }
}

/** Where a field's cell is; a field with doubled quotation marks becomes a text of its own. */
export function findCell(record: CsvRecord, field: number, cell: Cell): void {
  if (record.doubled[field] === 1) {
    cell.text = fieldText(record, field);
    cell.start = 0;
    cell.end = cell.text.length;
  } else {
    cell.text = record.text;
    cell.start = record.starts[field] ?? 0;
    cell.end = record.ends[field] ?? 0;
  }
}

/** Text of a field, with doubled quotation marks made single; still one character a byte. */
export function fieldText(record: CsvRecord, field: number): string {
  const text = record.text.slice(record.starts[field], record.ends[field]);
  return record.doubled[field] === 1 ? text.replaceAll('""', '"') : text;
}

interface Window {
  readonly source: ByteSource;
  readonly separator: number;
  readonly bytes: Buffer;
  text: string;
  /** Bytes in the window. */
  filled: number;
  /** Where the next record begins. */
  at: number;
  /** Offset in the file of the first byte of the window. */
  windowOffset: number;
  exhausted: boolean;
  readonly record: CsvRecord;
}

function openWindow(source: ByteSource, separator: ";" | ",", start: number): Window {
  return {
    source,
    separator: separator === "," ? comma : 59,
    bytes: Buffer.allocUnsafe(windowSize),
    text: "",
    filled: 0,
    at: 0,
    windowOffset: start,
    exhausted: false,
    record: {
      text: "",
      starts: new Int32Array(greatestFieldCount),
      ends: new Int32Array(greatestFieldCount),
      doubled: new Uint8Array(greatestFieldCount),
      fields: 0,
      row: 0,
      offset: 0,
      length: 0,
      beyondAscii: false,
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
    if (window.filled - window.at >= greatestRecord) return openEnded(window) ?? tooLong(window);
    refill(window);
  }
}

/** Moves what is left of a record to the front and reads on behind it. */
function refill(window: Window): void {
  window.bytes.copy(window.bytes, 0, window.at, window.filled);
  window.windowOffset += window.at;
  window.filled -= window.at;
  window.at = 0;
  const read = window.source(window.bytes, window.filled);
  window.filled += read;
  if (read === 0) window.exhausted = true;
  window.text = window.bytes.toString("latin1", 0, window.filled);
}

/** Finds the fields of the record at `window.at`. `more` where it may go on behind the window. */
function scan(window: Window): "record" | "more" | CsvFault {
  const { bytes, filled, separator, record } = window;
  const begin = window.at;
  let place = begin;
  let high = 0;
  for (let field = 0; field < greatestFieldCount; field++) {
    record.doubled[field] = 0;
    if (place < filled && bytes[place] === quote) {
      const quoted = scanQuoted(window, place, field);
      if (typeof quoted !== "number") return quoted;
      high |= quoted;
      place = (record.ends[field] ?? 0) + 1;
    } else {
      record.starts[field] = place;
      for (; place < filled; place++) {
        const code = bytes[place] ?? endOfFile;
        high |= code;
        if (code === separator || code === quote || (code < space && code !== tab)) break;
      }
      record.ends[field] = place;
    }
    if (place >= filled && !window.exhausted) return "more";
    const code = place < filled ? (bytes[place] ?? endOfFile) : endOfFile;
    if (code === quote) return { kind: "quote-inside", row: record.row, field };
    if (code !== separator) return finish(window, { begin, place, fields: field + 1, high, code });
    place += 1;
  }
  return { kind: "too-many-fields", row: record.row };
}

/** A field in quotation marks from `open`: all its bytes or-ed together. */
function scanQuoted(window: Window, open: number, field: number): number | "more" | CsvFault {
  const { text, filled, separator, record, exhausted } = window;
  const close = closingQuote(window, open + 1, field);
  if (close < 0) return exhausted ? { kind: "quote-open", row: record.row, field } : "more";
  record.starts[field] = open + 1;
  record.ends[field] = close;
  let high = 0;
  for (let place = open + 1; place < close; place++) {
    const code = text.charCodeAt(place);
    if (code === 0) return { kind: "control-character", row: record.row, offset: window.windowOffset + place };
    high |= code;
  }
  if (close + 1 >= filled) return exhausted ? high : "more";
  const next = text.charCodeAt(close + 1);
  const isEnd = next === separator || next === lineFeed || next === carriageReturn;
  return isEnd ? high : { kind: "text-after-quote", row: record.row, field };
}

interface RecordEnd {
  readonly begin: number;
  readonly place: number;
  readonly fields: number;
  readonly high: number;
  /** The character at `place`, or `endOfFile`. */
  readonly code: number;
}

function finish(window: Window, end: RecordEnd): "record" | "more" | CsvFault {
  const { record, text, filled, exhausted } = window;
  const offset = window.windowOffset + end.place;
  let after = end.place + 1;
  if (end.code === carriageReturn) {
    if (after >= filled && !exhausted) return "more";
    if (text.charCodeAt(after) !== lineFeed) return { kind: "lone-carriage-return", row: record.row, offset };
    after += 1;
  } else if (end.code !== lineFeed && end.code !== endOfFile) {
    return { kind: "control-character", row: record.row, offset };
  }
  record.text = text;
  record.fields = end.fields;
  record.offset = window.windowOffset + end.begin;
  record.length = end.place - end.begin;
  record.beyondAscii = end.high > 127;
  record.closed = end.code !== endOfFile;
  window.at = end.code === endOfFile ? filled : after;
  return "record";
}

/** Place of the quotation mark that closes a field; −1 where the window ends first. */
function closingQuote(window: Window, from: number, field: number): number {
  const { text, filled, exhausted, record } = window;
  let place = from;
  for (;;) {
    const found = text.indexOf('"', place);
    if (found < 0 || found >= filled) return -1;
    if (found + 1 >= filled && !exhausted) return -1;
    if (text.charCodeAt(found + 1) !== quote) return found;
    record.doubled[field] = 1;
    place = found + 2;
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
