// The workbook of a report: real numbers and dates, frozen heads, named tables, formulas that recompute each line.
// Rule: a text is a text cell whatever it begins with; no macro, no link, no date of today; the same bytes each time.

import type { ReportPage } from "../page/report-page.ts";
import { bookOf } from "./book.ts";
import { episodeSheet } from "./episode-sheet.ts";
import { lineSheet } from "./line-sheet.ts";
import { tableSheets } from "./table-sheets.ts";

export async function workbook(page: ReportPage): Promise<Uint8Array> {
  const { readMe, total, payers, periods, refused, clauses, open, evidence } = tableSheets(page);
  const { shown, lang, behind, comparison, columns } = page;
  const rows = { shown, lang, members: behind.members, sides: "two" } as const;
  const lines = lineSheet(rows);
  const episodes = episodeSheet({ ...rows, program: comparison.b.run.program, columns: columns.b });
  return bookOf([...[readMe, total, payers, periods, lines, episodes], ...[refused, clauses, open, evidence]]);
}
