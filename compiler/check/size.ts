// What is known of the size of an expression before any data: above zero, zero or above, or nothing.
// Rule: only what is proved; literals, plain counts of a group, and what is built of them.

import type { RuleText } from "../resolve/document.ts";
import type { Expression, Name } from "../syntax/ast.ts";
import { declarationOf, type Checking } from "./checking.ts";
import { cellsOf, definitionsOf, idOf } from "./definitions.ts";
import { linesOfStep } from "./step-kinds.ts";

export type Size = "above zero" | "zero or above" | "anything";

/** `rule` is the one whose steps may be named; in its groups a plain count is never 0. */
export function sizeOf(
  expression: Expression,
  rule: RuleText | undefined,
  checking: Checking,
  seen: ReadonlySet<string> = new Set(),
): Size {
  const size = (part: Expression): Size => sizeOf(part, rule, checking, seen);
  switch (expression.kind) {
    case "number":
      return /[1-9]/.test(expression.digits) ? "above zero" : "zero or above";
    case "parenthesis":
      return size(expression.of);
    case "name":
      return sizeOfName(expression, rule, checking, seen);
    case "at":
      return size(expression.of);
    case "aggregate":
      if (expression.of.function === "mean" || expression.of.function === "sum") {
        return size(expression.of.value) === "anything" ? "anything" : "zero or above";
      }
      return rule !== undefined && expression.where === undefined ? "above zero" : "zero or above";
    case "span":
    case "begunDays":
      return "zero or above";
    case "arithmetic":
      return sizeOfResult(expression.operator, size(expression.left), size(expression.right));
    case "extreme":
      return sizeOfList(expression.which, expression.of.map(size));
    case "if":
      return expression.otherwise === undefined
        ? "anything"
        : least([size(expression.then), size(expression.otherwise)]);
    default:
      return "anything";
  }
}

function sizeOfName(name: Name, rule: RuleText | undefined, checking: Checking, seen: ReadonlySet<string>): Size {
  const declaration = declarationOf(name, checking);
  if (declaration === undefined) return "above zero";
  if (declaration.kind === "step" && rule !== undefined) {
    const id = `step ${name.text}`;
    if (seen.has(id)) return "anything";
    const lines = linesOfStep(rule, name.text).map(({ line }) => line.value);
    // A rounded step may come down to zero, so a rounding takes the proof away.
    const rounded = rule.lines.some(({ line }) => line.kind === "round" && line.name.text === name.text);
    const size = least(lines.map((line) => sizeOf(line, rule, checking, new Set([...seen, id]))));
    return rounded && size === "above zero" ? "zero or above" : size;
  }
  if (declaration.kind !== "value" && declaration.kind !== "term") return "anything";
  const id = idOf(declaration);
  if (seen.has(id)) return "anything";
  const deeper = new Set([...seen, id]);
  if (declaration.kind === "value") {
    const rows = checking.documents.get(declaration.document)?.values.get(declaration.value.name.text)?.rows ?? [];
    return least(rows.flatMap(({ it }) => cellsOf(it)).map((cell) => sizeOf(cell, undefined, checking, deeper)));
  }
  const definitions = definitionsOf(declaration, checking.documents);
  return least(definitions.map(({ value }) => sizeOf(value, undefined, checking, deeper)));
}

function sizeOfResult(operator: "+" | "-" | "*" | "/", left: Size, right: Size): Size {
  if (operator === "-" || left === "anything" || right === "anything") return "anything";
  if (operator === "+") return left === "above zero" || right === "above zero" ? "above zero" : "zero or above";
  return left === "above zero" && right === "above zero" ? "above zero" : "zero or above";
}

function sizeOfList(which: "least" | "greatest" | "first" | "last", sizes: readonly Size[]): Size {
  if (which !== "greatest") return least(sizes);
  if (sizes.includes("above zero")) return "above zero";
  return sizes.includes("zero or above") ? "zero or above" : "anything";
}

function least(sizes: readonly Size[]): Size {
  if (sizes.length === 0 || sizes.includes("anything")) return "anything";
  return sizes.includes("zero or above") ? "zero or above" : "above zero";
}
