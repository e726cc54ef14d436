// `datum för x`, `månad för x`, `län för x`, and `V vid D`.
// Rule: a date, month, quarter or year is asked of something that has one, a register fact of a payer of that register.

import type { Declaration } from "../resolve/bindings.ts";
import type { Expression } from "../syntax/ast.ts";
import { declarationOf, unknown, type Checking, type Place } from "./checking.ts";
import { fieldKind } from "./declared-kind.ts";
import type { Kind } from "./kind.ts";
import { kindOf } from "./kind-of.ts";
import { needDate } from "./needed-kind.ts";
import { atNeedsDatedValue } from "./problems/at-needs-dated-value.ts";
import { attributeDoesNotFit } from "./problems/attribute-does-not-fit.ts";

export function attributeKind(
  expression: Extract<Expression, { kind: "attribute" }>,
  place: Place,
  checking: Checking,
): Kind {
  const of = kindOf(expression.of, place, checking);
  const declaration = declarationOf(expression.name, checking);
  if (declaration === undefined) return unknown;
  const asked = askedOf(declaration, checking);
  if (asked !== undefined && (of.kind === "unknown" || asked.fits(of))) return asked.gives;
  checking.report(attributeDoesNotFit({ expression, of, declaration }));
  return asked?.gives ?? unknown;
}

export function atKind(expression: Extract<Expression, { kind: "at" }>, place: Place, checking: Checking): Kind {
  const kind = kindOf(expression.of, place, checking);
  needDate(expression.at, place, checking);
  // A payer may be asked for on a day too: districts merge, and a successor then stands for them.
  if (kind.kind !== "unknown" && kind.kind !== "payer" && !isDated(expression.of, checking)) {
    checking.report(atNeedsDatedValue({ expression }));
  }
  return kind;
}

/** What an attribute can be asked of, and what it gives; undefined for a name that is no attribute. */
function askedOf(
  declaration: Declaration,
  checking: Checking,
): { readonly fits: (kind: Kind) => boolean; readonly gives: Kind } | undefined {
  if (declaration.kind === "registerFact") {
    const register = `${declaration.document}.${declaration.register.name.text}`;
    return {
      fits: (kind) => kind.kind === "payer" && (kind.register === undefined || kind.register === register),
      gives: fieldKind(declaration.document, declaration.field, checking),
    };
  }
  if (declaration.kind !== "builtIn") return undefined;
  const hasDay = (kind: Kind): boolean => kind.kind === "date" || kind.kind === "moment";
  switch (declaration.builtIn) {
    case "dateOf":
      return { fits: (kind) => kind.kind === "moment", gives: { kind: "date" } };
    case "clockOf":
      return { fits: (kind) => kind.kind === "moment", gives: { kind: "clock" } };
    case "monthOf":
      return { fits: hasDay, gives: { kind: "month" } };
    case "quarterOf":
      return { fits: hasDay, gives: { kind: "quarter" } };
    case "yearOf":
      return { fits: hasDay, gives: { kind: "year" } };
    default:
      return undefined;
  }
}

/** `vid` asks for another day's row: of a value, or of a term or condition that may read one. */
function isDated(expression: Expression, checking: Checking): boolean {
  if (expression.kind === "parenthesis") return isDated(expression.of, checking);
  if (expression.kind !== "name") return false;
  const kind = declarationOf(expression, checking)?.kind;
  return kind === "value" || kind === "term" || kind === "condition";
}
