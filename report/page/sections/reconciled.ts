// The box in which everything ties out: rows of the file to where they went, lines to payers to the total.

import { count } from "../../numbers.ts";
import type { Account } from "../../reconciliation.ts";
import type { Lang } from "../../words.ts";
import type { ReportPage } from "../report-page.ts";
import { pageTable } from "../table.ts";
import { element, type Element, type Node } from "../tree.ts";

export function reconciliationSection({ reconciled, lang }: ReportPage): Element {
  const { a, b, sumsTieOut, partsTieOut, tiesOut } = reconciled;
  return reconciledBox({
    lang,
    accounts: [
      { head: "A", account: a },
      { head: "B", account: b },
    ],
    verdicts: [
      { words: rowsIn[lang].sums, holds: sumsTieOut },
      { words: rowsIn[lang].parts, holds: partsTieOut },
    ],
    tiesOut,
  });
}

/** The box of one run. */
export function runReconciliationSection(
  {
    account,
    sumsTieOut,
    tiesOut,
  }: { readonly account: Account; readonly sumsTieOut: boolean; readonly tiesOut: boolean },
  lang: Lang,
): Element {
  return reconciledBox({
    lang,
    accounts: [{ head: { sv: "Antal", en: "Number" }[lang], account }],
    verdicts: [{ words: rowsIn[lang].sums, holds: sumsTieOut }],
    tiesOut,
  });
}

interface ReconciledBox {
  readonly lang: Lang;
  readonly accounts: readonly { readonly head: string; readonly account: Account }[];
  readonly verdicts: readonly { readonly words: string; readonly holds: boolean }[];
  readonly tiesOut: boolean;
}

function reconciledBox({ lang, accounts, verdicts, tiesOut }: ReconciledBox): Element {
  const words = rowsIn[lang];
  const verdict = (holds: boolean): string =>
    (holds ? { sv: "stämmer", en: "ties out" } : { sv: "STÄMMER INTE", en: "DOES NOT TIE OUT" })[lang];
  const row = (name: string, of: (account: Account) => number): readonly Node[] => [
    name,
    ...accounts.map(({ account }) => count(of(account))),
  ];
  return element(
    "section",
    { id: "avstamning", class: tiesOut ? "box" : "box bad" },
    element("h2", {}, { sv: "Avstämning", en: "Reconciliation" }[lang]),
    ...(tiesOut ? [] : [element("p", { role: "alert" }, element("strong", {}, doesNot[lang]))]),
    pageTable({
      caption: { sv: "Raderna i filen och vart de tog vägen", en: "The rows of the file and where they went" }[lang],
      columns: [{ head: words.head }, ...accounts.map(({ head }) => ({ head, align: "number" as const }))],
      rows: [
        row(words.rows, ({ rows }) => rows),
        row(words.refused, ({ refused }) => refused),
        row(words.identical, ({ identical }) => identical),
        row(words.outside, ({ outsideMonths }) => outsideMonths),
        row(words.notCharged, ({ notCharged }) => notCharged),
        row(words.undecided, ({ undecided }) => undecided),
        row(words.inRule, ({ inRule }) => inRule),
        [words.rowsTie, ...accounts.map(({ account }) => verdict(account.tiesOut))],
        ...verdicts.map((one) => [one.words, ...accounts.map(() => verdict(one.holds))]),
      ],
    }),
  );
}

const rowsIn = {
  sv: {
    head: "Post",
    rows: "rader i filen",
    refused: "– avvisade",
    identical: "– likadana, räknade en gång",
    outside: "– utanför månaderna",
    notCharged: "– inte debiterade",
    undecided: "– obestämda",
    inRule: "= i en regel",
    rowsTie: "raderna",
    sums: "summa fakturarader = summa betalare = summa perioder = total",
    parts: "orsakerna = skillnaden",
  },
  en: {
    head: "Entry",
    rows: "rows in the file",
    refused: "– refused",
    identical: "– identical, counted once",
    outside: "– outside the months",
    notCharged: "– not charged",
    undecided: "– undecided",
    inRule: "= in a rule",
    rowsTie: "the rows",
    sums: "sum of lines = sum of payers = sum of periods = total",
    parts: "the causes = the difference",
  },
} as const;

const doesNot = {
  sv: "Rapporten går inte ihop. Använd den inte, och skriv till oss.",
  en: "The report does not tie out. Do not use it, and write to us.",
};
