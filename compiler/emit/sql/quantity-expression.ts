// Arithmetic, comparison and rounding of quantities: whole numbers over whole numbers, never a floating-point one.
// Rule: absent operands make absent results; a quotient over zero is missing.

import { ratioFromText } from "@avtal/runtime/ratio";
import type { Expr } from "../../ir/ir.ts";
import type { Place } from "./place.ts";
import { shortValue } from "./shortened.ts";
import {
  and,
  built,
  compared,
  counted,
  firstOf,
  isConstant,
  isNull,
  NULL,
  number,
  numberIn,
  or,
  type Sql,
} from "./sql.ts";
import { anyUnknown, quantityOf, toOneDenominator, valueOf, type SqlValue } from "./value.ts";

export function arithmetic(operator: "+" | "-" | "*" | "/", left: SqlValue, right: SqlValue, place: Place): SqlValue {
  const isUnknown = anyUnknown(left, right);
  switch (operator) {
    case "+":
    case "-": {
      const [a, b] = toOneDenominator([left, right]);
      if (a === undefined || b === undefined) throw new Error("Two values became fewer.");
      if (a.under.text === b.under.text)
        return quantityOf(nullWhere(counted(a.value, operator, b.value), left, right), a.under, isUnknown);
      const over = counted(counted(a.value, "*", b.under), operator, counted(b.value, "*", a.under));
      return quantityOf(over, counted(a.under, "*", b.under), isUnknown);
    }
    case "*":
      return quantityOf(
        nullWhere(counted(left.value, "*", right.value), left, right),
        counted(left.under, "*", right.under),
        isUnknown,
      );
    case "/":
      return quotient(left, right, isUnknown, place);
  }
}

export function compare(operator: "<" | "<=" | ">" | ">=" | "=" | "!=", left: SqlValue, right: SqlValue): Sql {
  const sign = operator === "!=" ? "<>" : operator;
  if (left.under.text === right.under.text) return compared(left.value, sign, right.value);
  return compared(counted(left.value, "*", right.under), sign, counted(right.value, "*", left.under));
}

export function extreme(which: "least" | "greatest", values: readonly SqlValue[], place: Place): SqlValue {
  const scaled = toOneDenominator(values).map((value) => shortValue(value, place, which));
  const [first, ...others] = scaled;
  if (first === undefined) throw new Error("The least of nothing.");
  if (scaled.some(({ value }) => isConstant(value, NULL))) return valueOf(NULL, anyUnknown(...values));
  const isUnknown = anyUnknown(...values);
  const never = values.some((value) => value.never);
  if (scaled.every(({ under }) => under.text === first.under.text)) {
    const parts = scaled.map(({ value }) => value);
    const name = which === "least" ? "LEAST" : "GREATEST";
    const best = built(`${name}(${parts.map(({ text }) => text).join(", ")})`, parts);
    const value = firstOf([{ when: or(...parts.map(isNull)), then: NULL }], { ...best, nullable: false });
    return { ...quantityOf(value, first.under, isUnknown), never };
  }
  return others.reduce<SqlValue>((best, each) => {
    const better = compare(which === "least" ? "<" : ">", each, best);
    const absent = or(isNull(each.value), isNull(best.value));
    const value = firstOf(
      [
        { when: absent, then: NULL },
        { when: better, then: each.value },
      ],
      best.value,
    );
    const under = firstOf([{ when: better, then: each.under }], best.under);
    return shortValue(quantityOf(value, under, anyUnknown(each, best)), place, which);
  }, first);
}

/** To a multiple of `to`: `halfUp` halves away from zero, `down` towards zero, `up` away from zero. */
export function rounded({ to, mode }: Expr & { readonly kind: "round" }, of: SqlValue, place: Place): SqlValue {
  const { wide, quotient: divided } = place.emission.dialect;
  const step = ratioFromText(to);
  const given = shortValue(of, place, "avrundat");
  const size = built(`ABS(${given.value.text})`, [given.value]);
  const over = wide(counted(size, "*", number(step.under)));
  const under = wide(counted(given.under, "*", number(step.over)));
  const two = wide(number(2));
  const floor = (a: Sql, b: Sql): Sql => divided(a, b);
  const times = (a: Sql, operator: "+" | "-" | "*", b: Sql): Sql => built(`(${a.text} ${operator} ${b.text})`, [a, b]);
  const whole = ((): Sql => {
    switch (mode) {
      case "down":
        return floor(over, under);
      case "up":
        return floor(times(times(over, "+", under), "-", number(1)), under);
      case "halfUp":
        return floor(times(times(two, "*", over), "+", under), times(two, "*", under));
      case "halfToEven": {
        const low = floor(over, under);
        const rest = times(two, "*", times(over, "-", times(low, "*", under)));
        const odd = compared(built(`(${low.text} % 2)`, [low]), "=", number(1));
        const up = or(compared(rest, ">", under), and(compared(rest, "=", under), odd));
        return times(low, "+", firstOf([{ when: up, then: wide(number(1)) }], wide(number(0))));
      }
    }
  })();
  const signed = firstOf(
    [{ when: compared(given.value, "<", number(0)), then: built(`(- ${whole.text})`, [whole]) }],
    whole,
  );
  return quantityOf(counted(signed, "*", number(step.over)), number(step.under), given.unknown);
}

/** The sign of a divisor goes to the dividend, so that what stands under is positive. */
function quotient(left: SqlValue, right: SqlValue, isUnknown: Sql, place: Place): SqlValue {
  const given = shortValue(right, place, "delat med");
  const by = numberIn(given.value);
  if (by !== undefined) {
    if (by === 0n) return valueOf(NULL, isUnknown);
    const sign = by < 0n ? -1n : 1n;
    const over = counted(left.value, "*", counted(given.under, "*", number(sign)));
    return quantityOf(over, counted(left.under, "*", number(by * sign)), isUnknown);
  }
  const negative = compared(given.value, "<", number(0));
  const over = counted(left.value, "*", given.under);
  const value = firstOf(
    [
      { when: compared(given.value, "=", number(0)), then: NULL },
      { when: negative, then: built(`(- ${over.text})`, [over]) },
    ],
    // A divisor that is absent makes the quotient absent too.
    firstOf([{ when: isNull(given.value), then: NULL }], over),
  );
  const size = built(`ABS(${given.value.text})`, [given.value]);
  const under = built(`NULLIF(${counted(left.under, "*", size).text}, 0)`, [left.under, size], true);
  return quantityOf({ ...value, nullable: true }, under, isUnknown);
}

/** Where folding let an operand go, its absence still counts. */
function nullWhere(value: Sql, left: SqlValue, right: SqlValue): Sql {
  return isConstant(left.value, NULL) || isConstant(right.value, NULL) ? NULL : value;
}
