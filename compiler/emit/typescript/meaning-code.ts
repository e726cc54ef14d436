// What a number stands for, so that results can show it: a payer, a choice, a month.

import type { Expr, ValueKind } from "../../ir/ir.ts";
import { array, object, text, type Code } from "./code.ts";
import type { Emission } from "./emission.ts";
import { isFraction, type Place } from "./expression-code.ts";

/** The meaning of a value of this kind; `expr` says whether a quantity is held as a number or as a fraction. */
export function meaningCode(kind: ValueKind, expr: Expr, place: Place, emission: Emission): Code {
  switch (kind.kind) {
    case "quantity":
      return ofKind(isFraction(expr, place, emission) ? "fraction" : "number");
    case "choice":
      return object([
        { name: "kind", value: text("choice") },
        {
          name: "choices",
          value: array(
            emission.field(kind.field).choices.map(({ code, name }) =>
              object([
                { name: "code", value: text(code) },
                { name: "name", value: text(name) },
              ]),
            ),
          ),
        },
      ]);
    default:
      return ofKind(kind.kind);
  }
}

export function ofKind(kind: string): Code {
  return object([{ name: "kind", value: text(kind) }]);
}
