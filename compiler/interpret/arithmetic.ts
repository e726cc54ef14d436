// The four rules of arithmetic over quantities that may be absent.
// Rule: exact; a quotient over zero (a mean or a share of an empty set) is missing.

import { dividedBy, minus, plus, times, type Ratio } from "@avtal/runtime/ratio";
import { absentAmong, missing, quantityOf, type Value } from "./values.ts";

export function arithmetic(operator: "+" | "-" | "*" | "/", left: Value, right: Value): Value {
  const absent = absentAmong([left, right]);
  if (absent !== undefined) return absent;
  const [a, b] = [exactOf(left), exactOf(right)];
  switch (operator) {
    case "+":
      return quantityOf(plus(a, b));
    case "-":
      return quantityOf(minus(a, b));
    case "*":
      return quantityOf(times(a, b));
    case "/":
      return b.over === 0n ? missing : quantityOf(dividedBy(a, b));
  }
}

/** The fraction that a quantity is; anything else here is our own fault. */
export function exactOf(value: Value): Ratio {
  if (value.kind !== "quantity") throw new Error(`A ${value.kind} is no quantity.`);
  return value.exact;
}
