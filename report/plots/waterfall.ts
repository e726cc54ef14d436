// The way from one total to the other: a step for each changed clause, up or down, beginning where the last one ended.

import { axes, axisKronor, colours, draw, position } from "./draw.ts";

export interface Waterfall {
  readonly title: string;
  readonly start: { readonly name: string; readonly total: bigint };
  readonly steps: readonly { readonly name: string; readonly difference: bigint }[];
  readonly end: { readonly name: string; readonly total: bigint };
}

export function waterfall({ title, start, steps, end }: Waterfall): string {
  const names = [start.name, ...steps.map(({ name }) => name), end.name];
  const starts = steps.map((_, index) =>
    steps.slice(0, index).reduce((sum, { difference }) => sum + difference, start.total),
  );
  const spans = [
    { from: 0n, to: start.total, color: colours.a },
    ...steps.map(({ difference }, index) => {
      const from = starts[index] ?? 0n;
      return { from, to: from + difference, color: difference < 0n ? colours.less : colours.more };
    }),
    { from: 0n, to: end.total, color: colours.b },
  ];
  const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
  return draw(
    {
      grid: { left: 80, right: 20, top: 20, bottom: 40 },
      xAxis: {
        type: "category",
        data: names,
        axisLabel: { ...axes.text, interval: 0 },
        axisLine: axes.lines,
        axisTick: { show: false },
      },
      yAxis: { type: "value", axisLabel: { ...axes.text, formatter: axisKronor }, splitLine: axes.rules },
      series: [
        {
          type: "bar",
          stack: "way",
          data: spans.map(({ from, to }) => position(least(from, to))),
          itemStyle: { color: "transparent" },
        },
        {
          type: "bar",
          stack: "way",
          data: spans.map(({ from, to, color }) => ({
            value: position(from < to ? to - from : from - to),
            itemStyle: { color },
          })),
        },
      ],
    },
    { width: 760, height: 300 },
    title,
  );
}
