// What tells of a record, before anything else is asked, that a rule is not about it: a field that says another kind of care.
// Rule: it holds only where the scope is certainly no on every day, so that such a record passes whatever its day is.

import type { Code } from "../code.ts";
import { someName } from "../closures.ts";
import { isCostly } from "./costs.ts";
import { keyOf, type Scope } from "./scope.ts";
import { anyOf, noOf } from "./truths.ts";
import { argumentsOf, bodyValue, calledWith } from "./values.ts";

/** `day`: what the day is bound to in the scope. A test of fields alone; JavaScript's false where nothing is told by them. */
export function plainlyNo(code: Code, day: Code, scope: Scope): Code {
  if (code.kind !== "call" || code.callee.kind !== "name") return nothingTold;
  const own = scope.kernel.functionOf(code.callee.name);
  if (own !== undefined) {
    return bodyValue(
      own.body,
      calledWith(own, argumentsOf(code, scope), scope),
      (body, there) => plainlyNo(body, day, there),
      () => nothingTold,
    );
  }
  if (code.callee.name === "both") return anyOf(code.arguments.map((each) => plainlyNo(each, day, scope)));
  return isOfDay(code, day, scope) || isCostly(code, scope.kernel) ? nothingTold : noOf(code, scope);
}

function isOfDay(code: Code, day: Code, { bound }: Scope): boolean {
  return someName(code, (own) => {
    const meant = bound.get(own);
    return meant !== undefined && keyOf(meant) === keyOf(day);
  });
}

const nothingTold: Code = { kind: "word", word: "false" };
