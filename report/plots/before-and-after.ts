// Two bars for each payer or period: what the first wording gives and what the second gives.

import { lyingChart, standingChart, type Bars } from "./bars.ts";
import { colours, position } from "./draw.ts";

export interface BeforeAndAfter {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly a: bigint; readonly b: bigint }[];
}

export function lyingBars(bars: BeforeAndAfter): string {
  return lyingChart(both(bars));
}

export function standingBars(bars: BeforeAndAfter): string {
  return standingChart(both(bars));
}

function both({ title, rows }: BeforeAndAfter): Bars {
  return {
    title,
    names: rows.map(({ name }) => name),
    series: [
      { name: "A", amounts: rows.map(({ a }) => position(a)), color: colours.a },
      { name: "B", amounts: rows.map(({ b }) => position(b)), color: colours.b },
    ],
  };
}
