// How large and how fine a number in a document may be.
// Rule: a slip of the hand (one zero or one decimal too many) is stopped here, not on an invoice.

import type { Problem } from "../problem.ts";
import type { NumberLiteral, UnitWord } from "../syntax/ast.ts";
import { finerThanOre } from "./problems/finer-than-ore.ts";
import { literalTooLarge } from "./problems/literal-too-large.ts";
import { tooManyDecimals } from "./problems/too-many-decimals.ts";

/** The largest whole part: a billion kronor, a million kronor a day, a hundred years of days or hours. */
export const largest: Readonly<Record<Exclude<UnitWord, "months"> | "number", number>> = {
  kronor: 1_000_000_000,
  kronorPerDay: 1_000_000,
  days: 36_525,
  weekdays: 36_525,
  careDays: 36_525,
  hours: 876_600,
  percent: 1_000,
  number: 1_000_000_000,
};

/** Decimals of anything that is not money. */
export const mostDecimals = 9;

export function literalLimitProblem(literal: NumberLiteral): Problem | undefined {
  const unit = literal.unit === "months" ? undefined : literal.unit;
  const [whole, fraction] = literal.digits.split(".");
  const limit = largest[unit ?? "number"];
  if (
    BigInt(whole ?? "0") > BigInt(limit) ||
    (BigInt(whole ?? "0") === BigInt(limit) && !/^0*$/.test(fraction ?? ""))
  ) {
    return literalTooLarge({ literal, limit });
  }
  const money = unit === "kronor" || unit === "kronorPerDay";
  if (money && !/^0*$/.test((fraction ?? "").slice(2))) return finerThanOre(literal);
  return (fraction ?? "").length > mostDecimals ? tooManyDecimals({ literal, most: mostDecimals }) : undefined;
}
