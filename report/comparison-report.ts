// The table of contents of a report: a comparison and its records in, the files of a folder out.
// Rule: texts and bytes only; nothing is written here, and the same comparison gives the same bytes.

import type { Comparison } from "@avtal/replay/compare/comparison";
import type { FileToWrite } from "@avtal/replay/write-whole";
import type { Columns } from "@avtal/runtime/columns";
import { linesCsv } from "./csv/lines-csv.ts";
import { episodesBehind } from "./drill-down/episodes-data.ts";
import { shownLines, type Written } from "./drill-down/lines.ts";
import { reportPage, type ReportPage } from "./page/report-page.ts";
import { reconciliation } from "./reconciliation.ts";
import { workbook } from "./workbook/workbook.ts";

export interface ReportRequest extends Pick<ReportPage, "lang" | "command" | "data" | "curve"> {
  readonly comparison: Comparison;
  readonly columns: { readonly a: Columns; readonly b: Columns };
  /** The rules' lines as written, on either side. */
  readonly written: Written;
}

export interface Report {
  readonly files: readonly FileToWrite[];
  /** False turns the page red, and must turn the exit code non-zero. */
  readonly tiesOut: boolean;
}

export const reportFiles = {
  page: "jamforelse.html",
  workbook: "jamforelse.xlsx",
  linesSv: "fakturarader.csv",
  lines: "lines.csv",
  evidence: "evidence.json",
} as const;

export async function comparisonReport(request: ReportRequest): Promise<Report> {
  const { comparison, columns } = request;
  const shown = shownLines(comparison, request.written);
  const behind = episodesBehind({
    a: { run: comparison.a.run, columns: columns.a },
    b: { run: comparison.b.run, columns: columns.b },
    shown,
  });
  const reconciled = reconciliation(comparison);
  const page = { ...request, shown, behind, reconciled };
  const [html, book] = await Promise.all([reportPage(page), workbook(page)]);
  return {
    files: [
      { name: reportFiles.page, contents: html },
      { name: reportFiles.workbook, contents: book },
      { name: reportFiles.linesSv, contents: linesCsv(shown, "csv-sv") },
      { name: reportFiles.lines, contents: linesCsv(shown, "csv") },
    ],
    tiesOut: reconciled.tiesOut,
  };
}
