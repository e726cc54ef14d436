// The sheet of invoice lines: what each stands on, a live formula for its amount, ours beside it, and the difference.

import type { LineSide } from "../drill-down/lines.ts";
import { ruleName } from "../episodes/members.ts";
import type { ReportPage } from "../page/report-page.ts";
import { kronorText } from "@avtal/runtime/money";
import type { Ratio } from "@avtal/runtime/ratio";
import { recomputed, type Recomputed } from "./recomputed.ts";
import { exact, formula, kronor, nothing, text, whole, type Cell, type Sheet } from "./sheet.ts";

export function lineSheet({ shown, behind, lang }: ReportPage): Sheet {
  const rows: Cell[][] = [];
  for (const one of shown) {
    for (const side of ["a", "b"] as const) {
      const shownSide = one[side];
      if (shownSide === null) continue;
      const { document, rule } = shownSide.trace;
      const counts = behind.members[side].counts.get(ruleName({ document, rule, clause: "" }));
      rows.push(lineRow(one.id, side, shownSide, counts));
    }
  }
  return { name: { sv: "Fakturarader", en: "Invoice lines" }[lang], columns: columns(lang), rows };
}

function columns(lang: "sv" | "en"): Sheet["columns"] {
  const named = (
    sv: string,
    en: string,
    width: number,
    format?: "kronor" | "exact" | "whole",
  ): Sheet["columns"][number] => ({
    head: lang === "sv" ? sv : en,
    width,
    ...(format === undefined ? {} : { format }),
  });
  return [
    named("Rad", "Line", 30),
    named("Sida", "Side", 6),
    named("Betalarens kod", "Payer code", 14),
    named("Betalare", "Payer", 24),
    named("Period", "Period", 10),
    named("Regel", "Rule", 24),
    named("Vårdtillfälle", "Episode", 14),
    named("Dagar", "Days", 10, "whole"),
    named("Vårdtillfällen", "Episodes", 12, "whole"),
    named("Medeldagar", "Mean days", 12, "exact"),
    named("Gräns", "Limit", 9, "exact"),
    named("Över gränsen", "Beyond the limit", 12, "exact"),
    named("Gånger", "Times", 9, "whole"),
    named("Mängd", "Quantity", 12, "exact"),
    named("Pris (kr)", "Price (kr)", 11, "kronor"),
    named("Belopp, formel (kr)", "Amount, formula (kr)", 18, "kronor"),
    named("Belopp, avtal (kr)", "Amount, avtal (kr)", 18, "kronor"),
    named("Skillnad (kr)", "Difference (kr)", 13, "kronor"),
  ];
}

function lineRow(id: string, side: "a" | "b", shown: LineSide, mean: string | undefined): Cell[] {
  const { trace, line, amount } = shown;
  const form: Recomputed = line === null ? { kind: "none" } : recomputed(line, trace.records, mean);
  const result = Number(kronorText(amount));
  const names = [
    id,
    side.toUpperCase(),
    trace.payer.code,
    trace.payer.name,
    trace.period,
    `${trace.document}.${trace.rule}`,
  ];
  return [
    ...names.map(text),
    text(trace.episode),
    ...basis(form, trace.records),
    form.kind === "none" ? nothing : formula((row) => `ROUND(ROUND(N${row}*O${row},8),2)`, result),
    kronor(amount),
    form.kind === "none" ? nothing : formula((row) => `P${row}-Q${row}`, 0),
  ];
}

/** Columns H to O. */
function basis(form: Recomputed, records: number): Cell[] {
  switch (form.kind) {
    case "none":
      return [nothing, whole(records), nothing, nothing, nothing, nothing, nothing, nothing];
    case "product":
      return [nothing, whole(records), nothing, nothing, nothing, nothing, fraction(form.quantity), exact(form.price)];
    case "mean":
      return [
        exact(form.days),
        whole(form.records),
        formula((row) => `H${row}/I${row}`, near(form.days) / form.records),
        exact(form.limit),
        formula((row) => `J${row}-K${row}`, near(form.days) / form.records - near(form.limit)),
        exact(form.factor),
        formula((row) => `L${row}*M${row}`, (near(form.days) / form.records - near(form.limit)) * near(form.factor)),
        exact(form.price),
      ];
  }
}

/** A fraction without an end in decimals is written as its division, so that nothing is lost. */
function fraction(quantity: Ratio): Cell {
  return quantity.under === 1n ? exact(quantity) : formula(() => `${quantity.over}/${quantity.under}`, near(quantity));
}

/** What a program shows before it has recomputed; the formula is what counts. */
function near({ over, under }: Ratio): number {
  return Number(over) / Number(under);
}
