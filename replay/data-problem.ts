// What is wrong with a data file, a row of it, or what was asked of a run: plain data in both languages.
// Rule: a row is named by number and a column by name; the value of a cell is never repeated, whatever its column,
// because a shifted row puts a person's name anywhere.

import type { Words } from "@avtal/compiler/problem";
import { shownPlace } from "./shown-place.ts";
import { dataTitles, type DataCode } from "./problem-titles/av9-data.ts";

export interface DataProblem {
  readonly code: DataCode;
  readonly severity: "error" | "warning";
  readonly title: Words;
  /** The file as the user named it, or the kind of an address; null where the problem is in what was asked. */
  readonly file: string | null;
  /** As a spreadsheet counts: the header is row 1. In Parquet, which has no header, the first record is row 1. */
  readonly row: number | null;
  /** Column name as the agreement's vocabulary has it. */
  readonly column: string | null;
  /** What I saw and why it cannot be used. */
  readonly headline: Words;
  /** What you can do. */
  readonly advice: Words;
}

export interface DataReport {
  readonly code: DataCode;
  readonly severity?: "error" | "warning";
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly headline: Words;
  readonly advice: Words;
}

export function dataProblem(report: DataReport): DataProblem {
  return {
    code: report.code,
    severity: report.severity ?? "error",
    title: dataTitles[report.code],
    file: report.file === undefined ? null : shownPlace(report.file),
    row: report.row ?? null,
    column: report.column ?? null,
    headline: report.headline,
    advice: report.advice,
  };
}
