// Who pays how much; and for each payer its periods, from where the lines are reached.

import type { Ore } from "@avtal/runtime/result";
import { lyingAmounts } from "../../plots/amounts.ts";
import { change, count, kronor } from "../../numbers.ts";
import { addressOf, largest, onePayer, someDrawn } from "../../page/sections/one-payer.ts";
import { pageTable } from "../../page/table.ts";
import { element, raw, type Element, type Node } from "../../page/tree.ts";
import { heads } from "../../words.ts";
import type { PaidBy } from "../divided.ts";
import type { RunPage } from "../run-page.ts";

export function runPayerSections(page: RunPage): Element[] {
  const { divided, lang } = page;
  const { payers, total } = divided;
  // Who has no line is not drawn.
  const paying = payers.filter(({ lines }) => lines > 0);
  const drawn = largest(paying, ({ amount }) => amount);
  const title = { sv: "Belopp per betalare", en: "Amount per payer" }[lang];
  const rows = payers.map(({ payer, lines, amount }): readonly Node[] => [
    element("a", { href: `#${addressOf(payer.code)}` }, payer.name),
    payer.code,
    count(lines),
    kronor(amount),
    shareOf(amount, total),
  ]);
  return [
    element(
      "section",
      { id: "betalare" },
      element("h2", {}, title),
      ...(drawn.length === 0 ? [] : [figureOf(title, drawn)]),
      ...(drawn.length < paying.length ? [someDrawn(payers, lang)] : []),
      pageTable({
        caption: title,
        columns: [
          { head: heads.payer[lang] },
          { head: heads.code[lang] },
          { head: heads.lines[lang], align: "number" },
          { head: heads.amount[lang], align: "number" },
          { head: heads.share[lang], align: "number" },
        ],
        rows,
        foot: [heads.sum[lang], "", count(payers.reduce((sum, { lines }) => sum + lines, 0)), kronor(total), ""],
      }),
    ),
    ...payers.map((payer) => periodsOf(page, payer)),
  ];
}

function figureOf(title: string, drawn: readonly PaidBy[]): Element {
  const rows = drawn.map(({ payer, amount }) => ({ name: payer.name, amount }));
  return element("figure", {}, raw(lyingAmounts({ title, rows })));
}

function periodsOf({ divided, lang }: RunPage, { payer, amount }: PaidBy): Element {
  const own = divided.payerPeriods.filter((one) => one.payer.code === payer.code);
  return onePayer({
    payer,
    lang,
    columns: [
      { head: heads.lines[lang], align: "number" },
      { head: heads.amount[lang], align: "number" },
    ],
    periods: own.map((one) => ({ period: one.period, cells: [count(one.lines), kronor(one.amount)] })),
    sums: ["", kronor(amount)],
    none: { sv: "Inga fakturarader.", en: "No invoice lines." }[lang],
  });
}

function shareOf(amount: Ore, total: Ore): string {
  return change(total, amount).replace("+", "");
}
