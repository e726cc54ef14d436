// Reads a CSV file into the record table: byte order mark, separator, header, then every record once.
// Rule: cells reach the columns as they stand between the separators; nothing is trimmed or mended.

import type { DataProblem } from "../../data-problem.ts";
import { controlCharacter } from "../../problems/control-character.ts";
import { cutOffRow, noFinalLineBreak } from "../../problems/cut-off-row.ts";
import { loneCarriageReturn } from "../../problems/lone-carriage-return.ts";
import { noHeader } from "../../problems/no-header.ts";
import { notUtf8 } from "../../problems/not-utf8.ts";
import { separatorUnclear } from "../../problems/separator-unclear.ts";
import { tooManyRows, tooMuch } from "../../problems/too-much-on-a-row.ts";
import { unmatchedQuote } from "../../problems/unmatched-quote.ts";
import { wrongFieldCount } from "../../problems/wrong-field-count.ts";
import type { Asked, FormatReading, Stretches } from "../episodes.ts";
import { fillingFor, type Filling } from "../filling.ts";
import { headerOf, type Header } from "../header.ts";
import type { OpenFile } from "../open-file.ts";
import type { Cell } from "../cell.ts";
import type { AreIdentical } from "../checks/repeated-ids.ts";
import { plainRowsInto, type PlainRows } from "./plain-rows.ts";
import { eachCsvRecord, fieldText, findCell, type CsvFault, type CsvRecord, type PlainTaker } from "./records.ts";
import { separatorOf } from "./separator.ts";

export function readCsv(file: OpenFile, asked: Asked, stretches: Stretches | null): FormatReading {
  const byteOrderMark = file.head.subarray(0, 3).toString("latin1") === "\xef\xbb\xbf";
  const start = byteOrderMark ? 3 : 0;
  if (file.bytes === start) return refused(noHeader(file.path, true));
  const separator = separatorOf(file.head.subarray(start), asked, file.path);
  if (typeof separator === "object") return refused(separator);

  const body = readBody(file, asked, fillingFor(asked, stretches), separator, start);
  if (body.problems.length > 0) return { kind: "refused", problems: body.problems };
  const { filling, header } = body;
  if (header === undefined) return refused(noHeader(file.path, true));
  return {
    kind: "table",
    table: filling.table,
    refused: filling.refused,
    format: { kind: "csv", separator, byteOrderMark },
    absent: header.absent,
    ignored: header.ignored,
    rows: body.rows,
    areIdentical: body.places === undefined ? undefined : identicalIn(file, body.places),
    warnings: body.warnings,
  };
}

interface Body {
  readonly filling: Filling;
  /** Kept only where identical rows may be left out. */
  readonly places: RecordPlaces | undefined;
  header: Header | undefined;
  width: number;
  rows: number;
  /** Faults of the whole file; the first ends the reading. */
  readonly problems: DataProblem[];
  readonly warnings: DataProblem[];
}

function readBody(file: OpenFile, asked: Asked, filling: Filling, separator: ";" | ",", start: number): Body {
  const places = asked.description.identicalRows === "drop" ? recordPlaces() : undefined;
  const body: Body = { filling, places, header: undefined, width: 0, rows: 0, problems: [], warnings: [] };
  skipBytes(file, start);
  let current: CsvRecord | undefined;
  let source: Int32Array = new Int32Array(0);
  let plainRows: PlainRows | undefined;
  const find = (builder: number, cell: Cell): void => {
    const field = source[builder] ?? -1;
    if (field < 0 || current === undefined) cell.end = cell.start;
    else findCell(current, field, cell);
  };
  const take = (record: CsvRecord): boolean => {
    if (body.header === undefined) {
      body.header = headerFrom(record, asked);
      body.width = record.fields;
      body.problems.push(...body.header.problems);
      source = body.header.source;
      if (body.problems.length === 0) {
        filling.expect(rowsIn(file, filling));
        plainRows = plainRowsInto(filling.table, source, body.width, separator);
      }
    } else {
      current = record;
      body.rows += 1;
      const { table } = filling;
      if (takesFields(record, body, separator, file.path) && table.take(record.row, find)) {
        body.places?.put(table.count() - 1, record);
        filling.turn();
      }
    }
    return body.problems.length === 0 && !filling.isOver();
  };
  const takePlain: PlainTaker = (bytes, place, until, row) => {
    if (body.places !== undefined || filling.isOver()) return undefined;
    const limit = Math.min(filling.greatestRowCount - body.rows, filling.room());
    const taken = plainRows?.(bytes, place, until, { row, limit });
    body.rows += taken?.rows ?? 0;
    filling.turn();
    return taken;
  };
  const fault = eachCsvRecord(file.next, separator, start, take, takePlain);
  if (fault !== undefined) body.problems.push(problemOf(fault, file, asked, source));
  return body;
}

/** How many rows the file has if it goes on as it begins, and a little more, so that room is made once. */
function rowsIn(file: OpenFile, { greatestRowCount }: Filling): number {
  let rows = 0;
  for (const byte of file.head) if (byte === 10) rows += 1;
  const whole = file.head.length === file.bytes ? rows : Math.ceil((file.bytes / file.head.length) * rows * 1.02);
  return Math.min(greatestRowCount, whole);
}

/** The byte order mark belongs to the hash of the file but to no record. */
function skipBytes(file: OpenFile, count: number): void {
  if (count > 0) file.next(Buffer.alloc(count), 0);
}

function headerFrom(record: CsvRecord, asked: Asked): Header {
  const names = Array.from({ length: record.fields }, (_, field) => fieldText(record, field));
  return headerOf(names, asked);
}

/** Whether a record has as many fields as the header; else it is refused, or ends the reading. */
function takesFields(record: CsvRecord, body: Body, separator: ";" | ",", path: string): boolean {
  const { row, fields } = record;
  const { filling } = body;
  if (body.rows > filling.greatestRowCount) {
    body.problems.push(tooManyRows(path, row, filling.greatestRowCount));
    return false;
  }
  if (fields === body.width) {
    if (!record.closed) body.warnings.push(noFinalLineBreak(path, row));
    return true;
  }
  const other = separator === ";" ? "," : ";";
  if (!record.closed && fields < body.width) body.problems.push(cutOffRow(path, row, fields, body.width));
  else if (fields === 1 && fieldText(record, 0).split(other).length >= body.width) {
    body.problems.push(separatorUnclear(path, row, "rows-differ"));
  } else filling.table.refuseRow(row, null, wrongFieldCount(fields, body.width));
  return false;
}

function problemOf(fault: CsvFault, file: OpenFile, asked: Asked, source: Int32Array): DataProblem {
  switch (fault.kind) {
    case "not-utf8": {
      const byte = file.part(fault.offset, 1)[0] ?? 0;
      return notUtf8(file.path, { row: fault.row, offset: fault.offset, byte });
    }
    case "control-character":
      return controlCharacter(file.path, fault.row, fault.offset);
    case "lone-carriage-return":
      return loneCarriageReturn(file.path, fault.row, fault.offset);
    case "quote-open":
    case "text-after-quote":
    case "quote-inside": {
      const column = (asked.needed ?? asked.fields)[source.indexOf(fault.field)]?.code;
      return unmatchedQuote(file.path, { row: fault.row, column }, fault.kind);
    }
    case "row-too-long":
    case "too-many-fields":
      return tooMuch(file.path, fault.row, fault.kind);
  }
}

/** Compares two rows where they stand in the file, which is still open. */
function identicalIn(file: OpenFile, places: RecordPlaces): AreIdentical {
  const rowBytes = (at: number): Buffer => file.part(places.offset(at), places.length(at));
  return (at, other) => rowBytes(at).equals(rowBytes(other));
}

/** Where records stand in the file, in bytes. */
interface RecordPlaces {
  put(at: number, record: CsvRecord): void;
  offset(at: number): number;
  length(at: number): number;
}

function recordPlaces(): RecordPlaces {
  const offsets: number[] = [];
  const lengths: number[] = [];
  return {
    put(at, { offset, length }) {
      offsets[at] = offset;
      lengths[at] = length;
    },
    offset: (at) => offsets[at] ?? 0,
    length: (at) => lengths[at] ?? 0,
  };
}

function refused(problem: DataProblem): FormatReading {
  return { kind: "refused", problems: [problem] };
}
