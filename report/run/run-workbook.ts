// The workbook of one run: the sheets of a comparison's, each with one side.
// Rule: as for every workbook; the sheet of lines recomputes each of them with live formulas.

import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import type { Ore } from "@avtal/runtime/result";
import { standsOn } from "../page/sections/basis.ts";
import { bookOf } from "../workbook/book.ts";
import { episodeSheet } from "../workbook/episode-sheet.ts";
import { lineSheet } from "../workbook/line-sheet.ts";
import { kronor, text, whole, type Cell, type Sheet } from "../workbook/sheet.ts";
import {
  accountRows,
  clauses,
  evidence,
  open,
  payers,
  periods,
  readMe,
  refused,
  total,
} from "../workbook/smaller-sheets.ts";
import { heads, type Lang } from "../words.ts";
import type { RunPage } from "./run-page.ts";
import { modeOf, runSentence } from "./sections/summary.ts";

export async function runWorkbook(page: RunPage): Promise<Uint8Array> {
  const { run, shown, behind, columns, divided, lang, data, command } = page;
  const rows = { shown, members: behind.members, lang, sides: "one" } as const;
  const meaning = [{ sv: "Betydelse", en: "Meaning" }[lang], meaningHash(run.program)] as const;
  const cells = (of: { readonly lines: number; readonly amount: Ore }): readonly Cell[] => [
    whole(of.lines),
    kronor(of.amount),
  ];
  return bookOf([
    readMe(runSentence(page), [modeOf(page)], command, lang),
    totals(page),
    payers(
      chargedHeads(lang),
      divided.payers.map((one) => ({ payer: one.payer, cells: cells(one) })),
      lang,
    ),
    periods(
      chargedHeads(lang),
      divided.payerPeriods.map((one) => ({ payer: one.payer, period: one.period, cells: cells(one) })),
      lang,
    ),
    lineSheet(rows),
    episodeSheet({ ...rows, program: run.program, columns }),
    refused(run.refused, lang),
    clauses(shown, lang),
    open(standsOn(run, "", lang), lang),
    evidence({ data, sha256: run.facts.sha256, command }, [meaning], lang),
  ]);
}

function totals({ divided, reconciled: { account }, lang }: RunPage): Sheet {
  const columns = [{ head: { sv: "Värde", en: "Value" }[lang], width: 18, format: "kronor" as const }];
  const rows = [
    [text(heads.amount[lang]), kronor(divided.total)],
    ...divided.rules.map(({ place, amount }) => [text(`${place.document}.${place.rule} (kr)`), kronor(amount)]),
    ...accountRows([account], lang),
  ];
  return total(columns, rows, lang);
}

function chargedHeads(lang: Lang): Sheet["columns"] {
  return [
    { head: heads.lines[lang], width: 14, format: "whole" },
    { head: heads.amount[lang], width: 18, format: "kronor" },
  ];
}
