// The smaller sheets of every workbook, whether of one run or of two: their heads and words, and the rows they are given.
// Rule: one home for each head, so that the same column is called the same in both.

import { dataTitles } from "@avtal/replay/problem-titles/av9-data";
import type { CompletedRun } from "@avtal/replay/result-json";
import type { Payer } from "@avtal/runtime/result";
import { linesData } from "../drill-down/lines-data.ts";
import type { ShownLine } from "../drill-down/lines.ts";
import type { Account } from "../reconciliation.ts";
import { heads, type Lang } from "../words.ts";
import { nothing, text, whole, type Cell, type Sheet } from "./sheet.ts";

/** `sentence`: the one with the total. `before`: what was compared or run; `command`: what to type for the same. */
export function readMe(sentence: string, before: readonly string[], command: string, lang: Lang): Sheet {
  const formulas = {
    sv: "Bladet Fakturarader räknar om varje rad med levande formler. Skillnaden mot vårt belopp ska vara 0,00.",
    en: "The sheet Invoice lines recomputes each line with live formulas. The difference from our amount must be 0.00.",
  }[lang];
  const noPrice = {
    sv: "Ett vårdtillfälle har inget eget pris där avtalet räknar på ett medelvärde.",
    en: "A care episode has no price of its own where the agreement counts on a mean.",
  }[lang];
  return {
    name: { sv: "Läs mig", en: "Read me" }[lang],
    columns: [{ head: sentence, width: 110 }],
    rows: [...before, formulas, noPrice, command].map((words) => [text(words)]),
  };
}

export function total(columns: Sheet["columns"], rows: readonly (readonly Cell[])[], lang: Lang): Sheet {
  return {
    name: { sv: "Total", en: "Total" }[lang],
    columns: [{ head: { sv: "Post", en: "Entry" }[lang], width: 70 }, ...columns],
    rows,
  };
}

/** The account of every record, a column for each run. */
export function accountRows(accounts: readonly Account[], lang: Lang): readonly (readonly Cell[])[] {
  const row = (sv: string, en: string, of: (account: Account) => number): readonly Cell[] => [
    text(lang === "sv" ? sv : en),
    ...accounts.map((account) => whole(of(account))),
  ];
  return [
    row("Rader i filen", "Rows in the file", ({ rows }) => rows),
    row("Avvisade", "Refused", ({ refused: rows }) => rows),
    row("Likadana rader, räknade en gång", "Identical rows, counted once", ({ identical }) => identical),
    row("Utanför månaderna", "Outside the months", ({ outsideMonths }) => outsideMonths),
    row("Inte debiterade", "Not charged", ({ notCharged }) => notCharged),
    row("Obestämda", "Undecided", ({ undecided }) => undecided),
    row("I en regel", "In a rule", ({ inRule }) => inRule),
  ];
}

/** A row of something of a payer, with what is said of it in the columns behind. */
export interface OfPayer {
  readonly payer: Payer;
  readonly cells: readonly Cell[];
}

export function payers(columns: Sheet["columns"], rows: readonly OfPayer[], lang: Lang): Sheet {
  return {
    name: { sv: "Betalare", en: "Payers" }[lang],
    columns: [{ head: heads.code[lang], width: 10 }, { head: heads.payer[lang], width: 30 }, ...columns],
    rows: rows.map(({ payer, cells }) => [text(payer.code), text(payer.name), ...cells]),
  };
}

export function periods(
  columns: Sheet["columns"],
  rows: readonly (OfPayer & { readonly period: string })[],
  lang: Lang,
): Sheet {
  return {
    name: { sv: "Perioder", en: "Periods" }[lang],
    columns: [
      { head: heads.period[lang], width: 10 },
      { head: heads.code[lang], width: 10 },
      { head: heads.payer[lang], width: 30 },
      ...columns,
    ],
    rows: rows.map(({ payer, period, cells }) => [...[period, payer.code, payer.name].map(text), ...cells]),
  };
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

/** `meanings`: of each run, what it is called and the hash of its agreement's meaning. */
export function evidence(
  told: { readonly data: string; readonly sha256: string; readonly command: string },
  meanings: readonly (readonly [string, string])[],
  lang: Lang,
): Sheet {
  return {
    name: { sv: "Bevis", en: "Evidence" }[lang],
    columns: [
      { head: { sv: "Vad", en: "What" }[lang], width: 24 },
      { head: { sv: "Värde", en: "Value" }[lang], width: 80 },
    ],
    rows: [
      [{ sv: "Underlag", en: "Data" }[lang], told.data],
      [{ sv: "Underlag, SHA-256", en: "Data, SHA-256" }[lang], told.sha256],
      ...meanings,
      [{ sv: "Kommando", en: "Command" }[lang], told.command],
    ].map((row) => row.map(text)),
  };
}
