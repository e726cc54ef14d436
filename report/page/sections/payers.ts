// Who pays more, less, the same or for the first time; and for each payer its periods, from where the lines are reached.

import type { PayerDifference } from "@avtal/replay/compare/comparison";
import { lyingBars } from "../../plots/before-and-after.ts";
import { change, count, kronor, signedKronor } from "../../numbers.ts";
import { heads, verdictWords } from "../../words.ts";
import type { ReportPage } from "../report-page.ts";
import { addressOf, largest, onePayer, someDrawn } from "./one-payer.ts";
import { pageTable, type Column } from "../table.ts";
import { element, raw, type Element, type Node } from "../tree.ts";

export function payerSections(page: ReportPage): Element[] {
  const { comparison, lang } = page;
  const { payers, total } = comparison;
  const drawn = largest(payers, ({ a, b }) => (a > b ? a : b));
  const title = { sv: "Belopp per betalare", en: "Amount per payer" }[lang];
  const rows = payers.map(({ payer, a, b, difference, verdict }): readonly Node[] => [
    element("a", { href: `#${addressOf(payer.code)}` }, payer.name),
    payer.code,
    kronor(a),
    kronor(b),
    signedKronor(difference),
    change(a, difference),
    verdictWords[verdict][lang],
  ]);
  const columns: Column[] = [
    { head: heads.payer[lang] },
    { head: heads.code[lang] },
    { head: heads.amountA[lang], align: "number" },
    { head: heads.amountB[lang], align: "number" },
    { head: heads.difference[lang], align: "number" },
    { head: heads.change[lang], align: "number" },
    { head: heads.meaning[lang] },
  ];
  const foot = [heads.sum[lang], "", kronor(total.a), kronor(total.b), signedKronor(total.difference), "", ""];
  return [
    element(
      "section",
      { id: "betalare" },
      element("h2", {}, title),
      element("p", {}, inWords(page)),
      element(
        "figure",
        {},
        raw(lyingBars({ title, rows: drawn.map(({ payer, a, b }) => ({ name: payer.name, a, b })) })),
      ),
      ...(drawn.length < payers.length ? [someDrawn(payers, lang)] : []),
      pageTable({ caption: title, columns, rows, foot }),
    ),
    ...payers.map((payer) => periodsOf(page, payer)),
  ];
}

function periodsOf({ comparison, lang }: ReportPage, { payer, a, b, difference }: PayerDifference): Element {
  const own = comparison.payerPeriods.filter((one) => one.payer.code === payer.code);
  return onePayer({
    payer,
    lang,
    columns: [
      { head: heads.amountA[lang], align: "number" },
      { head: heads.amountB[lang], align: "number" },
      { head: heads.difference[lang], align: "number" },
    ],
    periods: own.map((one) => ({
      period: one.period,
      cells: [kronor(one.a), kronor(one.b), signedKronor(one.difference)],
    })),
    sums: [kronor(a), kronor(b), signedKronor(difference)],
    none: { sv: "Inga fakturarader på någon sida.", en: "No invoice lines on either side." }[lang],
  });
}

function inWords({ comparison: { payers }, lang }: ReportPage): string {
  const order = ["more", "starts", "less", "stops", "same", "nothing"] as const;
  return `${order
    .map((verdict) => [verdict, payers.filter((payer) => payer.verdict === verdict).length] as const)
    .filter(([, number]) => number > 0)
    .map(([verdict, number]) => `${count(number)} ${verdictWords[verdict][lang]}`)
    .join(", ")}.`;
}
