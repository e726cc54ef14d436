// What a value costs as it changes: the total and each payer's amount for every value of a range, and where they turn.
// Rule: values are exact; a kink is only said of values that were tried.

import type { Ratio } from "@avtal/runtime/ratio";
import { minus, plus, ratio, times } from "@avtal/runtime/ratio";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Completed, Ore, Payer, RunOptions, SuppliedValue } from "@avtal/runtime/result";
import type { StoppedThere } from "./run-side.ts";
import { payersIn, sumOf, totalsByPayer } from "./sums.ts";

/** More values than this are not tried at a time. */
export const mostSteps = 200;

export interface Range {
  readonly value: string;
  readonly from: string | null;
  readonly steps: readonly Ratio[];
}

export interface SweepPoint {
  readonly at: Ratio;
  readonly total: Ore;
  /** By payer code; who pays nothing is left out. */
  readonly payers: ReadonlyMap<string, Ore>;
}

/** Between two values that were tried, a payer begins or ceases to pay. */
export interface Kink {
  readonly payer: Payer;
  readonly what: "starts" | "stops";
  /** The last value before, and the first value at which it holds. */
  readonly before: Ratio;
  readonly at: Ratio;
}

export interface Sweep {
  readonly points: readonly SweepPoint[];
  readonly payers: readonly Payer[];
  readonly kinks: readonly Kink[];
}

export function sweep(
  range: Range,
  options: RunOptions,
  run: (options: RunOptions) => Completed | StoppedThere,
): { readonly kind: "swept"; readonly sweep: Sweep } | StoppedThere {
  const points: SweepPoint[] = [];
  const payers = new Map<string, Payer>();
  for (const at of range.steps) {
    const supplied: SuppliedValue = { value: range.value, from: range.from, exact: at };
    const result = run({ ...options, values: [...options.values, supplied] });
    if (result.kind === "stopped") return result;
    for (const [code, payer] of payersIn(result)) payers.set(code, payers.get(code) ?? payer);
    points.push({ at, total: sumOf(result.lines), payers: paying(totalsByPayer(result.lines)) });
  }
  const sorted = [...payers.values()].sort((a, b) => byCodePoint(a.code, b.code));
  return { kind: "swept", sweep: { points, payers: sorted, kinks: kinksIn(points, sorted) } };
}

function paying(totals: ReadonlyMap<string, Ore>): ReadonlyMap<string, Ore> {
  return new Map([...totals].filter(([, amount]) => amount !== 0n));
}

/** In the order of the values, then by payer. */
function kinksIn(points: readonly SweepPoint[], payers: readonly Payer[]): readonly Kink[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (before === undefined) return [];
    return payers.flatMap((payer): Kink[] => {
      const [paid, pays] = [before.payers.has(payer.code), point.payers.has(payer.code)];
      if (paid === pays) return [];
      return [{ payer, what: pays ? "starts" : "stops", before: before.at, at: point.at }];
    });
  });
}

/** From first to last by the step, both among them where the step leads there. Undefined where there are none or too many. */
export function stepsBetween(first: Ratio, last: Ratio, step: Ratio): readonly Ratio[] | undefined {
  if (step.over <= 0n || isBefore(last, first)) return undefined;
  const steps: Ratio[] = [];
  for (let at = first; !isBefore(last, at); at = plus(first, times(step, ratio(BigInt(steps.length))))) {
    steps.push(at);
    if (steps.length > mostSteps) return undefined;
  }
  return steps;
}

function isBefore(a: Ratio, b: Ratio): boolean {
  return minus(a, b).over < 0n;
}
