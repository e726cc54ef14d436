// The workbook of one run: the sheets of a comparison's, each with one side.
// Rule: as for every workbook; the sheet of lines recomputes each of them with live formulas.

import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { standsOn } from "../page/sections/basis.ts";
import { bookOf } from "../workbook/book.ts";
import { episodeSheet } from "../workbook/episode-sheet.ts";
import { lineSheet } from "../workbook/line-sheet.ts";
import { kronor, text, whole, type Cell, type Sheet } from "../workbook/sheet.ts";
import { clauses, open, refused } from "../workbook/table-sheets.ts";
import { heads } from "../words.ts";
import type { RunPage } from "./run-page.ts";
import { modeOf, runSentence } from "./sections/summary.ts";

export async function runWorkbook(page: RunPage): Promise<Uint8Array> {
  const { run, shown, behind, columns, lang } = page;
  const rows = { shown, members: behind.members, lang, sides: "one" } as const;
  return bookOf([
    readMe(page),
    total(page),
    payers(page),
    periods(page),
    lineSheet(rows),
    episodeSheet({ ...rows, program: run.program, columns }),
    refused(run.refused, lang),
    clauses(shown, lang),
    open(standsOn(run, "", lang), lang),
    evidence(page),
  ]);
}

function readMe(page: RunPage): Sheet {
  const { lang } = page;
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
    columns: [{ head: runSentence(page), width: 110 }],
    rows: [modeOf(page), formulas, noPrice, page.command].map((words) => [text(words)]),
  };
}

function total({ divided, reconciled: { account }, lang }: RunPage): Sheet {
  const count = (sv: string, en: string, number: number): Cell[] => [text(lang === "sv" ? sv : en), whole(number)];
  return {
    name: { sv: "Total", en: "Total" }[lang],
    columns: [
      { head: { sv: "Post", en: "Entry" }[lang], width: 70 },
      { head: { sv: "Värde", en: "Value" }[lang], width: 18, format: "kronor" },
    ],
    rows: [
      [text(heads.amount[lang]), kronor(divided.total)],
      ...divided.rules.map(({ place, amount }) => [text(`${place.document}.${place.rule} (kr)`), kronor(amount)]),
      count("Rader i filen", "Rows in the file", account.rows),
      count("Avvisade", "Refused", account.refused),
      count("Likadana rader, räknade en gång", "Identical rows, counted once", account.identical),
      count("Utanför månaderna", "Outside the months", account.outsideMonths),
      count("Inte debiterade", "Not charged", account.notCharged),
      count("Obestämda", "Undecided", account.undecided),
      count("I en regel", "In a rule", account.inRule),
    ],
  };
}

function payers({ divided, lang }: RunPage): Sheet {
  return {
    name: { sv: "Betalare", en: "Payers" }[lang],
    columns: [
      { head: heads.code[lang], width: 10 },
      { head: heads.payer[lang], width: 30 },
      { head: heads.lines[lang], width: 14, format: "whole" },
      { head: heads.amount[lang], width: 18, format: "kronor" },
    ],
    rows: divided.payers.map(({ payer, lines, amount }) => [
      text(payer.code),
      text(payer.name),
      whole(lines),
      kronor(amount),
    ]),
  };
}

function periods({ divided, lang }: RunPage): Sheet {
  return {
    name: { sv: "Perioder", en: "Periods" }[lang],
    columns: [
      { head: heads.period[lang], width: 10 },
      { head: heads.code[lang], width: 10 },
      { head: heads.payer[lang], width: 30 },
      { head: heads.lines[lang], width: 14, format: "whole" },
      { head: heads.amount[lang], width: 18, format: "kronor" },
    ],
    rows: divided.payerPeriods.map(({ payer, period, lines, amount }) => [
      ...[period, payer.code, payer.name].map(text),
      whole(lines),
      kronor(amount),
    ]),
  };
}

function evidence({ run, data, command, lang }: RunPage): Sheet {
  return {
    name: { sv: "Bevis", en: "Evidence" }[lang],
    columns: [
      { head: { sv: "Vad", en: "What" }[lang], width: 24 },
      { head: { sv: "Värde", en: "Value" }[lang], width: 80 },
    ],
    rows: [
      [{ sv: "Underlag", en: "Data" }[lang], data],
      [{ sv: "Underlag, SHA-256", en: "Data, SHA-256" }[lang], run.facts.sha256],
      [{ sv: "Betydelse", en: "Meaning" }[lang], meaningHash(run.program)],
      [{ sv: "Kommando", en: "Command" }[lang], command],
    ].map((row) => row.map(text)),
  };
}
