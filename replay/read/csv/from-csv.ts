// Reads a CSV file into the record table: byte order mark, separator, header, then every record once.
// Rule: cells reach the columns as they stand between the separators; nothing is trimmed or mended.

import type { DataProblem } from "../../data-problem.ts";
import { controlCharacter } from "../../problems/control-character.ts";
import { loneCarriageReturn } from "../../problems/lone-carriage-return.ts";
import { noHeader } from "../../problems/no-header.ts";
import { notUtf8 } from "../../problems/not-utf8.ts";
import { tooMuch } from "../../problems/too-much-on-a-row.ts";
import { unmatchedQuote } from "../../problems/unmatched-quote.ts";
import type { Asked, FormatReading, Stretches } from "../episodes.ts";
import { fillingFor, type Filling } from "../filling.ts";
import type { Header } from "../header.ts";
import type { OpenFile } from "../open-file.ts";
import type { AreIdentical } from "../checks/repeated-ids.ts";
import { csvFormatOf, headerFrom } from "./beginning.ts";
import { eachCsvRecord, type CsvFault, type CsvRecord, type PlainTaker } from "./records.ts";
import { rowsTaker, type RecordPlaces, type RowsRead, type RowsTaker } from "./rows-taker.ts";

export function readCsv(file: OpenFile, asked: Asked, stretches: Stretches | null): FormatReading {
  const known = csvFormatOf(file, asked);
  if (!("format" in known)) return refused(known);
  const { format, start } = known;
  const body = readBody(file, asked, fillingFor(asked, stretches), format.separator, start);
  if (body.problems.length > 0) return { kind: "refused", problems: body.problems };
  const { filling, header } = body;
  if (header === undefined) return refused(noHeader(file.path, true));
  return {
    kind: "table",
    table: filling.table,
    refused: filling.refused,
    format,
    absent: header.absent,
    ignored: header.ignored,
    rows: body.rows,
    areIdentical: body.places === undefined ? undefined : identicalIn(file, body.places),
    warnings: body.warnings,
  };
}

interface Body extends RowsRead {
  readonly filling: Filling;
  /** Kept only where identical rows may be left out. */
  readonly places: RecordPlaces | undefined;
  header: Header | undefined;
}

function readBody(file: OpenFile, asked: Asked, filling: Filling, separator: ";" | ",", start: number): Body {
  const places = asked.description.identicalRows === "drop" ? recordPlaces() : undefined;
  const body: Body = { filling, places, header: undefined, rows: 0, problems: [], warnings: [] };
  skipBytes(file, start);
  let rows: RowsTaker | undefined;
  const takeHeader = (record: CsvRecord): boolean => {
    const header = headerFrom(record, asked);
    body.header = header;
    body.problems.push(...header.problems);
    if (body.problems.length > 0) return false;
    filling.expect(rowsIn(file, filling));
    const { source } = header;
    rows = rowsTaker({ path: file.path, separator, width: record.fields, source }, filling, body, places);
    return true;
  };
  const take = (record: CsvRecord): boolean => rows?.take(record) ?? takeHeader(record);
  const takePlain: PlainTaker = (...plain) => rows?.takePlain(...plain);
  const { fault } = eachCsvRecord(file.next, separator, start, take, takePlain);
  if (fault !== undefined) body.problems.push(problemOf(fault, file, asked, body.header?.source));
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

function problemOf(fault: CsvFault, file: OpenFile, asked: Asked, source: Int32Array = new Int32Array(0)): DataProblem {
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
