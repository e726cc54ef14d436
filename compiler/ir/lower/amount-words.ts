// An exact amount as people read it, with its unit: `1,3 dagar`, `9 300 kr/dygn`.
// Rule: a fraction without end stays a fraction; nothing is rounded for show.

import { dividedBy, ratio, ratioFromText, type Ratio } from "@avtal/runtime/ratio";
import type { Words } from "../../problem.ts";
import type { Expr, QuantityUnit } from "../ir.ts";

/** Undefined where the expression is no constant amount. */
export function amountWords(expr: Expr): Words | undefined {
  if (expr.kind !== "quantity") return undefined;
  const inOre = expr.unit === "money" || expr.unit === "moneyPerDay";
  const exact = ratioFromText(expr.exact);
  const number = decimalText(inOre ? dividedBy(exact, ratio(100n)) : exact);
  const unit = unitWords[expr.unit];
  return { sv: `${number} ${unit.sv}`.trimEnd(), en: `${number} ${unit.en}`.trimEnd() };
}

/** `1,3`, `9 300`, `2/37`. */
function decimalText(exact: Ratio): string {
  const decimals = decimalsOf(exact.under);
  if (decimals === undefined) return `${exact.over}/${exact.under}`;
  const scaled = (exact.over * 10n ** BigInt(decimals)) / exact.under;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, " ");
  const fraction = digits.slice(digits.length - decimals);
  return `${scaled < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `,${fraction}`}`;
}

/** How many decimals a fraction with this denominator needs, or undefined where no number of them is enough. */
function decimalsOf(under: bigint): number | undefined {
  let [twos, fives, left] = [0, 0, under];
  while (left % 2n === 0n) [left, twos] = [left / 2n, twos + 1];
  while (left % 5n === 0n) [left, fives] = [left / 5n, fives + 1];
  return left === 1n ? Math.max(twos, fives) : undefined;
}

const unitWords: Readonly<Record<QuantityUnit, Words>> = {
  days: { sv: "dagar", en: "days" },
  weekdays: { sv: "vardagar", en: "weekdays" },
  careDays: { sv: "dygn", en: "care days" },
  hours: { sv: "timmar", en: "hours" },
  count: { sv: "", en: "" },
  number: { sv: "", en: "" },
  money: { sv: "kr", en: "kr" },
  moneyPerDay: { sv: "kr/dygn", en: "kr/day" },
  other: { sv: "", en: "" },
};
