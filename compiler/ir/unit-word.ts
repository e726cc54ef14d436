// The word that a unit is shown with, in every target and every report.

import type { Unit } from "@avtal/runtime/result";
import type { QuantityUnit } from "./ir.ts";

export function unitWord(unit: QuantityUnit): Unit {
  return words[unit];
}

const words: Readonly<Record<QuantityUnit, Unit>> = {
  days: "dagar",
  weekdays: "vardagar",
  careDays: "dygn",
  hours: "timmar",
  count: "antal",
  money: "kr",
  moneyPerDay: "kr/dygn",
  number: "tal",
  other: "tal",
};
