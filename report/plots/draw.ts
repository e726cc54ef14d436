// The one place that draws: ECharts gives SVG without a browser, and what is of one process alone is taken out of it.
// Rule: the same data give the same bytes; colours are names that the page decides, so that a drawing follows its scheme.

import * as echarts from "echarts/core";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import type { EChartsCoreOption } from "echarts/core";
import { escaped } from "../page/tree.ts";

echarts.use([BarChart, LineChart, GridComponent, MarkLineComponent, SVGRenderer]);

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Stand-ins for the page's colours; no reader sees them. */
export const colours = {
  a: "#0a0a01",
  b: "#0a0a02",
  text: "#0a0a03",
  line: "#0a0a04",
  more: "#0a0a05",
  less: "#0a0a06",
  rule: "#0a0a07",
} as const;

/** The drawing as SVG for a page; `title` is read aloud in its place, and the table beside it says the numbers. */
export function draw(option: EChartsCoreOption, { width, height }: Size, title: string): string {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, backgroundColor: "transparent", ...option });
    return settled(chart.renderToSVGString(), title);
  } finally {
    // Without this the process never ends.
    chart.dispose();
  }
}

/** Without counters of the process, styles that a strict page refuses, and fixed colours. */
function settled(svg: string, title: string): string {
  const inked = Object.entries(colours).reduce((text, [name, hex]) => text.replaceAll(hex, `var(--${name})`), svg);
  return inked
    .replaceAll(/<style[^>]*>[^]*?<\/style>/g, "")
    .replaceAll(/<defs[^>]*>[^]*?<\/defs>/g, "")
    .replaceAll(/ (?:class|clip-path|ecmeta_[a-z_]+|xml:space|pointer-events|baseProfile|version)="[^"]*"/g, "")
    .replaceAll(/ xmlns:xlink="[^"]*"/g, "")
    .replaceAll(/ style="([^"]*)"/g, (_, style: string) => presentation(style))
    .replace("<svg ", `<svg role="img" aria-label="${escaped(title)}" `);
}

/** `font-size:12px;` as `font-size="12px"`. */
function presentation(style: string): string {
  return style
    .split(";")
    .map((one) => /^\s*([a-z-]+)\s*:\s*(.+?)\s*$/.exec(one))
    .map((found) => (found === null || found[1] === "font-family" ? "" : ` ${found[1] ?? ""}="${found[2] ?? ""}"`))
    .join("");
}

/** Only where a mark stands on the paper: never for an amount that is shown as a number. */
export function position(ore: bigint): number {
  return Number(ore) / 100;
}

/** `250`, `20 tkr`, `1,5 mkr` along an axis. */
export function axisKronor(value: number): string {
  const size = Math.abs(value);
  const [scale, unit] = size >= 1_000_000 ? [1_000_000, "\u00a0mkr"] : size >= 1000 ? [1000, "\u00a0tkr"] : [1, ""];
  return `${String(value / scale)
    .replace(".", ",")
    .replace("-", "\u2212")}${unit}`;
}

export const axes = {
  text: { color: colours.text, fontSize: 12 },
  lines: { lineStyle: { color: colours.line } },
  /** Behind the drawing. */
  rules: { lineStyle: { color: colours.rule } },
} as const;
