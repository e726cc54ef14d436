// Amounts and quantities as people write them, as exact fractions: `11 160,00 kr`, `1,2 dagar`, `38/35 dagar`, `15 %`.
// Rule: decimal comma, digits in threes by spaces; what is not exactly that is not read.

import type { QuantityUnit } from "@avtal/compiler/ir/ir";
import { compare, dividedBy, ratio, times, type Ratio } from "@avtal/runtime/ratio";
import type { Unit } from "@avtal/runtime/result";
import type { ExactAmount, Measure } from "../scenario.ts";

/** Undefined where the text is no such number, or its unit is not known. */
export function exactAmount(text: string): ExactAmount | undefined {
  const found = /^([-\u2212]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(\d+)|\/([1-9]\d*))?\s*(\D.*)?$/u.exec(text);
  if (found === null) return undefined;
  const [, sign = "", digits = "", decimals = "", under = "1", unit = ""] = found;
  const scale = units.get(unit.toLowerCase());
  if (scale === undefined) return undefined;
  const whole = ratio(BigInt(digits.replaceAll(/\D/g, "") + decimals), 10n ** BigInt(decimals.length));
  const size = times(dividedBy(whole, ratio(BigInt(under))), scale.of);
  return { exact: sign === "" ? size : ratio(-size.over, size.under), of: scale.measure, text };
}

interface Scale {
  readonly measure: Measure;
  /** How many of what is held one of the unit is: money is held in öre. */
  readonly of: Ratio;
}

const units: ReadonlyMap<string, Scale> = new Map([
  ...words("days", ratio(1n), "dagar", "dag", "dygn", "days", "day", "care days"),
  ...words("weekdays", ratio(1n), "vardagar", "vardag", "weekdays", "weekday"),
  ...words("hours", ratio(1n), "timmar", "timme", "hours", "hour"),
  ...words("number", ratio(1n), ""),
  ...words("number", ratio(1n, 100n), "%", "procent", "percent"),
  ...words("money", ratio(100n), "kr", "kronor"),
  ...words("moneyPerDay", ratio(100n), "kr/dygn", "kr/day"),
]);

function words(measure: Measure, of: Ratio, ...names: readonly string[]): [string, Scale][] {
  return names.map((name) => [name, { measure, of }]);
}

/**
 * The same number as people write it: with a decimal comma, and with the unit of the example. Undefined where that is no
 * amount, or where a point may part thousands as well as decimals.
 */
export function repairedAmount(text: string, example: string): string | undefined {
  const unit = /[^\d\s,./-]\S*$/u.exec(example)?.[0] ?? "";
  const spaces = text.replace(/^-?\d{1,3}(?:(?:\.\d{3})+(?=,\d)|(?:\.\d{3}){2,}(?![\d.]))/u, (whole) =>
    whole.replaceAll(".", " "),
  );
  const commas = spaces.replace(
    /^(-?)([\d ,]*)\.(\d{1,2})(?!\d)/u,
    (_, sign: string, whole: string, decimals: string) => {
      return `${sign}${whole.replaceAll(",", " ")},${decimals}`;
    },
  );
  // Digits after the number would be lost.
  const number = /^-?\d[\d \u00a0\u202f]*(?:,\d+|\/\d+)?(?!.*\d)/u.exec(commas)?.[0].trim();
  const repaired = number === undefined ? "" : `${number} ${unit}`.trim();
  return exactAmount(repaired) === undefined || repaired === text ? undefined : repaired;
}

/** Exactly the same number. */
export function equals({ exact }: ExactAmount, actual: Ratio): boolean {
  return compare(exact, actual) === 0;
}

/** Whether an amount of this measure can be a value of the unit. */
export function fitsUnit(of: Measure, unit: Unit): boolean {
  switch (unit) {
    case "dagar":
    case "dygn":
      return of === "days";
    case "vardagar":
      return of === "weekdays";
    case "timmar":
      return of === "hours";
    case "antal":
    case "tal":
      return of === "number";
    case "kr":
      return of === "money";
    case "kr/dygn":
      return of === "money" || of === "moneyPerDay";
  }
}

/** How a value of the unit is written. */
export function exampleOf(unit: QuantityUnit): string {
  switch (unit) {
    case "days":
    case "careDays":
      return "1,6 dagar";
    case "weekdays":
      return "5 vardagar";
    case "hours":
      return "72 timmar";
    case "count":
      return "4";
    case "number":
    case "other":
      return "2/37";
    case "money":
      return "11 160,00 kr";
    case "moneyPerDay":
      return "9 300 kr/dygn";
  }
}
