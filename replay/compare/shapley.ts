// A difference split over changes independently of their order: the mean over every order in which they can be applied,
// or over the clause order and its reverse, which is the same where no more than two changes act on each other at once.
// Rule: exact fractions, then whole öre by the greatest remainder, so that the parts of every payer sum to its whole.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Totals } from "./attribution.ts";

/** More would take more than 256 evaluations; then it is gone both ways, which takes two for each unit. */
export const mostUnits = 8;

/** By unit: amount by payer code. Undefined where a mixture on the way cannot be run. */
export function splitBothWays(
  units: number,
  withB: (applied: readonly boolean[]) => Totals | undefined,
): readonly Totals[] | undefined {
  const places = Array.from({ length: units }, (_, unit) => unit);
  const forth = states(units + 1, (many) => withB(places.map((unit) => unit < many)));
  const back = states(units + 1, (many) => withB(places.map((unit) => unit >= units - many)));
  if (forth === undefined || back === undefined) return undefined;
  return splitByPayer(units, [...forth, ...back], (amounts) => {
    const [there, here] = [amounts.slice(0, units + 1), amounts.slice(units + 1)];
    const step = (along: readonly bigint[], at: number): bigint => (along[at + 1] ?? 0n) - (along[at] ?? 0n);
    return { parts: places.map((unit) => step(there, unit) + step(here, units - unit - 1)), under: 2n };
  });
}

/** By unit: amount by payer code. Undefined where a mixture cannot be run. */
export function splitByMeanOfOrders(
  units: number,
  withB: (applied: readonly boolean[]) => Totals | undefined,
): readonly Totals[] | undefined {
  const all = states(1 << units, (state) =>
    withB(Array.from({ length: units }, (_, unit) => (state & (1 << unit)) !== 0)),
  );
  if (all === undefined) return undefined;
  return splitByPayer(units, all, (amounts) => ({ parts: shares(units, amounts), under: factorial(units) }));
}

/** Undefined where one of them cannot be run. */
function states(many: number, totalsAt: (state: number) => Totals | undefined): readonly Totals[] | undefined {
  const found: Totals[] = [];
  for (let state = 0; state < many; state += 1) {
    const totals = totalsAt(state);
    if (totals === undefined) return undefined;
    found.push(totals);
  }
  return found;
}

/** `sharesOf`: the exact share of each unit, times `under`, from a payer's amount in every state. */
function splitByPayer(
  units: number,
  all: readonly Totals[],
  sharesOf: (amounts: readonly bigint[]) => { readonly parts: readonly bigint[]; readonly under: bigint },
): readonly Totals[] {
  const codes = [...new Set(all.flatMap((totals) => [...totals.keys()]))].sort(byCodePoint);
  const split = Array.from({ length: units }, () => new Map<string, bigint>());
  for (const code of codes) {
    const { parts, under } = sharesOf(all.map((totals) => totals.get(code) ?? 0n));
    inWholeOre(parts, under).forEach((amount, unit) => split[unit]?.set(code, amount));
  }
  return split;
}

/** Each unit's share times `units` factorial. */
function shares(units: number, amounts: readonly bigint[]): readonly bigint[] {
  return Array.from({ length: units }, (_, unit) => {
    let share = 0n;
    for (let state = 0; state < 1 << units; state += 1) {
      if ((state & (1 << unit)) !== 0) continue;
      const before = bitsIn(state);
      const orders = factorial(before) * factorial(units - before - 1);
      share += orders * ((amounts[state | (1 << unit)] ?? 0n) - (amounts[state] ?? 0n));
    }
    return share;
  });
}

/** Rounded towards zero, then what is left goes an öre at a time to the greatest remainders; of equal ones to the first. */
function inWholeOre(parts: readonly bigint[], under: bigint): readonly bigint[] {
  const whole = parts.map((part) => part / under);
  const left = parts.reduce((sum, part) => sum + part, 0n) / under - whole.reduce((sum, part) => sum + part, 0n);
  const sign = left < 0n ? -1n : 1n;
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: (part % under) * sign }))
    .sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.index - b.index));
  const lucky = new Set(byRemainder.slice(0, Number(left * sign)).map(({ index }) => index));
  return whole.map((part, index) => (lucky.has(index) ? part + sign : part));
}

function bitsIn(state: number): number {
  let bits = 0;
  for (let rest = state; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}

function factorial(of: number): bigint {
  let product = 1n;
  for (let factor = 2; factor <= of; factor += 1) product *= BigInt(factor);
  return product;
}
