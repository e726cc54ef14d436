// The smaller sheets: what this is, the total, payers, periods, refused rows, clauses, open questions, evidence.

import { dataTitles } from "@avtal/replay/problem-titles/av9-data";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import type { CompletedRun } from "@avtal/replay/result-json";
import { linesData } from "../drill-down/lines-data.ts";
import type { ShownLine } from "../drill-down/lines.ts";
import { standsOn } from "../page/sections/basis.ts";
import { says } from "../page/sections/cause.ts";
import { sentence } from "../page/sections/summary.ts";
import type { ReportPage } from "../page/report-page.ts";
import { heads, modeWords, verdictWords, type Lang } from "../words.ts";
import { kronor, nothing, text, whole, type Cell, type Sheet } from "./sheet.ts";

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
  const { comparison, shown, lang } = page;
  return {
    readMe: readMe(page),
    total: total(page),
    payers: payers(page),
    periods: periods(page),
    refused: refused(comparison.a.run.refused, lang),
    clauses: clauses(shown, lang),
    open: open([...standsOn(comparison.a.run, "A: ", lang), ...standsOn(comparison.b.run, "B: ", lang)], lang),
    evidence: evidence(page),
  };
}

function readMe(page: ReportPage): Sheet {
  const { lang, comparison } = page;
  const formulas = {
    sv: "Bladet Fakturarader räknar om varje rad med levande formler. Skillnaden mot vårt belopp ska vara 0,00.",
    en: "The sheet Invoice lines recomputes each line with live formulas. The difference from our amount must be 0.00.",
  }[lang];
  const noPrice = {
    sv: "Ett vårdtillfälle har inget eget pris där avtalet räknar på ett medelvärde.",
    en: "A care episode has no price of its own where the agreement counts on a mean.",
  }[lang];
  const labels = `A: ${comparison.a.label}. B: ${comparison.b.label}.`;
  return {
    name: { sv: "Läs mig", en: "Read me" }[lang],
    columns: [{ head: sentence(page), width: 110 }],
    rows: [labels, modeWords[comparison.mode][lang], formulas, noPrice, page.command].map((words) => [text(words)]),
  };
}

function total({ comparison, reconciled, lang }: ReportPage): Sheet {
  const { total: sum, attribution } = comparison;
  const { a, b } = reconciled;
  const count = (sv: string, en: string, ofA: number, ofB: number): Cell[] => [
    text(lang === "sv" ? sv : en),
    whole(ofA),
    whole(ofB),
    nothing,
  ];
  return {
    name: { sv: "Total", en: "Total" }[lang],
    columns: [
      { head: { sv: "Post", en: "Entry" }[lang], width: 70 },
      { head: "A", width: 18, format: "kronor" },
      { head: "B", width: 18, format: "kronor" },
      { head: heads.difference[lang], width: 18, format: "kronor" },
    ],
    rows: [
      [text({ sv: "Belopp (kr)", en: "Amount (kr)" }[lang]), kronor(sum.a), kronor(sum.b), kronor(sum.difference)],
      ...attribution.parts.map((part) => [
        text(says(part, comparison, lang)),
        nothing,
        nothing,
        kronor(part.difference),
      ]),
      count("Rader i filen", "Rows in the file", a.rows, b.rows),
      count("Avvisade", "Refused", a.refused, b.refused),
      count("Likadana rader, räknade en gång", "Identical rows, counted once", a.identical, b.identical),
      count("Utanför månaderna", "Outside the months", a.outsideMonths, b.outsideMonths),
      count("Inte debiterade", "Not charged", a.notCharged, b.notCharged),
      count("Obestämda", "Undecided", a.undecided, b.undecided),
      count("I en regel", "In a rule", a.inRule, b.inRule),
    ],
  };
}

function payers({ comparison, lang }: ReportPage): Sheet {
  return {
    name: { sv: "Betalare", en: "Payers" }[lang],
    columns: [
      { head: heads.code[lang], width: 10 },
      { head: heads.payer[lang], width: 30 },
      ...amountHeads(lang),
      { head: heads.meaning[lang], width: 24 },
    ],
    rows: comparison.payers.map(({ payer, a, b, difference, verdict }) => [
      text(payer.code),
      text(payer.name),
      ...[a, b, difference].map(kronor),
      text(verdictWords[verdict][lang]),
    ]),
  };
}

function periods({ comparison, lang }: ReportPage): Sheet {
  return {
    name: { sv: "Perioder", en: "Periods" }[lang],
    columns: [
      { head: heads.period[lang], width: 10 },
      { head: heads.code[lang], width: 10 },
      { head: heads.payer[lang], width: 30 },
      ...amountHeads(lang),
    ],
    rows: comparison.payerPeriods.map(({ payer, period, a, b, difference }) => [
      ...[period, payer.code, payer.name].map(text),
      ...[a, b, difference].map(kronor),
    ]),
  };
}

function amountHeads(lang: "sv" | "en"): Sheet["columns"] {
  return [heads.amountA, heads.amountB, heads.difference].map((words) => ({
    head: words[lang],
    width: 18,
    format: "kronor" as const,
  }));
}

export function refused(rows: CompletedRun["refused"], lang: Lang): Sheet {
  return {
    name: { sv: "Avvikelser", en: "Refused rows" }[lang],
    columns: [
      { head: { sv: "Rad i filen", en: "Row of the file" }[lang], width: 14, format: "whole" },
      { head: { sv: "Kod", en: "Code" }[lang], width: 10 },
      { head: { sv: "Kolumn", en: "Column" }[lang], width: 26 },
      { head: { sv: "Vad", en: "What" }[lang], width: 50 },
    ],
    rows: rows.rows.map(({ row, code, column }) => [
      row === null ? nothing : whole(row),
      text(code),
      text(column),
      text(dataTitles[code][lang]),
    ]),
  };
}

export function clauses(shown: readonly ShownLine[], lang: Lang): Sheet {
  const { texts, clauses: cited } = linesData(shown);
  const at = (place: number): Cell => text(place < 0 ? "" : texts[place]);
  return {
    name: { sv: "Klausuler", en: "Clauses" }[lang],
    columns: [
      { head: { sv: "Avsnitt", en: "Clause" }[lang], width: 40 },
      { head: { sv: "Källa", en: "Source" }[lang], width: 50 },
      { head: { sv: "Ord ur källan", en: "Words of the source" }[lang], width: 90 },
    ],
    rows: cited.map((clause) => clause.map(at)),
  };
}

/** `words`: what the figures stand on, one a row. */
export function open(words: readonly string[], lang: Lang): Sheet {
  return {
    name: { sv: "Oklarheter", en: "Open questions" }[lang],
    columns: [{ head: { sv: "Bygger på", en: "Stands on" }[lang], width: 110 }],
    rows: words.map((one) => [text(one)]),
  };
}

function evidence({ comparison, data, command, lang }: ReportPage): Sheet {
  const { a, b } = comparison;
  return {
    name: { sv: "Bevis", en: "Evidence" }[lang],
    columns: [
      { head: { sv: "Vad", en: "What" }[lang], width: 24 },
      { head: { sv: "Värde", en: "Value" }[lang], width: 80 },
    ],
    rows: [
      [{ sv: "Underlag", en: "Data" }[lang], data],
      [{ sv: "Underlag, SHA-256", en: "Data, SHA-256" }[lang], a.run.facts.sha256],
      [{ sv: "A, betydelse", en: "A, meaning" }[lang], meaningHash(a.run.program)],
      [{ sv: "B, betydelse", en: "B, meaning" }[lang], meaningHash(b.run.program)],
      [{ sv: "Kommando", en: "Command" }[lang], command],
    ].map((row) => row.map(text)),
  };
}
