// The algebra of amounts: units are dimensions that multiply and cancel, and wholeness is kept only where it is proved.
// Rule: nothing here knows expressions; what does not fit gives `undefined`, and the caller says so.

import type { BuiltInKind } from "../syntax/ast.ts";
import type { Dimension, Kind, QuantityWord } from "./kind.ts";

export type Quantity = Extract<Kind, { kind: "quantity" }>;

const dimensionOf: Readonly<Record<Exclude<QuantityWord, "other">, Dimension>> = {
  days: { money: 0, day: 1, weekday: 0, hour: 0 },
  careDays: { money: 0, day: 1, weekday: 0, hour: 0 },
  weekdays: { money: 0, day: 0, weekday: 1, hour: 0 },
  hours: { money: 0, day: 0, weekday: 0, hour: 1 },
  count: { money: 0, day: 0, weekday: 0, hour: 0 },
  number: { money: 0, day: 0, weekday: 0, hour: 0 },
  share: { money: 0, day: 0, weekday: 0, hour: 0 },
  money: { money: 1, day: 0, weekday: 0, hour: 0 },
  moneyPerDay: { money: 1, day: -1, weekday: 0, hour: 0 },
};

/** An amount in one of the named units; `whole` where every value is proved to be a whole number of that unit. */
export function quantity(word: Exclude<QuantityWord, "other">, whole: boolean): Quantity {
  return { kind: "quantity", dimension: dimensionOf[word], whole, shownAs: word };
}

/** The kind that a built-in word after `i` declares. Only a count is whole by its name alone. */
export function builtInKind(word: BuiltInKind): Kind {
  switch (word) {
    case "days":
    case "weekdays":
    case "careDays":
    case "hours":
    case "number":
    case "share":
    case "money":
    case "moneyPerDay":
      return quantity(word, false);
    case "count":
      return quantity(word, true);
    case "payer":
      return { kind: "payer", register: undefined };
    default:
      return { kind: word };
  }
}

export function sameUnit(a: Quantity, b: Quantity): boolean {
  const [left, right] = [a.dimension, b.dimension];
  return (
    left.money === right.money && left.day === right.day && left.weekday === right.weekday && left.hour === right.hour
  );
}

export function isBareNumber(kind: Quantity): boolean {
  return sameUnit(kind, quantity("number", false));
}

/** Sum or difference; undefined where the units differ. */
export function sum(a: Quantity, b: Quantity): Quantity | undefined {
  if (!sameUnit(a, b)) return undefined;
  return { ...a, whole: a.whole && b.whole, shownAs: commonWord(a, b) };
}

export function product(a: Quantity, b: Quantity): Quantity {
  const dimension = combined(a.dimension, b.dimension, 1);
  return { kind: "quantity", dimension, whole: a.whole && b.whole, shownAs: wordFor(dimension, [a, b]) };
}

/** A quotient is never proved whole. */
export function quotient(a: Quantity, b: Quantity): Quantity {
  const dimension = combined(a.dimension, b.dimension, -1);
  const word = wordFor(dimension, [a, b]);
  return { kind: "quantity", dimension, whole: false, shownAs: word === "count" ? "number" : word };
}

/** The two as alternatives of one another, as in `A om C annars B`; undefined where the units differ. */
export function either(a: Quantity, b: Quantity): Quantity | undefined {
  return sum(a, b);
}

export function notWhole(kind: Quantity): Quantity {
  return { ...kind, whole: false, shownAs: kind.shownAs === "count" ? "number" : kind.shownAs };
}

function combined(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  return {
    money: a.money + sign * b.money,
    day: a.day + sign * b.day,
    weekday: a.weekday + sign * b.weekday,
    hour: a.hour + sign * b.hour,
  };
}

function commonWord(a: Quantity, b: Quantity): QuantityWord {
  if (a.shownAs === b.shownAs) return a.shownAs;
  return isBareNumber(a) ? "number" : a.shownAs;
}

/** The word for a result: that of an operand in the same unit, else the plain word of the unit. */
function wordFor(dimension: Dimension, operands: readonly Quantity[]): QuantityWord {
  const bare: Quantity = { kind: "quantity", dimension, whole: false, shownAs: "other" };
  if (isBareNumber(bare)) return operands.every((operand) => operand.shownAs === "count") ? "count" : "number";
  const operand = operands.find((candidate) => sameUnit(candidate, bare));
  if (operand !== undefined) return operand.shownAs;
  const words = ["days", "weekdays", "hours", "money", "moneyPerDay"] as const;
  return words.find((word) => sameUnit(quantity(word, false), bare)) ?? "other";
}
