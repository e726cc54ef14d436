// What a CSV file says of itself before its first row: byte order mark, separator, header.

import type { DataProblem } from "../../data-problem.ts";
import { noHeader } from "../../problems/no-header.ts";
import type { Asked, FileFormat } from "../episodes.ts";
import { headerOf, type Header } from "../header.ts";
import type { OpenFile } from "../open-file.ts";
import { eachCsvRecord, fieldText, type CsvRecord } from "./records.ts";
import type { RowForm } from "./rows-taker.ts";
import { separatorOf } from "./separator.ts";

export type CsvFormat = FileFormat & { readonly kind: "csv" };

/** The format, and the byte at which the header begins. */
export function csvFormatOf(
  file: OpenFile,
  asked: Asked,
): { readonly format: CsvFormat; readonly start: number } | DataProblem {
  const byteOrderMark = file.head.subarray(0, 3).toString("latin1") === "\xef\xbb\xbf";
  const start = byteOrderMark ? 3 : 0;
  if (file.bytes === start) return noHeader(file.path, true);
  const separator = separatorOf(file.head.subarray(start), asked, file.path);
  return typeof separator === "object" ? separator : { format: { kind: "csv", separator, byteOrderMark }, start };
}

/** The header that a record is. */
export function headerFrom(record: CsvRecord, asked: Asked): Header {
  const names = Array.from({ length: record.fields }, (_, field) => fieldText(record, field));
  return headerOf(names, asked);
}

export interface CsvBeginning {
  readonly format: CsvFormat;
  readonly header: Header;
  readonly form: RowForm;
  /** The number of the header's row, and the byte behind it. */
  readonly row: number;
  readonly end: number;
}

/** Undefined where anything is wrong with it, which only the reading of the whole file puts in words. */
export function csvBeginning(file: OpenFile, asked: Asked): CsvBeginning | undefined {
  const known = csvFormatOf(file, asked);
  if (!("format" in known)) return undefined;
  const { format, start } = known;
  const { separator } = format;
  let position = start;
  const source = (into: Buffer, at: number): number => {
    const read = file.head.copy(into, at, position);
    position += read;
    return read;
  };
  let beginning: CsvBeginning | undefined;
  eachCsvRecord(source, separator, start, (record) => {
    const header = headerFrom(record, asked);
    if (!record.closed || header.problems.length > 0) return false;
    const form: RowForm = { path: file.path, separator, width: record.fields, source: header.source };
    beginning = { format, header, form, row: record.row, end: behind(file.head, record.offset + record.length) };
    return false;
  });
  return beginning;
}

/** The byte behind the line break at `place`. */
function behind(bytes: Buffer, place: number): number {
  return bytes[place] === carriageReturn ? place + 2 : place + 1;
}

const carriageReturn = 13;
