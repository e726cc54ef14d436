// The workbook of a report: real numbers and dates, frozen heads, named tables, formulas that recompute each line.
// Rule: a text is a text cell whatever it begins with; no macro, no link, no date of today; the same bytes each time.

import type { ReportPage } from "../page/report-page.ts";
import { bookOf } from "./book.ts";
import { episodeSheet } from "./episode-sheet.ts";
import { lineSheet } from "./line-sheet.ts";
import { tableSheets } from "./table-sheets.ts";

export async function workbook(page: ReportPage): Promise<Uint8Array> {
  const { readMe, total, payers, periods, refused, clauses, open, evidence } = tableSheets(page);
  return bookOf([
    ...[readMe, total, payers, periods, lineSheet(page), episodeSheet(page)],
    ...[refused, clauses, open, evidence],
  ]);
}
