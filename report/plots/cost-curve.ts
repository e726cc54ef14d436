// What one number of the agreement costs as it is moved: a line from value to total.

import { axes, axisKronor, colours, draw, position } from "./draw.ts";

export interface CostCurve {
  readonly title: string;
  /** `1,3 dagar`, in the order of the sweep. */
  readonly points: readonly { readonly name: string; readonly total: bigint }[];
}

export function costCurve({ title, points }: CostCurve): string {
  return draw(
    {
      grid: { left: 80, right: 20, top: 15, bottom: 40 },
      xAxis: {
        type: "category",
        data: points.map(({ name }) => name),
        axisLabel: axes.text,
        axisLine: axes.lines,
        boundaryGap: false,
      },
      yAxis: { type: "value", axisLabel: { ...axes.text, formatter: axisKronor }, splitLine: axes.rules },
      series: [
        {
          type: "line",
          symbol: "circle",
          data: points.map(({ total }) => position(total)),
          lineStyle: { color: colours.b, width: 2 },
          itemStyle: { color: colours.b },
        },
      ],
    },
    { width: 760, height: 300 },
    title,
  );
}
