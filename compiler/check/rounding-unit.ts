// The units that `avrunda … till hela` knows, and the amounts that they fit.
// Rule: an amount is rounded in its own unit; a krona is a coarser öre.

import type { QuantityWord } from "./kind.ts";

export interface RoundingUnit {
  /** The amounts that the unit fits. */
  readonly fits: readonly QuantityWord[];
  /** Öre in it, for money. */
  readonly ore: number | undefined;
}

/** By Swedish or English word, one or many; undefined for a word that is no unit. */
export function roundingUnitOf(word: string): RoundingUnit | undefined {
  return units.get(word);
}

/** The words that may follow `till hela`. */
export function roundingWords(): Iterable<string> {
  return units.keys();
}

const ore: RoundingUnit = { fits: ["money", "moneyPerDay"], ore: 1 };
const krona: RoundingUnit = { fits: ["money", "moneyPerDay"], ore: 100 };
const days: RoundingUnit = { fits: ["days", "careDays"], ore: undefined };
const weekdays: RoundingUnit = { fits: ["weekdays"], ore: undefined };
const hours: RoundingUnit = { fits: ["hours"], ore: undefined };

const units: ReadonlyMap<string, RoundingUnit> = new Map([
  ["ören", ore],
  ["öre", ore],
  ["kronor", krona],
  ["kr", krona],
  ["dagar", days],
  ["dygn", days],
  ["days", days],
  ["care days", days],
  ["vardagar", weekdays],
  ["weekdays", weekdays],
  ["timmar", hours],
  ["hours", hours],
]);
