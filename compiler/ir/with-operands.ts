// A program whose rules also show the numbers that their steps are worked out from: counts, sums, prices, days.
// Rule: what is added reads nothing that its step does not read, in the same order, so that a run stops, doubts and
// charges as before; the added steps are named so that no author can have named one like it.

import { canonical } from "./canonical.ts";
import type { Aggregate, Expr, Program, Rule, RuleStep } from "./ir.ts";
import { kindOf, namedKinds, type NamedKinds } from "./kind-of.ts";

const mark = "operand ";

/** The program with a step for every operand, each just before the first step of the name that it is an operand of. */
export function withOperands(program: Program): Program {
  return {
    ...program,
    rules: program.rules.map((rule) => (rule.purpose.kind === "charge" ? ruleWithOperands(rule, program) : rule)),
  };
}

/** The name of the step that shows an operand. No author's name has a space in it. */
export function operandName(operand: Expr): string {
  return `${mark}${canonical(operand)}`;
}

export function isOperandName(name: string): boolean {
  return name.startsWith(mark);
}

/**
 * What a step is worked out from and no other step shows, in the order in which it is read: of a mean its sum and its
 * count, of a rounding what is rounded. Nothing where the step only names one thing.
 */
export function operandsOf(value: Expr): readonly Expr[] {
  if (value.kind === "round") return [...operandsOf(value.of), ...(isNamed(value.of) ? [] : [value.of])];
  if (value.kind === "aggregate" && value.function === "mean") return partsOfMean(value);
  return isWorkedOut(value) ? operandsInside(value) : [];
}

/** Sum and count, where the mean is one of the other. */
export function partsOfMean(mean: Aggregate): readonly Aggregate[] {
  if (mean.per !== null) return [];
  return [
    { ...mean, function: "sum" },
    { ...mean, function: "count", of: null },
  ];
}

/** Whether an expression combines numbers that stand in it; an `om` is shown by what it came to. */
export function isWorkedOut({ kind }: Expr): boolean {
  return kind === "arithmetic" || kind === "negate" || kind === "least" || kind === "greatest";
}

function operandsInside(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "arithmetic":
      return [...operandsInside(expr.left), ...operandsInside(expr.right)];
    case "negate":
      return operandsInside(expr.of);
    case "least":
    case "greatest":
      return expr.of.flatMap(operandsInside);
    default:
      return isNamed(expr) ? [] : [expr];
  }
}

/** What a reader of the line already has: a number of the text, another step, a key. */
function isNamed({ kind }: Expr): boolean {
  return kind === "quantity" || kind === "date" || kind === "step" || kind === "key";
}

function ruleWithOperands(rule: Rule, program: Program): Rule {
  const kinds = namedKinds(program, rule);
  const steps: RuleStep[] = [];
  const shown: RuleStep[] = [];
  for (const [index, step] of rule.steps.entries()) {
    if (rule.steps[index - 1]?.name !== step.name) {
      for (const sibling of besideFrom(rule.steps, index)) {
        for (const operand of operandsOf(sibling.value)) {
          const added = operandStep(operand, sibling, shown.length + 1, kinds);
          if (shown.some((earlier) => standsWhere(added, earlier))) continue;
          shown.push(added);
          steps.push(added);
        }
      }
    }
    steps.push(step);
  }
  return { ...rule, steps };
}

/** Whether an earlier step shows the same wherever `added` would. */
function standsWhere(added: RuleStep, earlier: RuleStep): boolean {
  const { guard } = earlier;
  return earlier.name === added.name && (guard === null || canonical(guard) === canonical(added.guard));
}

/** The steps of one name that stand side by side are one step in several readings. */
function besideFrom(steps: readonly RuleStep[], first: number): readonly RuleStep[] {
  const next = steps.findIndex(({ name }, index) => index > first && name !== steps[first]?.name);
  return steps.slice(first, next < 0 ? undefined : next);
}

function operandStep(operand: Expr, step: RuleStep, order: number, kinds: NamedKinds): RuleStep {
  return {
    name: operandName(operand),
    code: `operand_${order}`,
    kind: kindOf(operand, kinds),
    guard: step.guard,
    value: operand,
    clause: null,
  };
}
