// Who pays more, less, the same or for the first time; and for each payer its periods, from where the lines are reached.

import type { PayerDifference } from "@avtal/replay/compare/comparison";
import { lyingBars } from "../../plots/before-and-after.ts";
import { change, count, kronor, signedKronor } from "../../numbers.ts";
import { heads, verdictWords } from "../../words.ts";
import type { ReportPage } from "../report-page.ts";
import { pageTable, type Column } from "../table.ts";
import { element, raw, type Element, type Node } from "../tree.ts";

/** More bars than this are no picture any more; the table has every payer. */
const mostBars = 30;

export function payerSections(page: ReportPage): Element[] {
  const { comparison, lang } = page;
  const { payers, total } = comparison;
  const drawn = largest(payers);
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
      ...(drawn.length < payers.length ? [element("p", { class: "soft" }, someDrawn(page))] : []),
      pageTable({ caption: title, columns, rows, foot }),
    ),
    ...payers.map((payer) => onePayer(page, payer)),
  ];
}

/** `#betalare-0126`; a code from outside every register is written as an address may be. */
export function addressOf(code: string): string {
  return `betalare-${encodeURIComponent(code)}`;
}

function onePayer({ comparison, lang }: ReportPage, { payer, a, b, difference }: PayerDifference): Element {
  const own = comparison.payerPeriods.filter((one) => one.payer.code === payer.code);
  const back = element("p", {}, element("a", { href: "#betalare" }, { sv: "Alla betalare", en: "All payers" }[lang]));
  const title = `${payer.name} (${payer.code})`;
  if (own.length === 0) {
    const none = { sv: "Inga fakturarader på någon sida.", en: "No invoice lines on either side." }[lang];
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
        { head: heads.amountA[lang], align: "number" },
        { head: heads.amountB[lang], align: "number" },
        { head: heads.difference[lang], align: "number" },
      ],
      rows: own.map((one): readonly Node[] => [
        element(
          "a",
          { href: `#manad/${encodeURIComponent(payer.code)}/${encodeURIComponent(one.period)}` },
          one.period === "" ? "–" : one.period,
        ),
        kronor(one.a),
        kronor(one.b),
        signedKronor(one.difference),
      ]),
      foot: [heads.sum[lang], kronor(a), kronor(b), signedKronor(difference)],
    }),
    back,
  );
}

/** In the order of the table. */
function largest(payers: readonly PayerDifference[]): readonly PayerDifference[] {
  if (payers.length <= mostBars) return payers;
  const size = ({ a, b }: PayerDifference): bigint => (a > b ? a : b);
  const first = new Set(
    [...payers].sort((x, y) => (size(y) > size(x) ? 1 : size(y) < size(x) ? -1 : 0)).slice(0, mostBars),
  );
  return payers.filter((payer) => first.has(payer));
}

function inWords({ comparison: { payers }, lang }: ReportPage): string {
  const order = ["more", "starts", "less", "stops", "same", "nothing"] as const;
  return `${order
    .map((verdict) => [verdict, payers.filter((payer) => payer.verdict === verdict).length] as const)
    .filter(([, number]) => number > 0)
    .map(([verdict, number]) => `${count(number)} ${verdictWords[verdict][lang]}`)
    .join(", ")}.`;
}

function someDrawn({ comparison: { payers }, lang }: ReportPage): string {
  return {
    sv: `Bilden visar de ${mostBars} största av ${count(payers.length)}; tabellen visar alla.`,
    en: `The drawing shows the ${mostBars} largest of ${count(payers.length)}; the table shows all.`,
  }[lang];
}
