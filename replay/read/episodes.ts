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
import { checkRepeatedIds, type AreIdentical } from "./checks/repeated-ids.ts";
import { readCsv } from "./csv/from-csv.ts";
import type { DataDescription } from "./description.ts";
import { formatOf } from "./format.ts";
import { openFile, type OpenFile } from "./open-file.ts";
import type { RecordTable } from "./record-table.ts";
import type { RefusedRows } from "./refused-rows.ts";

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

export type Reading =
  | { readonly kind: "refused"; readonly problems: readonly DataProblem[] }
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
export type FormatReading =
  | { readonly kind: "refused"; readonly problems: readonly DataProblem[] }
  | {
      readonly kind: "table";
      readonly table: RecordTable;
      readonly format: FileFormat;
      readonly absent: readonly string[];
      readonly ignored: readonly number[];
      /** Rows that were refused before they reached the table are in; blank lines are not. */
      readonly rows: number;
      readonly areIdentical: AreIdentical;
      readonly warnings: readonly DataProblem[];
    };

export async function readEpisodes(asked: Asked): Promise<Reading> {
  const opened = openFile(asked.path);
  if (!opened.ok) return { kind: "refused", problems: [opened.problem] };
  const { file } = opened;
  try {
    const format = formatOf(file);
    if (typeof format === "object") return { kind: "refused", problems: [format] };
    const reading = format === "csv" ? readCsv(file, asked) : await readParquetLate(file, asked);
    return reading.kind === "refused" ? reading : finish(reading, file, asked);
  } finally {
    file.close();
  }
}

/** DuckDB is loaded only for those who need it. */
async function readParquetLate(file: OpenFile, asked: Asked): Promise<FormatReading> {
  const { readParquet } = await import("./parquet/from-parquet.ts");
  return readParquet(file, asked);
}

function finish(reading: FormatReading & { kind: "table" }, file: OpenFile, asked: Asked): Reading {
  const { table } = reading;
  const { sha256, problem } = file.finish();
  const problems = [...(problem === undefined ? [] : [problem]), ...mixedTimesIn(table, asked)];
  if (problems.length > 0) return { kind: "refused", problems };

  const identicalRows = checkRepeatedIds(table, reading.areIdentical);
  checkOrderOfEvents(table);
  checkPayersOfTheDay(table);
  checkOverlappingStays(table);
  const repeatedHour = keptInRepeatedHour(table);
  const { columns: read, refused } = table.finish(asked.onlyChecked);
  const { columns, records: hidden } = withoutProtectedIds(read);
  const { format, rows, absent, ignored } = reading;
  return {
    kind: "read",
    columns,
    refused,
    warnings: rows === 0 ? [...reading.warnings, noEpisodes(asked.path)] : reading.warnings,
    facts: { format, bytes: file.bytes, sha256, rows, identicalRows, absent, ignored, repeatedHour, hidden },
  };
}

function mixedTimesIn(table: RecordTable, asked: Asked): DataProblem[] {
  return [...table.moments].flatMap(([code, builder]) => {
    const { local, offset } = builder.firstRow;
    if (local === undefined || offset === undefined || asked.description.mixedTimes.has(code)) return [];
    return [mixedTimes(asked.path, code, local, offset)];
  });
}

function keptInRepeatedHour(table: RecordTable): number {
  const places = new Set([...table.moments.values()].flatMap((builder) => [...builder.inFold.keys()]));
  return [...places].filter((at) => table.isKept(at)).length;
}
