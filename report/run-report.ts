// The table of contents of the report of one run: the run and its records in, the files of a folder out.
// Rule: texts and bytes only; nothing is written here, and the same run gives the same bytes.

import { resultCsv } from "@avtal/replay/result-csv";
import type { CompletedRun } from "@avtal/replay/result-json";
import type { WrittenSteps } from "@avtal/replay/written-steps";
import type { Columns } from "@avtal/runtime/columns";
import type { Report } from "./comparison-report.ts";
import { episodesBehind } from "./drill-down/episodes-data.ts";
import { divided } from "./run/divided.ts";
import { shownRunLines } from "./run/lines.ts";
import { runReconciliation } from "./run/reconciliation.ts";
import { runPage, type RunPage } from "./run/run-page.ts";
import { runWorkbook } from "./run/run-workbook.ts";

export interface RunReportRequest extends Pick<RunPage, "lang" | "command" | "data"> {
  readonly run: CompletedRun;
  readonly columns: Columns;
  /** The rules' lines as written. */
  readonly written: WrittenSteps;
}

export const runReportFiles = {
  page: "korning.html",
  workbook: "korning.xlsx",
  linesSv: "fakturarader.csv",
  lines: "lines.csv",
  evidence: "evidence.json",
} as const;

export async function runReport({ run, columns, written, ...told }: RunReportRequest): Promise<Report> {
  const shown = shownRunLines(run, written);
  const parts = divided(run);
  const reconciled = runReconciliation(run, parts);
  const behind = episodesBehind({ a: null, b: { run, columns }, shown });
  const page: RunPage = { ...told, run, columns, divided: parts, shown, behind, reconciled };
  const [html, book] = await Promise.all([runPage(page), runWorkbook(page)]);
  return {
    files: [
      { name: runReportFiles.page, contents: html },
      { name: runReportFiles.workbook, contents: book },
      { name: runReportFiles.linesSv, contents: resultCsv(run.result.lines, "csv-sv") },
      { name: runReportFiles.lines, contents: resultCsv(run.result.lines, "csv") },
    ],
    tiesOut: reconciled.tiesOut,
  };
}
