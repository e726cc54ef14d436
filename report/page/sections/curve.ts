// What one number costs as it is moved: the totals of a sweep, drawn and in a table.

import type { Ore } from "@avtal/runtime/result";
import { costCurve } from "../../plots/cost-curve.ts";
import { kronor } from "../../numbers.ts";
import type { Lang } from "../../words.ts";
import { pageTable } from "../table.ts";
import { element, raw, type Element } from "../tree.ts";

export interface Curve {
  /** Name of the value that was moved. */
  readonly value: string;
  /** `1,3 dagar`, in order. */
  readonly points: readonly { readonly name: string; readonly total: Ore }[];
}

export function curveSection({ value, points }: Curve, lang: Lang): Element {
  const title = { sv: `Vad ${value} kostar`, en: `What ${value} costs` }[lang];
  return element(
    "section",
    { id: "kurva" },
    element("h2", {}, title),
    element("figure", {}, raw(costCurve({ title, points }))),
    pageTable({
      caption: title,
      columns: [{ head: value }, { head: { sv: "Belopp (kr)", en: "Amount (kr)" }[lang], align: "number" }],
      rows: points.map(({ name, total }) => [name, kronor(total)]),
    }),
  );
}
