// What costs more than a comparison or an addition, so that a kernel works it out only where it is asked for.

import type { Code, Statement } from "../code.ts";
import type { Kernel } from "./scope.ts";
import { isTruth } from "./truths.ts";
import { isWrittenOut } from "./written-out.ts";

/** Whether code calls anything that is more than a comparison or an addition. */
export function isCostly(code: Code, kernel: Kernel): boolean {
  switch (code.kind) {
    case "call":
      return isCostlyCall(code, kernel) || code.arguments.some((argument) => isCostly(argument, kernel));
    case "conditional":
      return [code.test, code.then, code.otherwise].some((part) => isCostly(part, kernel));
    case "binary":
      return isCostly(code.left, kernel) || isCostly(code.right, kernel);
    case "not":
    case "as":
    case "member":
    case "element":
      return isCostly(code.of, kernel);
    default:
      return false;
  }
}

function isCostlyCall({ callee }: Code & { readonly kind: "call" }, kernel: Kernel): boolean {
  if (callee.kind !== "name") return true;
  const known = kernel.costly.get(callee.name);
  if (known !== undefined) return known;
  const own = kernel.functionOf(callee.name);
  const isCheap = isWrittenOut(callee.name) || isTruth(callee.name) || cheap.has(callee.name);
  const costly = own === undefined ? !isCheap : own.body.some((statement) => isCostlyStatement(statement, kernel));
  kernel.costly.set(callee.name, costly);
  return costly;
}

const cheap: ReadonlySet<string> = new Set(["decided", "keep", "isKnown", "momentOf"]);

function isCostlyStatement(statement: Statement, kernel: Kernel): boolean {
  switch (statement.kind) {
    case "const":
    case "run":
      return isCostly(statement.value, kernel);
    case "return":
      return statement.value !== null && isCostly(statement.value, kernel);
    case "if":
      return (
        isCostly(statement.test, kernel) ||
        [...statement.then, ...statement.otherwise].some((inner) => isCostlyStatement(inner, kernel))
      );
    default:
      return true;
  }
}
