// Takes the rows under a header into the table: plain ones many at a time, all others record by record.
// Rule: a row has as many fields as the header, or is refused; a row that may have been cut off ends the reading.

import type { DataProblem } from "../../data-problem.ts";
import { cutOffRow, noFinalLineBreak } from "../../problems/cut-off-row.ts";
import { separatorUnclear } from "../../problems/separator-unclear.ts";
import { tooManyRows } from "../../problems/too-much-on-a-row.ts";
import { wrongFieldCount } from "../../problems/wrong-field-count.ts";
import type { Cell } from "../cell.ts";
import type { Filling } from "../filling.ts";
import { plainRowsInto } from "./plain-rows.ts";
import { fieldText, findCell, type CsvRecord, type PlainTaker } from "./records.ts";

/** How the rows of a file are written. */
export interface RowForm {
  readonly path: string;
  readonly separator: ";" | ",";
  /** Fields of a row. */
  readonly width: number;
  /** By builder of the table its column; −1 where the file has none. */
  readonly source: Int32Array;
}

export interface RowsRead {
  rows: number;
  /** Faults of the whole file; the first ends the reading. */
  readonly problems: DataProblem[];
  readonly warnings: DataProblem[];
}

export interface RowsTaker {
  readonly take: (record: CsvRecord) => boolean;
  readonly takePlain: PlainTaker;
}

/** Where records stand in the file, in bytes. */
export interface RecordPlaces {
  put(at: number, record: CsvRecord): void;
  offset(at: number): number;
  length(at: number): number;
}

/** `read` is kept up to date; `places`, where there are any, are those of the records that were kept. */
export function rowsTaker(form: RowForm, filling: Filling, read: RowsRead, places?: RecordPlaces): RowsTaker {
  const { table } = filling;
  const { source, width, separator } = form;
  const plainRows = plainRowsInto(table, source, width, separator);
  let current: CsvRecord | undefined;
  const find = (builder: number, cell: Cell): void => {
    const field = source[builder] ?? -1;
    if (field < 0 || current === undefined) cell.end = cell.start;
    else findCell(current, field, cell);
  };
  return {
    take(record) {
      current = record;
      read.rows += 1;
      if (takesFields(record, form, filling, read) && table.take(record.row, find)) {
        places?.put(table.count() - 1, record);
        filling.turn();
      }
      return read.problems.length === 0 && !filling.isOver();
    },
    takePlain(bytes, place, until, row) {
      if (places !== undefined || filling.isOver()) return undefined;
      const limit = Math.min(filling.greatestRowCount - read.rows, filling.room());
      const taken = plainRows?.(bytes, place, until, { row, limit });
      read.rows += taken?.rows ?? 0;
      filling.turn();
      return taken;
    },
  };
}

/** Whether a record has as many fields as the header; else it is refused, or ends the reading. */
function takesFields(record: CsvRecord, form: RowForm, filling: Filling, read: RowsRead): boolean {
  const { path, separator, width } = form;
  const { row, fields } = record;
  if (read.rows > filling.greatestRowCount) {
    read.problems.push(tooManyRows(path, row, filling.greatestRowCount));
    return false;
  }
  if (fields === width) {
    if (!record.closed) read.warnings.push(noFinalLineBreak(path, row));
    return true;
  }
  const other = separator === ";" ? "," : ";";
  if (!record.closed && fields < width) read.problems.push(cutOffRow(path, row, fields, width));
  else if (fields === 1 && fieldText(record, 0).split(other).length >= width) {
    read.problems.push(separatorUnclear(path, row, "rows-differ"));
  } else filling.table.refuseRow(row, null, wrongFieldCount(fields, width));
  return false;
}
