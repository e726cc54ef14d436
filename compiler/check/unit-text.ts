// A unit as an author writes it after a number, in the language of the document: for fixes.

import type { Language } from "../syntax/ast.ts";
import type { Quantity } from "./quantity.ts";

/** `dag` after 1, else `dagar`; undefined for a unit that cannot be written after a number. */
export function unitText(kind: Quantity, digits: string, language: Language): string | undefined {
  const one = digits === "1";
  switch (kind.shownAs) {
    case "days":
      return language === "sv" ? (one ? "dag" : "dagar") : one ? "day" : "days";
    case "weekdays":
      return language === "sv" ? (one ? "vardag" : "vardagar") : one ? "weekday" : "weekdays";
    case "careDays":
      return language === "sv" ? "dygn" : one ? "care day" : "care days";
    case "hours":
      return language === "sv" ? (one ? "timme" : "timmar") : one ? "hour" : "hours";
    case "money":
      return "kr";
    case "moneyPerDay":
      return language === "sv" ? "kr/dygn" : "kr/day";
    default:
      return undefined;
  }
}
