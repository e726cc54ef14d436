// The smaller sheets of a comparison: what is said of both sides, in the sheets that every workbook has.

import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { standsOn } from "../page/sections/basis.ts";
import { says } from "../page/sections/cause.ts";
import { sentence } from "../page/sections/summary.ts";
import type { ReportPage } from "../page/report-page.ts";
import { heads, modeWords, verdictWords, type Lang } from "../words.ts";
import { kronor, nothing, text, type Sheet } from "./sheet.ts";
import { accountRows, clauses, evidence, open, payers, periods, readMe, refused, total } from "./smaller-sheets.ts";

export interface TableSheets {
  readonly readMe: Sheet;
  readonly total: Sheet;
  readonly payers: Sheet;
  readonly periods: Sheet;
  readonly refused: Sheet;
  readonly clauses: Sheet;
  readonly open: Sheet;
  readonly evidence: Sheet;
}

export function tableSheets(page: ReportPage): TableSheets {
  const { comparison, shown, lang, data, command } = page;
  const { a, b, mode } = comparison;
  const said = [`A: ${a.label}. B: ${b.label}.`, modeWords[mode][lang]];
  const meaningOf = (side: string): string => `${side}, ${{ sv: "betydelse", en: "meaning" }[lang]}`;
  return {
    readMe: readMe(sentence(page), said, command, lang),
    total: totals(page),
    payers: payers(
      [...amountHeads(lang), { head: heads.meaning[lang], width: 24 }],
      comparison.payers.map(({ payer, verdict, ...amounts }) => ({
        payer,
        cells: [...[amounts.a, amounts.b, amounts.difference].map(kronor), text(verdictWords[verdict][lang])],
      })),
      lang,
    ),
    periods: periods(
      amountHeads(lang),
      comparison.payerPeriods.map(({ payer, period, ...amounts }) => ({
        payer,
        period,
        cells: [amounts.a, amounts.b, amounts.difference].map(kronor),
      })),
      lang,
    ),
    refused: refused(a.run.refused, lang),
    clauses: clauses(shown, lang),
    open: open([...standsOn(a.run, "A: ", lang), ...standsOn(b.run, "B: ", lang)], lang),
    evidence: evidence(
      { data, sha256: a.run.facts.sha256, command },
      [
        [meaningOf("A"), meaningHash(a.run.program)],
        [meaningOf("B"), meaningHash(b.run.program)],
      ],
      lang,
    ),
  };
}

function totals({ comparison, reconciled, lang }: ReportPage): Sheet {
  const { total: sum, attribution } = comparison;
  const columns = ["A", "B", heads.difference[lang]].map((head) => ({ head, width: 18, format: "kronor" as const }));
  const rows = [
    [text({ sv: "Belopp (kr)", en: "Amount (kr)" }[lang]), ...[sum.a, sum.b, sum.difference].map(kronor)],
    ...attribution.parts.map((part) => [text(says(part, comparison, lang)), nothing, nothing, kronor(part.difference)]),
    ...accountRows([reconciled.a, reconciled.b], lang).map((row) => [...row, nothing]),
  ];
  return total(columns, rows, lang);
}

function amountHeads(lang: Lang): Sheet["columns"] {
  return [heads.amountA, heads.amountB, heads.difference].map((words) => ({
    head: words[lang],
    width: 18,
    format: "kronor" as const,
  }));
}
