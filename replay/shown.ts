// Exact numbers as people read them: kronor and days with a decimal comma and digits in threes.
// Rule: what is shown may be rounded (halves away from zero) and is never read back; the exact value stands beside it.

import { ratio, times, type Ratio } from "@avtal/runtime/ratio";
import type { Ore, StepValue, Unit } from "@avtal/runtime/result";
import { dateText } from "@avtal/runtime/calendar";
import { round } from "@avtal/runtime/rounding";

/** `11 160,00`: kronor and öre, digits in threes by a no-break space. */
export function kronorShown(amount: Ore): string {
  return decimalsShown(ratio(amount, 100n), 2);
}

/** `1,20`; with an ellipsis where decimals were left out: `1,71…`. */
export function quantityShown(exact: Ratio, decimals = 2): string {
  const scale = 10n ** BigInt(decimals);
  const isWhole = (exact.over * scale) % exact.under === 0n;
  if (isWhole) return decimalsShown(exact, decimals);
  return `${decimalsShown(round(exact, ratio(1n, scale), "down"), decimals)}…`;
}

/** `1.20` or `1,20`, rounded to so many decimals, for columns of a file; no grouping. */
export function decimalText(exact: Ratio, decimals: number, sign: "." | ","): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = times(round(exact, ratio(1n, scale), "halfUp"), ratio(scale)).over;
  const size = String(rounded < 0n ? -rounded : rounded).padStart(decimals + 1, "0");
  const whole = size.slice(0, size.length - decimals);
  const rest = decimals === 0 ? "" : `${sign}${size.slice(size.length - decimals)}`;
  return `${rounded < 0n ? "-" : ""}${whole}${rest}`;
}

/** A step's value with its unit: `8/5 = 1,60 dagar`, `9 300 kr/dygn`, `2022-03-04`, `ja`. */
export function stepShown(value: StepValue): string {
  switch (value.kind) {
    case "quantity":
      return amountOfUnit(value.exact, value.unit);
    case "date":
      return dateText(value.day);
    case "text":
      return value.text;
    case "condition":
      return { yes: "ja", no: "nej", unknown: "okänt" }[value.holds];
  }
}

/** `1,60 dagar`; money is held in öre and shown in kronor. */
export function amountOfUnit(exact: Ratio, unit: Unit): string {
  const isMoney = unit === "kr" || unit === "kr/dygn";
  const shown = isMoney ? times(exact, ratio(1n, 100n)) : exact;
  const decimals = shown.under === 1n && unit !== "kr" ? 0 : 2;
  const number = quantityShown(shown, decimals);
  if (unit === "antal" || unit === "tal") return number;
  return `${number} ${exact.over === exact.under ? (singular.get(unit) ?? unit) : unit}`;
}

/** As exactly as a reader needs it to follow a calculation: up to six decimals, `0,411538… dagar`, `9 300 kr/dygn`. */
export function numberOfUnit(exact: Ratio, unit: Unit): string {
  const isMoney = unit === "kr" || unit === "kr/dygn";
  const number = shortestShown(isMoney ? times(exact, ratio(1n, 100n)) : exact);
  if (unit === "antal" || unit === "tal") return number;
  return `${number} ${exact.over === exact.under ? (singular.get(unit) ?? unit) : unit}`;
}

/** With the fewest decimals that say it exactly, or with six and an ellipsis. */
function shortestShown(exact: Ratio): string {
  for (let decimals = 0, scale = 1n; decimals < longestDecimals; decimals += 1, scale *= 10n) {
    if ((exact.over * scale) % exact.under === 0n) return decimalsShown(exact, decimals);
  }
  return quantityShown(exact, longestDecimals);
}

const longestDecimals = 6;

const singular: ReadonlyMap<Unit, string> = new Map([
  ["dagar", "dag"],
  ["vardagar", "vardag"],
  ["timmar", "timme"],
]);

/** A whole number with digits in threes: `200 000`. */
export function countShown(count: number): string {
  return grouped(String(count));
}

function decimalsShown(exact: Ratio, decimals: number): string {
  const text = decimalText(exact, decimals, ",");
  const comma = text.indexOf(",");
  return comma < 0 ? grouped(text) : `${grouped(text.slice(0, comma))}${text.slice(comma)}`;
}

function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(?:\d{3})+$)/g, "\u00a0");
}
