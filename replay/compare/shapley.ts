// A difference split over changes independently of their order: the mean over every order in which they can be applied.
// Rule: exact fractions, then whole öre by the greatest remainder, so that the parts of every payer sum to its whole.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Totals } from "./attribution.ts";

/** More would take more than 256 evaluations. */
export const mostUnits = 8;

/** By unit: amount by payer code. Undefined where a mixture cannot be run. */
export function splitByMeanOfOrders(
  units: number,
  withB: (applied: readonly boolean[]) => Totals | undefined,
): readonly Totals[] | undefined {
  const states: Totals[] = [];
  for (let state = 0; state < 1 << units; state += 1) {
    const totals = withB(Array.from({ length: units }, (_, unit) => (state & (1 << unit)) !== 0));
    if (totals === undefined) return undefined;
    states.push(totals);
  }
  const codes = [...new Set(states.flatMap((totals) => [...totals.keys()]))].sort(byCodePoint);
  const parts = Array.from({ length: units }, () => new Map<string, bigint>());
  for (const code of codes) {
    const amounts = states.map((totals) => totals.get(code) ?? 0n);
    inWholeOre(shares(units, amounts), factorial(units)).forEach((amount, unit) => parts[unit]?.set(code, amount));
  }
  return parts;
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
