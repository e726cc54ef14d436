// The evaluator of a program as JavaScript, for a run in this process.
// Rule: the same code as the module that people read, without its types; loading it needs no TypeScript.

import type { Id, Program } from "../../ir/ir.ts";
import { printJavaScript } from "./print.ts";
import { programCode } from "./program-code.ts";

/**
 * The body of a function of the runtime that returns the evaluator. `fractional` names values that a run supplies with
 * something that is no whole number, although every row of theirs is whole.
 */
export function evaluatorScript(program: Program, fractional: ReadonlySet<Id> = new Set()): string {
  const { statements, used } = programCode(program, fractional);
  const names = used.filter((name) => !name.startsWith("type "));
  return [
    '"use strict";',
    `const { ${names.join(", ")} } = runtime;`,
    printJavaScript(statements),
    "return { evaluate: evaluateRun, measure: measureRun };",
  ].join("\n");
}
