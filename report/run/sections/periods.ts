// The amounts of a run period by period, as a drawing and as a table.

import { standingAmounts } from "../../plots/amounts.ts";
import { count, kronor } from "../../numbers.ts";
import { pageTable } from "../../page/table.ts";
import { element, raw, type Element, type Node } from "../../page/tree.ts";
import { heads } from "../../words.ts";
import type { RunPage } from "../run-page.ts";

export function runPeriodSection({ divided: { periods, total }, lang }: RunPage): Element {
  const title = { sv: "Belopp per period", en: "Amount per period" }[lang];
  const named = (period: string): string => (period === "" ? "–" : period);
  const rows = periods.map(({ period, amount }) => ({ name: named(period), amount }));
  return element(
    "section",
    { id: "perioder" },
    element("h2", {}, title),
    ...(periods.length === 0 ? [] : [element("figure", {}, raw(standingAmounts({ title, rows })))]),
    pageTable({
      caption: title,
      columns: [
        { head: heads.period[lang] },
        { head: heads.lines[lang], align: "number" },
        { head: heads.amount[lang], align: "number" },
      ],
      rows: periods.map(({ period, lines, amount }): readonly Node[] => [named(period), count(lines), kronor(amount)]),
      foot: [heads.sum[lang], count(periods.reduce((sum, { lines }) => sum + lines, 0)), kronor(total)],
    }),
  );
}
