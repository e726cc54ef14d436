// Division by something that can be zero, and means over a selection that can be empty.
// Rule: a divisor is proved to be above zero, or an `om` around the division asks for it first.

import type { Document, RuleText } from "../resolve/document.ts";
import { written } from "../resolve/written.ts";
import type { Expression } from "../syntax/ast.ts";
import { allExpressions } from "./all-expressions.ts";
import type { Checking } from "./checking.ts";
import { divisorCanBeZero } from "./problems/divisor-can-be-zero.ts";
import { meanCanBeEmpty } from "./problems/mean-can-be-empty.ts";
import { sizeOf } from "./size.ts";
import { bare, subexpressions } from "./subexpressions.ts";

export function checkDivisions(document: Document, checking: Checking): void {
  // The expressions of a rule come one after another, and ask the same of its records.
  let around: Around = { rule: undefined, charges: false, asked: new Set() };
  for (const { expression, rule } of allExpressions(document, checking.documents)) {
    if (around.rule !== rule?.text) {
      around = { rule: rule?.text, charges: rule?.text.statement.kind === "rule", asked: askedByWhen(rule?.text) };
    }
    walk(expression, around, checking);
  }
}

interface Around {
  readonly rule: RuleText | undefined;
  readonly charges: boolean;
  /** What an `om` or `när` around has asked for, as `written` text: above zero, or there at all. */
  readonly asked: ReadonlySet<string>;
}

function walk(expression: Expression, around: Around, checking: Checking): void {
  if (expression.kind === "if") {
    walk(expression.condition, around, checking);
    walk(expression.then, { ...around, asked: union(around.asked, askedBy(expression.condition, true)) }, checking);
    if (expression.otherwise !== undefined) {
      const asked = union(around.asked, askedBy(expression.condition, false));
      walk(expression.otherwise, { ...around, asked }, checking);
    }
    return;
  }
  if (expression.kind === "arithmetic" && expression.operator === "/") checkDivisor(expression.right, around, checking);
  if (expression.kind === "aggregate" && expression.of.function === "mean" && expression.where !== undefined) {
    const asked = around.asked.has(written(expression)) || around.asked.has(`where ${written(expression.where)}`);
    if (around.charges && !asked) checking.report(meanCanBeEmpty({ aggregate: expression }));
  }
  for (const child of subexpressions(expression)) walk(child, around, checking);
}

function checkDivisor(divisor: Expression, { rule, asked }: Around, checking: Checking): void {
  const kind = checking.kindOf.get(divisor);
  if (kind === undefined || kind.kind === "unknown") return;
  if (sizeOf(divisor, rule, checking) === "above zero" || asked.has(written(bare(divisor)))) return;
  checking.report(divisorCanBeZero({ divisor, zero: divisor.kind === "number" }));
}

/** The line `när` is asked before the amount is worked out. */
function askedByWhen(rule: RuleText | undefined): ReadonlySet<string> {
  const lines = rule?.lines.flatMap(({ line, guard }) => (line.kind === "when" && guard === undefined ? [line] : []));
  return new Set(lines?.flatMap((line) => [...askedBy(line.condition, true)]));
}

/** What is known to be above zero, or to exist, where the condition holds or where it does not. */
function askedBy(condition: Expression, holds: boolean): ReadonlySet<string> {
  const inside = bare(condition);
  if (inside.kind === "not") return askedBy(inside.of, !holds);
  if ((inside.kind === "and" && holds) || (inside.kind === "or" && !holds)) {
    return union(askedBy(inside.left, holds), askedBy(inside.right, holds));
  }
  if (inside.kind === "test" && inside.test === (holds ? "exists" : "isMissing"))
    return new Set([written(bare(inside.of))]);
  if (inside.kind !== "comparison") return new Set();
  const limit = bare(inside.right);
  if (limit.kind !== "number") return new Set();
  const positive = /[1-9]/.test(limit.digits);
  const yes = { exceeds: true, atLeast: positive, is: positive, isNot: !positive };
  const no = { atMost: true, fallsBelow: positive, is: !positive, isNot: positive };
  const proofs: Partial<Record<string, boolean>> = holds ? yes : no;
  if (proofs[inside.operator] !== true) return new Set();
  const left = bare(inside.left);
  const selection = left.kind === "aggregate" && left.where !== undefined ? [`where ${written(left.where)}`] : [];
  return new Set([written(left), ...selection]);
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a, ...b]);
}
