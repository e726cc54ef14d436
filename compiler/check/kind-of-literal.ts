// Numbers with their units, and quoted texts, which are payers where a payer is expected.
// Rule: a number is whole when its value is, so `2,0 dagar` is two whole days.

import type { NumberLiteral, Text, UnitWord } from "../syntax/ast.ts";
import { unknown, type Checking } from "./checking.ts";
import type { Kind, QuantityWord } from "./kind.ts";
import { literalLimitProblem } from "./literal-limits.ts";
import { nearest } from "../nearest.ts";
import { payersNamed, registersAtHand, someRegisterUnread } from "./payer-text.ts";
import { monthsAreNoAmount } from "./problems/months-are-no-amount.ts";
import { payerNotInRegister } from "./problems/payer-not-in-register.ts";
import { quantity } from "./quantity.ts";

export function numberKind(literal: NumberLiteral, checking: Checking, expected: Kind | undefined): Kind {
  if (literal.unit === "months") {
    checking.report(monthsAreNoAmount(literal));
    return unknown;
  }
  if (literal.unit === undefined && expected?.kind === "year" && /^\d{4}$/.test(literal.digits))
    return { kind: "year" };
  if (isThousandsWithComma(literal)) return unknown;
  const outside = literalLimitProblem(literal);
  if (outside !== undefined) {
    checking.report(outside);
    return unknown;
  }
  if (literal.unit === undefined) return quantity("number", isWhole(literal.digits, 0));
  return quantity(
    wordOfUnit[literal.unit],
    literal.unit !== "percent" && isWhole(literal.digits, decimalsOf[literal.unit]),
  );
}

export function textKind(text: Text, checking: Checking, expected: Kind | undefined): Kind {
  if (expected?.kind !== "payer") return { kind: "text" };
  const { documents } = checking;
  const named = payersNamed(text.text, expected.register, documents);
  const first = named[0];
  if (first === undefined) {
    if (!someRegisterUnread(expected.register, documents)) {
      const names = registersAtHand(expected.register, documents).flatMap(([, read]) =>
        read.entries.map((e) => e.name),
      );
      checking.report(payerNotInRegister({ text, guess: nearest(text.text, names), register: expected.register }));
    }
    return unknown;
  }
  return {
    kind: "payer",
    register: named.every((each) => each.register === first.register) ? first.register : undefined,
  };
}

const wordOfUnit: Readonly<Record<Exclude<UnitWord, "months">, Exclude<QuantityWord, "other">>> = {
  days: "days",
  weekdays: "weekdays",
  careDays: "careDays",
  hours: "hours",
  kronor: "money",
  kronorPerDay: "moneyPerDay",
  percent: "share",
};

/** Money is whole in öre, so two decimals of a krona are whole. */
const decimalsOf: Readonly<Record<Exclude<UnitWord, "months" | "percent">, number>> = {
  days: 0,
  weekdays: 0,
  careDays: 0,
  hours: 0,
  kronor: 2,
  kronorPerDay: 2,
};

/** `7,800 kr`, which has been reported where it was read. */
function isThousandsWithComma({ digits, unit }: NumberLiteral): boolean {
  return (unit === "kronor" || unit === "kronorPerDay") && /^\d{1,3}\.\d{3}$/.test(digits);
}

function isWhole(digits: string, decimals: number): boolean {
  const fraction = digits.split(".")[1] ?? "";
  return /^0*$/.test(fraction.slice(decimals));
}
