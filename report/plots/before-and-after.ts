// Two bars for each payer or period: what the first wording gives and what the second gives.

import { axes, axisKronor, colours, draw, position } from "./draw.ts";

export interface BeforeAndAfter {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly a: bigint; readonly b: bigint }[];
}

/** Names stand to the left, the first row on top. */
export function lyingBars({ title, rows }: BeforeAndAfter): string {
  const from = [...rows].reverse();
  return draw(
    {
      grid: { left: 190, right: 40, top: 10, bottom: 30 },
      xAxis: valueAxis,
      yAxis: { type: "category", data: from.map(({ name }) => shortened(name)), ...nameAxis },
      series: bars(from),
    },
    { width: 760, height: 50 + rows.length * 30 },
    title,
  );
}

/** Periods stand along the bottom. */
export function standingBars({ title, rows }: BeforeAndAfter): string {
  return draw(
    {
      grid: { left: 80, right: 20, top: 15, bottom: 60 },
      xAxis: {
        type: "category",
        data: rows.map(({ name }) => name),
        ...nameAxis,
        axisLabel: { ...axes.text, rotate: 50 },
      },
      yAxis: valueAxis,
      series: bars(rows),
    },
    { width: 760, height: 320 },
    title,
  );
}

function bars(rows: BeforeAndAfter["rows"]): object[] {
  return [
    { type: "bar", name: "A", data: rows.map(({ a }) => position(a)), itemStyle: { color: colours.a } },
    { type: "bar", name: "B", data: rows.map(({ b }) => position(b)), itemStyle: { color: colours.b } },
  ];
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
