// A value as SQL has it: NULL where it is absent, with a flag that tells unknown from missing.
// Rule: a quantity is a whole number over a positive one; nothing here is ever a floating-point number.

import {
  and,
  built,
  certain,
  compared,
  counted,
  FALSE,
  firstOf,
  isConstant,
  isNull,
  isPresent,
  NULL,
  number,
  numberIn,
  or,
  surely,
  TRUE,
  type Sql,
} from "./sql.ts";

export interface SqlValue {
  /** NULL where the value is absent. Days, months, öre and seconds are whole numbers, conditions BOOLEAN, codes text. */
  readonly value: Sql;
  /** Never NULL; true where the value is unknown rather than missing. */
  readonly unknown: Sql;
  /** What a quantity is divided by; 1 for everything else. Positive wherever the value is there. */
  readonly under: Sql;
  /** Whether it may be the date of an event that has not happened. */
  readonly never: boolean;
  /** The name of a payer that the text itself names; NULL where a register has it, null where a register always has. */
  readonly name: Sql | null;
}

/** The date of an event that has not happened: later than every day. */
export const NEVER = number(2147483647);
const ONE = number(1);

export const missing: SqlValue = { value: NULL, unknown: FALSE, under: ONE, never: false, name: null };
export const unknown: SqlValue = { value: NULL, unknown: TRUE, under: ONE, never: false, name: null };

/** A value that is unknown exactly where `isUnknown` says so, and missing where it is NULL otherwise. */
export function valueOf(value: Sql, isUnknown: Sql): SqlValue {
  return { value, unknown: isUnknown, under: ONE, never: false, name: null };
}

/** A condition that is worked out: it is never missing. */
export function conditionOf(value: Sql): SqlValue {
  return valueOf(value, isNull(value));
}

export function quantityOf(value: Sql, under: Sql, isUnknown: Sql): SqlValue {
  return { value, unknown: isUnknown, under, never: false, name: null };
}

export function isAbsent(value: SqlValue): Sql {
  return isNull(value.value);
}

export function anyUnknown(...values: readonly SqlValue[]): Sql {
  return or(...values.map((value) => value.unknown));
}

export interface Branch {
  readonly when: Sql;
  readonly then: SqlValue;
}

/** The value of the first branch whose condition certainly holds. `long` widens literals. */
export function choice(branches: readonly Branch[], otherwise: SqlValue, long: (value: Sql) => Sql): SqlValue {
  const all = [...branches.map(({ then }) => then), otherwise];
  const [first] = all;
  if (first !== undefined && all.every((each) => isSameText(each, first))) return first;
  const scaled = toOneDenominator(all);
  const of = (part: (value: SqlValue) => Sql): Sql =>
    firstOf(
      branches.map(({ when }, index) => ({ when, then: part(scaled[index] ?? missing) })),
      part(scaled[branches.length] ?? missing),
    );
  const value = of((each) => each.value);
  const isLiteral = scaled.every((each) => isConstant(each.value, NULL) || numberIn(each.value) !== undefined);
  const named = scaled.some(({ name }) => name !== null);
  return {
    value: isLiteral && !/^\(?-?\d+\)?$/.test(value.text) && !isConstant(value, NULL) ? long(value) : value,
    unknown: of((each) => each.unknown),
    under: of((each) =>
      isConstant(each.value, NULL)
        ? (scaled.find((other) => !isConstant(other.value, NULL))?.under ?? ONE)
        : each.under,
    ),
    never: scaled.some(({ never }) => never),
    name: named ? of((each) => each.name ?? NULL) : null,
  };
}

/** True where both are the same value, or absent in the same way; never NULL. */
export function areSame(a: SqlValue, b: SqlValue): Sql {
  if (isSameText(a, b)) return TRUE;
  const [left, right] = [scaledBy(a, b.under), scaledBy(b, a.under)];
  const [x, y] = isConstant(a.under, b.under) ? [a.value, b.value] : [left, right];
  const equal = surely(compared(x, "=", y));
  if (!a.value.nullable && !b.value.nullable) return equal;
  const bothAbsent = and(isNull(x), isNull(y));
  const sameAbsence =
    isConstant(a.unknown, FALSE) && isConstant(b.unknown, FALSE) ? TRUE : sameTruth(a.unknown, b.unknown);
  return or(equal, and(bothAbsent, sameAbsence));
}

/** Values over one denominator, where all denominators are written out. */
export function toOneDenominator(values: readonly SqlValue[]): readonly SqlValue[] {
  const present = values.filter(({ value }) => !isConstant(value, NULL));
  const unders = present.map(({ under }) => numberIn(under));
  if (unders.some((under) => under === undefined)) return values;
  const common = unders.reduce<bigint>((all, under) => leastCommonMultiple(all, under ?? 1n), 1n);
  return values.map((each) => {
    if (isConstant(each.value, NULL)) return { ...each, under: number(common) };
    const under = numberIn(each.under) ?? 1n;
    return under === common
      ? each
      : { ...each, value: counted(each.value, "*", number(common / under)), under: number(common) };
  });
}

export function scaledBy(value: SqlValue, factor: Sql): Sql {
  return counted(value.value, "*", factor);
}

/** Both flags, neither of them ever NULL, say the same. */
function sameTruth(a: Sql, b: Sql): Sql {
  if (a.text === b.text) return TRUE;
  return built(`(${a.text} = ${b.text})`, [a, b], false);
}

function isSameText(a: SqlValue, b: SqlValue): boolean {
  return (
    a.value.text === b.value.text &&
    a.unknown.text === b.unknown.text &&
    (a.under.text === b.under.text || isConstant(a.value, NULL)) &&
    a.name?.text === b.name?.text
  );
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

export function present(value: SqlValue): Sql {
  return isPresent(value.value);
}

export const nothing = certain("NULL");
