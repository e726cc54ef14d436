// The word that a unit is shown with.

import type { Unit } from "@avtal/runtime/result";
import type { QuantityUnit } from "../../ir/ir.ts";

export function unitWord(unit: QuantityUnit): Unit {
  switch (unit) {
    case "days":
      return "dagar";
    case "weekdays":
      return "vardagar";
    case "careDays":
      return "dygn";
    case "hours":
      return "timmar";
    case "count":
      return "antal";
    case "money":
      return "kr";
    case "moneyPerDay":
      return "kr/dygn";
    case "number":
    case "other":
      return "tal";
  }
}
