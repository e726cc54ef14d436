// Which expressions are conditions: `är okänt` asks of those whether they are known to hold or not.

import { kindOf, namedKinds } from "@avtal/compiler/ir/kind-of";
import type { Expr } from "@avtal/compiler/ir/ir";
import type { Run } from "@avtal/compiler/ir/run";

export function isConditionExpr(expr: Expr, run: Run): boolean {
  return kindOf(expr, namedKinds(run.program, null)).kind === "condition";
}
