// Numbers as Swedes read them: digits in threes by a no-break space, decimal comma, a real minus sign.
// Rule: whole öre and exact fractions in, text out; nothing of the host's locale.

import { ratio, type Ratio } from "@avtal/runtime/ratio";
import type { Ore } from "@avtal/runtime/result";
import { countShown, kronorShown, quantityShown } from "@avtal/replay/shown";

const minus = "\u2212";

/** `−1 234,50`. */
export function kronor(amount: Ore): string {
  return kronorShown(amount).replace("-", minus);
}

/** `+1 234,50`, `−1 234,50`, `0,00`. */
export function signedKronor(amount: Ore): string {
  return amount > 0n ? `+${kronor(amount)}` : kronor(amount);
}

/** `+35,3 %`; empty where there is nothing to compare with. */
export function change(from: Ore, difference: Ore): string {
  if (from === 0n) return "";
  const size = from < 0n ? -from : from;
  const text = quantityShown(ratio(roundedTenths(difference * 1000n, size), 10n), 1).replace("-", minus);
  return `${difference > 0n ? "+" : ""}${text}\u00a0%`;
}

/** `1,71…` and, in words for people, `534/312 = 1,71…` where the fraction says more. */
export function exactly(exact: Ratio): string {
  return quantityShown(exact, 2).replace("-", minus);
}

export function count(number: number): string {
  return countShown(number);
}

/** Halves away from zero. */
function roundedTenths(over: bigint, under: bigint): bigint {
  const size = over < 0n ? -over : over;
  const whole = (size * 2n + under) / (under * 2n);
  return over < 0n ? -whole : whole;
}
