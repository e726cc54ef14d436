// A step with its numbers put in: `1,5 dagar − 1,3 dagar`, `9 dagar / 6`, `0,6 dagar × 9 300 kr/dygn`.
// Rule: every number is one that the run worked out; where one is lacking, nothing is shown rather than half of it.

import { isWorkedOut, operandName, partsOfMean } from "@avtal/compiler/ir/with-operands";
import type { Expr } from "@avtal/compiler/ir/ir";
import { unitWord } from "@avtal/compiler/ir/unit-word";
import { compare, ratioFromText } from "@avtal/runtime/ratio";
import type { Step, StepValue } from "@avtal/runtime/result";
import { numberOfUnit } from "./shown.ts";

export interface WorkedNumbers {
  /** The step's line with numbers for its words; null where it only names one thing. */
  readonly worked: string | null;
  /** What was rounded, where rounding changed it; else null. */
  readonly beforeRounding: string | null;
}

/** What a step's expression may read of its line. */
export interface LineNumbers {
  readonly steps: readonly Step[];
  readonly operands: ReadonlyMap<string, StepValue>;
}

export function workedNumbers(step: Step, value: Expr, line: LineNumbers): WorkedNumbers {
  if (value.kind !== "round") return { worked: workedText(value, line), beforeRounding: null };
  const rounded = numberOf(value.of, line);
  const changed =
    rounded !== undefined && step.value.kind === "quantity" && compare(rounded.exact, step.value.exact) !== 0;
  return {
    worked: workedText(value.of, line),
    beforeRounding: changed ? numberOfUnit(rounded.exact, rounded.unit) : null,
  };
}

function workedText(value: Expr, line: LineNumbers): string | null {
  if (value.kind === "aggregate") return meanText(value, line);
  return isWorkedOut(value) ? (textOf(value, line) ?? null) : null;
}

/** `9 dagar / 6`. A record without a value leaves nothing to divide. */
function meanText(value: Expr & { readonly kind: "aggregate" }, line: LineNumbers): string | null {
  if (value.function !== "mean") return null;
  const [sum, count] = partsOfMean(value).map((part) => shownAt(part, line));
  return sum === undefined || count === undefined ? null : `${sum} / ${count}`;
}

function textOf(expr: Expr, line: LineNumbers): string | undefined {
  switch (expr.kind) {
    case "arithmetic": {
      const left = inner(expr.left, expr.operator, line);
      const right = inner(expr.right, expr.operator, line);
      return left === undefined || right === undefined ? undefined : `${left} ${signs[expr.operator]} ${right}`;
    }
    case "negate": {
      const of = inner(expr.of, "-", line);
      return of === undefined ? undefined : `−${of}`;
    }
    case "least":
    case "greatest": {
      const members = expr.of.map((member) => textOf(member, line));
      const word = expr.kind === "least" ? "minsta av" : "största av";
      return members.includes(undefined) ? undefined : `${word} (${members.join("; ")})`;
    }
    default:
      return shownAt(expr, line);
  }
}

const signs = { "+": "+", "-": "−", "*": "×", "/": "/" } as const;

/** What would read otherwise without them stands in parentheses. */
function inner(expr: Expr, around: keyof typeof signs, line: LineNumbers): string | undefined {
  const text = textOf(expr, line);
  const isSum = expr.kind === "arithmetic" && (expr.operator === "+" || expr.operator === "-");
  const isTight = around === "*" || around === "/" || around === "-";
  return text !== undefined && isTight && (isSum || (around === "/" && expr.kind === "arithmetic"))
    ? `(${text})`
    : text;
}

function shownAt(expr: Expr, line: LineNumbers): string | undefined {
  const found = numberOf(expr, line);
  return found === undefined ? undefined : numberOfUnit(found.exact, found.unit);
}

type Quantity = StepValue & { readonly kind: "quantity" };

function numberOf(expr: Expr, { steps, operands }: LineNumbers): Quantity | undefined {
  const value = valueOf(expr, steps, operands);
  return value?.kind === "quantity" ? value : undefined;
}

function valueOf(expr: Expr, steps: readonly Step[], operands: ReadonlyMap<string, StepValue>): StepValue | undefined {
  if (expr.kind === "quantity") {
    return { kind: "quantity", exact: ratioFromText(expr.exact), unit: unitWord(expr.unit) };
  }
  if (expr.kind === "step") return steps.find(({ name }) => name === expr.name)?.value;
  return operands.get(operandName(expr));
}
