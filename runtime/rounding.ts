// The named roundings: the only places where an exact fraction loses anything.
// Rule: a rounding says to what and how; a value that must be whole is asserted, never cut.

import { ratio, ratioText, times, dividedBy, type Ratio } from "./ratio.ts";
import type { Ore } from "./result.ts";

/**
 * `halfUp` (halva uppåt): halves away from zero. `halfToEven` (halva till jämnt): halves to the even neighbour.
 * `down` (nedåt): towards zero. `up` (uppåt): away from zero.
 */
export type RoundingMode = "halfUp" | "halfToEven" | "down" | "up";

/** The multiple of `to` that lies nearest to `of` in the given mode; `to` is positive and in the unit of `of`. */
export function round(of: Ratio, to: Ratio, mode: RoundingMode): Ratio {
  if (to.over <= 0n) throw new RangeError("A rounding needs a positive step.");
  return times(ratio(toWhole(dividedBy(of, to), mode)), to);
}

/** The amount in öre. A fraction of an öre here is our own fault: the checker saw to it that the amount is rounded. */
export function toOre(amount: Ratio): Ore {
  if (amount.under !== 1n) throw new RangeError(`An amount must be whole öre: ${ratioText(amount)}`);
  return amount.over as Ore;
}

function toWhole(of: Ratio, mode: RoundingMode): bigint {
  const negative = of.over < 0n;
  const size = negative ? -of.over : of.over;
  const floor = size / of.under;
  const rest = size - floor * of.under;
  const rounded = rest > 0n && goesAway(rest * 2n, of.under, floor, mode) ? floor + 1n : floor;
  return negative ? -rounded : rounded;
}

function goesAway(twiceRest: bigint, under: bigint, floor: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case "halfUp":
      return twiceRest >= under;
    case "halfToEven":
      return twiceRest > under || (twiceRest === under && floor % 2n === 1n);
    case "down":
      return false;
    case "up":
      return true;
  }
}
