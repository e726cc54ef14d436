// How many episodes bring how many days, with the limits of both wordings drawn where they lie.

import { countShown } from "@avtal/replay/shown";
import { axes, colours, draw } from "./draw.ts";

export interface Distribution {
  readonly title: string;
  /** By whole days from 0 on; the last stands for that many days and more. */
  readonly episodes: readonly number[];
  readonly limits: readonly { readonly name: string; readonly days: number; readonly side: "a" | "b" }[];
}

export function distribution({ title, episodes, limits }: Distribution): string {
  const last = episodes.length - 1;
  return draw(
    {
      grid: { left: 70, right: 20, top: 40, bottom: 40 },
      xAxis: {
        type: "value",
        min: -1,
        max: last + 1,
        interval: 1,
        axisLabel: { ...axes.text, formatter: (day: number) => dayLabel(day, last) },
        splitLine: { show: false },
        axisLine: axes.lines,
      },
      yAxis: {
        type: "value",
        minInterval: 1,
        axisLabel: { ...axes.text, formatter: countShown },
        splitLine: axes.rules,
      },
      series: [
        {
          type: "bar",
          barWidth: 24,
          data: episodes.map((count, days) => [days, count]),
          itemStyle: { color: colours.line },
          markLine: {
            symbol: "none",
            silent: true,
            lineStyle: { type: "solid", width: 2 },
            data: limits.map(({ name, days, side }, index) => ({
              xAxis: days,
              lineStyle: { color: colours[side] },
              label: { formatter: name, color: colours.text, distance: index % 2 === 0 ? 4 : 18 },
            })),
          },
        },
      ],
    },
    { width: 760, height: 300 },
    title,
  );
}

function dayLabel(day: number, last: number): string {
  if (!Number.isInteger(day) || day < 0 || day > last) return "";
  return day === last ? `${day}+` : String(day);
}
