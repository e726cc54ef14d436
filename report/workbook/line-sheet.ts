// The sheet of invoice lines: what each stands on, a live formula for its amount, ours beside it, and the difference.

import type { LineSide, ShownLine } from "../drill-down/lines.ts";
import type { BothMembers } from "../drill-down/episodes-data.ts";
import { ruleName } from "../episodes/group-names.ts";
import type { Lang, Sides } from "../words.ts";
import { kronorText } from "@avtal/runtime/money";
import type { Ratio } from "@avtal/runtime/ratio";
import { recomputed, type Recomputed } from "./recomputed.ts";
import { exact, formula, kronor, nothing, text, whole, type Cell, type Sheet } from "./sheet.ts";

export interface LineRows {
  readonly shown: readonly ShownLine[];
  readonly members: BothMembers;
  readonly lang: Lang;
  /** A run shown alone has no column that names the side. */
  readonly sides: Sides;
}

export function lineSheet({ shown, members, lang, sides }: LineRows): Sheet {
  const letters = lettersFrom(sides === "two" ? 7 : 6);
  const rows: Cell[][] = [];
  for (const one of shown) {
    for (const side of ["a", "b"] as const) {
      const shownSide = one[side];
      if (shownSide === null) continue;
      const { document, rule } = shownSide.trace;
      const counts = members[side].counts.get(ruleName({ document, rule, clause: "" }));
      const names = [one.id, ...(sides === "two" ? [side.toUpperCase()] : [])];
      rows.push(lineRow(names, shownSide, { mean: counts, letters }));
    }
  }
  return { name: { sv: "Fakturarader", en: "Invoice lines" }[lang], columns: columns(lang, sides), rows };
}

/** Letters of the columns that formulas name. */
interface Letters {
  readonly days: string;
  readonly records: string;
  readonly mean: string;
  readonly limit: string;
  readonly excess: string;
  readonly factor: string;
  readonly quantity: string;
  readonly price: string;
  readonly formula: string;
  readonly ours: string;
}

/** `first`: how many columns stand before the days. */
function lettersFrom(first: number): Letters {
  const letter = (at: number): string => String.fromCharCode("A".charCodeAt(0) + first + at);
  return {
    days: letter(0),
    records: letter(1),
    mean: letter(2),
    limit: letter(3),
    excess: letter(4),
    factor: letter(5),
    quantity: letter(6),
    price: letter(7),
    formula: letter(8),
    ours: letter(9),
  };
}

function columns(lang: Lang, sides: Sides): Sheet["columns"] {
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
    ...(sides === "two" ? [named("Sida", "Side", 6)] : []),
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

interface Counted {
  /** Name of the step that averages or counts the group's records, where the rule has one. */
  readonly mean: string | undefined;
  readonly letters: Letters;
}

function lineRow(first: readonly string[], shown: LineSide, { mean, letters }: Counted): Cell[] {
  const { trace, line, amount } = shown;
  const form: Recomputed = line === null ? { kind: "none" } : recomputed(line, trace.records, mean);
  const result = Number(kronorText(amount));
  const { quantity, price, formula: computed, ours } = letters;
  const names = [...first, trace.payer.code, trace.payer.name, trace.period, `${trace.document}.${trace.rule}`];
  return [
    ...names.map(text),
    text(trace.episode),
    ...basis(form, trace.records, letters),
    form.kind === "none" ? nothing : formula((row) => `ROUND(ROUND(${quantity}${row}*${price}${row},8),2)`, result),
    kronor(amount),
    form.kind === "none" ? nothing : formula((row) => `${computed}${row}-${ours}${row}`, 0),
  ];
}

/** From the days to the price. */
function basis(form: Recomputed, records: number, at: Letters): Cell[] {
  switch (form.kind) {
    case "none":
      return [nothing, whole(records), nothing, nothing, nothing, nothing, nothing, nothing];
    case "product":
      return [nothing, whole(records), nothing, nothing, nothing, nothing, fraction(form.quantity), exact(form.price)];
    case "mean":
      return [
        exact(form.days),
        whole(form.records),
        formula((row) => `${at.days}${row}/${at.records}${row}`, near(form.days) / form.records),
        exact(form.limit),
        formula((row) => `${at.mean}${row}-${at.limit}${row}`, near(form.days) / form.records - near(form.limit)),
        exact(form.factor),
        formula(
          (row) => `${at.excess}${row}*${at.factor}${row}`,
          (near(form.days) / form.records - near(form.limit)) * near(form.factor),
        ),
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
