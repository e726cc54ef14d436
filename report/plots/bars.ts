// Bars of kronor by name: lying for payers, standing for periods. What the bars are is the business of whoever draws.

import { axes, axisKronor, draw } from "./draw.ts";

export interface Bars {
  readonly title: string;
  /** Of the rows, in the order of the table. */
  readonly names: readonly string[];
  /** An amount for each name, in the same order. */
  readonly series: readonly { readonly name: string; readonly amounts: readonly number[]; readonly color: string }[];
}

/** Names stand to the left, the first row on top. */
export function lyingChart({ title, names, series }: Bars): string {
  return draw(
    {
      grid: { left: 190, right: 40, top: 10, bottom: 30 },
      xAxis: valueAxis,
      yAxis: { type: "category", data: [...names].reverse().map(shortened), ...nameAxis },
      series: series.map((one) => bar({ ...one, amounts: [...one.amounts].reverse() })),
    },
    { width: 760, height: 50 + names.length * 30 },
    title,
  );
}

/** Periods stand along the bottom. */
export function standingChart({ title, names, series }: Bars): string {
  return draw(
    {
      grid: { left: 80, right: 20, top: 15, bottom: 60 },
      xAxis: { type: "category", data: [...names], ...nameAxis, axisLabel: { ...axes.text, rotate: 50 } },
      yAxis: valueAxis,
      series: series.map(bar),
    },
    { width: 760, height: 320 },
    title,
  );
}

function bar({ name, amounts, color }: Bars["series"][number]): object {
  return { type: "bar", name, data: amounts, itemStyle: { color } };
}

const valueAxis = {
  type: "value",
  axisLabel: { ...axes.text, formatter: axisKronor },
  splitLine: axes.rules,
  axisLine: axes.lines,
} as const;

const nameAxis = { axisLabel: axes.text, axisLine: axes.lines, axisTick: { show: false } } as const;

/** A drawing has little room; the table beside it has the whole name. */
function shortened(name: string): string {
  return name.length <= 26 ? name : `${name.slice(0, 25)}…`;
}
