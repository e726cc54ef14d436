// Who pays how much; and for each payer its periods, from where the lines are reached.

import type { Ore } from "@avtal/runtime/result";
import { lyingAmounts } from "../../plots/amounts.ts";
import { change, count, kronor } from "../../numbers.ts";
import { addressOf } from "../../page/sections/payers.ts";
import { pageTable } from "../../page/table.ts";
import { element, raw, type Element, type Node } from "../../page/tree.ts";
import { heads } from "../../words.ts";
import type { PaidBy } from "../divided.ts";
import type { RunPage } from "../run-page.ts";

/** More bars than this are no picture any more; the table has every payer. */
const mostBars = 30;

export function runPayerSections(page: RunPage): Element[] {
  const { divided, lang } = page;
  const { payers, total } = divided;
  const drawn = largest(payers);
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
      ...(drawn.length < payers.filter(({ lines }) => lines > 0).length ? [someDrawn(page)] : []),
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
    ...payers.map((payer) => onePayer(page, payer)),
  ];
}

function figureOf(title: string, drawn: readonly PaidBy[]): Element {
  const rows = drawn.map(({ payer, amount }) => ({ name: payer.name, amount }));
  return element("figure", {}, raw(lyingAmounts({ title, rows })));
}

function onePayer({ divided, lang }: RunPage, { payer, amount }: PaidBy): Element {
  const own = divided.payerPeriods.filter((one) => one.payer.code === payer.code);
  const back = element("p", {}, element("a", { href: "#betalare" }, { sv: "Alla betalare", en: "All payers" }[lang]));
  const title = `${payer.name} (${payer.code})`;
  if (own.length === 0) {
    const none = { sv: "Inga fakturarader.", en: "No invoice lines." }[lang];
    return element("section", { id: `betalare-${payer.code}` }, element("h3", {}, title), element("p", {}, none), back);
  }
  return element(
    "section",
    { id: `betalare-${payer.code}` },
    element("h3", {}, title),
    pageTable({
      caption: { sv: `${payer.name}, period för period`, en: `${payer.name}, period by period` }[lang],
      columns: [
        { head: heads.period[lang] },
        { head: heads.lines[lang], align: "number" },
        { head: heads.amount[lang], align: "number" },
      ],
      rows: own.map((one): readonly Node[] => [
        element(
          "a",
          { href: `#manad/${encodeURIComponent(payer.code)}/${encodeURIComponent(one.period)}` },
          one.period === "" ? "–" : one.period,
        ),
        count(one.lines),
        kronor(one.amount),
      ]),
      foot: [heads.sum[lang], "", kronor(amount)],
    }),
    back,
  );
}

/** In the order of the table; who has no line is not drawn. */
function largest(payers: readonly PaidBy[]): readonly PaidBy[] {
  const paying = payers.filter(({ lines }) => lines > 0);
  if (paying.length <= mostBars) return paying;
  const first = [...paying].sort((x, y) => (y.amount > x.amount ? 1 : y.amount < x.amount ? -1 : 0)).slice(0, mostBars);
  const chosen = new Set(first);
  return paying.filter((payer) => chosen.has(payer));
}

function shareOf(amount: Ore, total: Ore): string {
  return change(total, amount).replace("+", "");
}

function someDrawn({ divided: { payers }, lang }: RunPage): Element {
  const words = {
    sv: `Bilden visar de ${mostBars} största av ${count(payers.length)}; tabellen visar alla.`,
    en: `The drawing shows the ${mostBars} largest of ${count(payers.length)}; the table shows all.`,
  };
  return element("p", { class: "soft" }, words[lang]);
}
