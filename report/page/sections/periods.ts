// The same amounts period by period, as a drawing and as a table.

import { standingBars } from "../../plots/before-and-after.ts";
import { change, kronor, signedKronor } from "../../numbers.ts";
import { heads } from "../../words.ts";
import type { ReportPage } from "../report-page.ts";
import { pageTable } from "../table.ts";
import { element, raw, type Element, type Node } from "../tree.ts";

export function periodSection({ comparison, lang }: ReportPage): Element {
  const { periods, total } = comparison;
  const title = { sv: "Belopp per period", en: "Amount per period" }[lang];
  const named = (period: string): string => (period === "" ? "–" : period);
  return element(
    "section",
    { id: "perioder" },
    element("h2", {}, title),
    ...(periods.length === 0
      ? []
      : [
          element(
            "figure",
            {},
            raw(standingBars({ title, rows: periods.map(({ period, a, b }) => ({ name: named(period), a, b })) })),
          ),
        ]),
    pageTable({
      caption: title,
      columns: [
        { head: heads.period[lang] },
        { head: heads.amountA[lang], align: "number" },
        { head: heads.amountB[lang], align: "number" },
        { head: heads.difference[lang], align: "number" },
        { head: heads.change[lang], align: "number" },
      ],
      rows: periods.map(({ period, a, b, difference }): readonly Node[] => [
        named(period),
        kronor(a),
        kronor(b),
        signedKronor(difference),
        change(a, difference),
      ]),
      foot: [heads.sum[lang], kronor(total.a), kronor(total.b), signedKronor(total.difference), ""],
    }),
  );
}
