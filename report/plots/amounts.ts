// One bar for each payer or period of a run that is shown alone.

import { lyingChart, standingChart, type Bars } from "./bars.ts";
import { colours, position } from "./draw.ts";

export interface Amounts {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly amount: bigint }[];
}

export function lyingAmounts(amounts: Amounts): string {
  return lyingChart(alone(amounts));
}

export function standingAmounts(amounts: Amounts): string {
  return standingChart(alone(amounts));
}

function alone({ title, rows }: Amounts): Bars {
  const amounts = rows.map(({ amount }) => position(amount));
  return { title, names: rows.map(({ name }) => name), series: [{ name: title, amounts, color: colours.b }] };
}
