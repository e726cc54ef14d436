// From a data file to columns: opened once, read once, every row taken whole or refused with its reason.
// Rule: a fault of the file ends the reading with nothing; a fault of a row refuses that row alone and is counted.

import type { Field, RegisterIr } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import type { DataProblem } from "../data-problem.ts";
import { mixedTimes } from "../problems/mixed-times.ts";
import { withoutProtectedIds, type HiddenRecord } from "../protected-records.ts";
import { noEpisodes } from "../problems/no-episodes.ts";
import { checkOrderOfEvents } from "./checks/order-of-events.ts";
import { checkOverlappingStays } from "./checks/overlapping-stays.ts";
import { checkPayersOfTheDay } from "./checks/payers-of-the-day.ts";
import { keptInRepeatedHour } from "./checks/repeated-hour.ts";
import { checkRepeatedIds, type AreIdentical } from "./checks/repeated-ids.ts";
import type { MomentBuilder } from "./columns/moment-column.ts";
import { readCsv } from "./csv/from-csv.ts";
import type { DataDescription } from "./description.ts";
import { formatOf } from "./format.ts";
import { openFile, type OpenFile } from "./open-file.ts";
import type { RecordTable } from "./record-table.ts";
import type { RefusedRows, RefusedRowsBuilder } from "./refused-rows.ts";

export interface Asked {
  readonly path: string;
  /** Those of the vocabulary, by which columns are known. */
  readonly fields: readonly Field[];
  /** Those whose columns are read; all where this is not said. */
  readonly needed?: readonly Field[];
  /** Of these the ones that are of no use once the records have been checked. */
  readonly onlyChecked?: readonly Field[];
  readonly registers: readonly RegisterIr[];
  readonly description: DataDescription;
}

/** How the records of a file are let go while it is read: `greatestRecords` at a time. */
export interface Stretches {
  readonly greatestRecords: number;
  /** Takes a full table, which is emptied then; false where the rest of the file is not asked for. */
  readonly full: (table: RecordTable) => boolean;
}

export interface RefusedFile {
  readonly kind: "refused";
  readonly problems: readonly DataProblem[];
}

export type Reading =
  | RefusedFile
  | {
      readonly kind: "read";
      readonly columns: Columns;
      readonly refused: RefusedRows;
      readonly warnings: readonly DataProblem[];
      readonly facts: FileFacts;
    };

/** What is worth knowing of a file that was read. */
export interface FileFacts {
  readonly format: FileFormat;
  readonly bytes: number;
  readonly sha256: string;
  /** Records in the file: kept, refused and left out as identical. */
  readonly rows: number;
  /** Identical rows that were left out because the description says so. */
  readonly identicalRows: number;
  /** Code names of the fields that have no column. */
  readonly absent: readonly string[];
  /** Numbers of the columns that were not read. */
  readonly ignored: readonly number[];
  /** Records with a moment in the hour that comes twice, accepted because only its date matters. */
  readonly repeatedHour: number;
  /** Whose ids were replaced because they are protected; for a file of its own, and for nothing else. */
  readonly hidden?: readonly HiddenRecord[];
}

export type FileFormat =
  | { readonly kind: "csv"; readonly separator: ";" | ","; readonly byteOrderMark: boolean }
  | { readonly kind: "parquet" };

/** What a format's reader gives when it came to the end of the file. */
export type FormatReading = RefusedFile | TableReading;

export interface TableReading extends ReadToTheEnd {
  readonly kind: "table";
  /** Of the records that no full stretch took. */
  readonly table: RecordTable;
  readonly areIdentical: AreIdentical;
}

/** What is known of a file, whoever took its records. */
export interface ReadToTheEnd {
  /** The account of all rows that were refused, whose ever table they were of. */
  readonly refused: RefusedRowsBuilder;
  readonly format: FileFormat;
  readonly absent: readonly string[];
  readonly ignored: readonly number[];
  /** Rows that were refused before they reached the table are in; blank lines are not. */
  readonly rows: number;
  readonly warnings: readonly DataProblem[];
}

export function readEpisodes(asked: Asked): Promise<Reading> {
  return withRecords(asked, null, (reading, file) => readAtOnce(reading, file, asked));
}

/** Opens the file, reads its records and hands over the table: of all of them, or of those after the last full stretch. */
export async function withRecords<T>(
  asked: Asked,
  stretches: Stretches | null,
  use: (reading: TableReading, file: OpenFile) => T,
): Promise<T | RefusedFile> {
  const opened = openFile(asked.path);
  if (!opened.ok) return { kind: "refused", problems: [opened.problem] };
  const { file } = opened;
  try {
    const format = formatOf(file);
    if (typeof format === "object") return { kind: "refused", problems: [format] };
    const reading = format === "csv" ? readCsv(file, asked, stretches) : await readParquetLate(file, asked, stretches);
    return reading.kind === "refused" ? reading : use(reading, file);
  } finally {
    file.close();
  }
}

/** DuckDB is loaded only for those who need it. */
async function readParquetLate(file: OpenFile, asked: Asked, stretches: Stretches | null): Promise<FormatReading> {
  const { readParquet } = await import("./parquet/from-parquet.ts");
  return readParquet(file, asked, stretches);
}

/** What the table of all records of a file comes to. */
export function readAtOnce(reading: TableReading, file: OpenFile, asked: Asked): Reading {
  const { table } = reading;
  const { sha256, problem } = file.finish();
  const problems = [...(problem === undefined ? [] : [problem]), ...mixedTimesIn(table.moments, asked)];
  if (problems.length > 0) return { kind: "refused", problems };

  const identicalRows = checkRepeatedIds(table, reading.areIdentical);
  checkOrderOfEvents(table);
  checkPayersOfTheDay(table);
  checkOverlappingStays(table);
  const repeatedHour = keptInRepeatedHour(table);
  const { columns, records: hidden } = withoutProtectedIds(table.columns(asked.onlyChecked));
  const refused = reading.refused.finish();
  const { format, rows, absent, ignored } = reading;
  return {
    kind: "read",
    columns,
    refused,
    warnings: rows === 0 ? [...reading.warnings, noEpisodes(asked.path)] : reading.warnings,
    facts: { format, bytes: file.bytes, sha256, rows, identicalRows, absent, ignored, repeatedHour, hidden },
  };
}

/** `moments`: the first row of each sort, by the field's code name. */
export function mixedTimesIn(
  moments: ReadonlyMap<string, Pick<MomentBuilder, "firstRow">>,
  asked: Asked,
): DataProblem[] {
  return [...moments].flatMap(([code, { firstRow }]) => {
    const { local, offset } = firstRow;
    if (local === undefined || offset === undefined || asked.description.mixedTimes.has(code)) return [];
    return [mixedTimes(asked.path, code, local, offset)];
  });
}
