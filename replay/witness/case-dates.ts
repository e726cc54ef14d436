// Days as formulas: shifted, counted between, taken out of moments.
// Rule: as compiler/interpret/dates.ts; a span that runs backwards has no days, and that is where its classes part.

import type { Expr } from "@avtal/compiler/ir/ir";
import { isWhole, ratio } from "@avtal/runtime/ratio";
import { whereAtMostZero, whole, type Facts } from "./case-facts.ts";
import { absent, type Case, type CaseValue } from "./case-value.ts";
import { constant, isProduct, negated, plus, type Rational } from "./rational.ts";

/** Undefined where the amount is not known to be whole. */
export function shiftedDay(from: CaseValue, by: CaseValue): CaseValue | undefined {
  if (from.kind === "never") return absent("missing", []);
  if (from.kind !== "date" || by.kind !== "number" || !isWholeNumber(by.of)) return undefined;
  return { kind: "date", of: plus(from.of, by.of) };
}

export function daysInSpan(
  { fromCounted, toCounted }: Expr & { kind: "calendarDays" },
  from: CaseValue,
  to: CaseValue,
  facts: Facts,
): readonly Case[] | undefined {
  if (from.kind === "never" || to.kind === "never") return [{ facts, value: absent("missing", []) }];
  if (from.kind !== "date" || to.kind !== "date") return undefined;
  const more = (fromCounted ? 1n : 0n) + (toCounted ? 1n : 0n) - 1n;
  const count = plus(plus(to.of, negated(from.of)), constant(ratio(more)));
  const [none, some] = [whereAtMostZero(count.over, false, facts), whereAtMostZero(negated(count).over, true, facts)];
  return [
    ...(some === undefined ? [] : [{ facts: some, value: { kind: "number", of: count } } as const]),
    ...(none === undefined ? [] : [{ facts: none, value: { kind: "number", of: constant(ratio(0n)) } } as const]),
  ];
}

export function datePart(of: CaseValue): CaseValue | undefined {
  if (of.kind === "moment") return { kind: "date", of: of.day };
  return of.kind === "date" || of.kind === "never" ? of : undefined;
}

export function clockPart(of: CaseValue): CaseValue | undefined {
  return of.kind === "moment" ? { kind: "clock", of: of.second } : undefined;
}

export function periodPart(period: "month" | "quarter" | "year", of: CaseValue): CaseValue | undefined {
  if (of.kind === "never") return absent("missing", []);
  if (of.kind === "moment") return { kind: "period", of: period, day: of.day };
  return of.kind === "date" ? { kind: "period", of: period, day: of.of } : undefined;
}

/** Whether a formula gives whole numbers alone. */
export function isWholeNumber(of: Rational): boolean {
  return isMultipleOf(ratio(1n), of);
}

/** Whether a formula gives multiples of `step` alone. */
export function isMultipleOf(step: { readonly over: bigint; readonly under: bigint }, of: Rational): boolean {
  if (!isProduct(of)) return false;
  return [...of.over.values()].every(
    ({ factors, coefficient: { over, under } }) =>
      factors.every((factor) => factor.startsWith(whole)) && isWhole(ratio(over * step.under, under * step.over)),
  );
}
