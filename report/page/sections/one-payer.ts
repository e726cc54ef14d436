// What every page says of payers one by one: where they are reached, their periods, and which of them are drawn.
// Rule: the order is that of the table; the amounts are the caller's, whether of one side or of two.

import type { Payer } from "@avtal/runtime/result";
import { count } from "../../numbers.ts";
import { heads, type Lang } from "../../words.ts";
import { pageTable, type Column } from "../table.ts";
import { element, type Element, type Node } from "../tree.ts";

/** `#betalare-0126`; a code from outside every register is written as an address may be. */
export function addressOf(code: string): string {
  return `betalare-${encodeURIComponent(code)}`;
}

export interface OnePayer {
  readonly payer: Payer;
  readonly lang: Lang;
  /** What is said of each period behind its name. */
  readonly columns: readonly Column[];
  readonly periods: readonly { readonly period: string; readonly cells: readonly Node[] }[];
  readonly sums: readonly Node[];
  /** Said where there is no period. */
  readonly none: string;
}

export function onePayer({ payer, lang, columns, periods, sums, none }: OnePayer): Element {
  const table = (): Element =>
    pageTable({
      caption: { sv: `${payer.name}, period för period`, en: `${payer.name}, period by period` }[lang],
      columns: [{ head: heads.period[lang] }, ...columns],
      rows: periods.map(({ period, cells }): readonly Node[] => [linked(payer, period), ...cells]),
      foot: [heads.sum[lang], ...sums],
    });
  return element(
    "section",
    { id: `betalare-${payer.code}` },
    element("h3", {}, `${payer.name} (${payer.code})`),
    periods.length === 0 ? element("p", {}, none) : table(),
    element("p", {}, element("a", { href: "#betalare" }, { sv: "Alla betalare", en: "All payers" }[lang])),
  );
}

/** To the lines of a payer and period. */
function linked(payer: Payer, period: string): Element {
  const href = `#manad/${encodeURIComponent(payer.code)}/${encodeURIComponent(period)}`;
  return element("a", { href }, period === "" ? "–" : period);
}

/** More bars than this are no picture any more; the table has every payer. */
const mostBars = 30;

/** As many as are drawn, in the order of the table. */
export function largest<T>(payers: readonly T[], sizeOf: (payer: T) => bigint): readonly T[] {
  if (payers.length <= mostBars) return payers;
  const bySize = (x: T, y: T): number => (sizeOf(y) > sizeOf(x) ? 1 : sizeOf(y) < sizeOf(x) ? -1 : 0);
  const first = new Set([...payers].sort(bySize).slice(0, mostBars));
  return payers.filter((payer) => first.has(payer));
}

export function someDrawn(payers: readonly unknown[], lang: Lang): Element {
  const words = {
    sv: `Bilden visar de ${mostBars} största av ${count(payers.length)}; tabellen visar alla.`,
    en: `The drawing shows the ${mostBars} largest of ${count(payers.length)}; the table shows all.`,
  };
  return element("p", { class: "soft" }, words[lang]);
}
