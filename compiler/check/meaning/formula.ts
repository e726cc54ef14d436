// Conditions over things that are independent of each other: what a set of rules looks at, and nothing else.
// Rule: where two things depend on each other in a way that is not written here (two dates and the days between them),
// they are two variables. So what is impossible here is impossible in fact; what is possible here may not be.

import { NO, NOT_KNOWN, YES } from "@avtal/runtime/columns";
import { and, not, or, truth, type Truth } from "@avtal/runtime/kleene";
import type { Ratio } from "@avtal/runtime/ratio";
import { holdsFor, type Operator } from "../../ir/comparison.ts";
import type { Expr, Id } from "../../ir/ir.ts";

export type Formula =
  | { readonly kind: "truth"; readonly holds: Truth }
  | { readonly kind: "not"; readonly of: Formula }
  | { readonly kind: "and" | "or"; readonly of: readonly Formula[] }
  | { readonly kind: "if"; readonly condition: Formula; readonly then: Formula; readonly otherwise: Formula }
  /** `är okänt` of a condition. */
  | { readonly kind: "inDoubt"; readonly of: Formula }
  | { readonly kind: "holds" | "exists" | "unknown"; readonly of: Variable }
  | { readonly kind: "compare"; readonly operator: Operator; readonly left: Operand; readonly right: Operand }
  | { readonly kind: "reading"; readonly question: Id; readonly readings: readonly string[] };

export type Operand = Constant | { readonly kind: "variable"; readonly of: Variable };

export type Constant =
  | { readonly kind: "number"; readonly exact: Ratio; readonly sort: string }
  /** Choice, payer or text. */
  | { readonly kind: "name"; readonly text: string };

/** One thing that conditions look at; two with the same key are one. */
export interface Variable {
  readonly key: string;
  readonly expr: Expr;
  readonly sort:
    | { readonly kind: "condition" }
    | { readonly kind: "name"; readonly known: readonly string[] | null }
    /** Things of one `sort` are compared with each other; `whole` where nothing lies between 1 and 2. */
    | { readonly kind: "order"; readonly sort: string; readonly whole: boolean; readonly never: boolean };
  readonly absent: readonly ("missing" | "unknown")[];
  /** True for a field that most records do not have: a case without it is shown before one with it. */
  readonly oftenAbsent: boolean;
}

/** What a variable is in one case. An ordered one is a place among the constants: see `domains.ts`. */
export type CaseValue =
  | { readonly kind: "missing" | "unknown" | "yes" | "no" | "never" }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "place"; readonly sort: string; readonly place: number };

export interface Case {
  readonly values: ReadonlyMap<string, CaseValue>;
  readonly readings: ReadonlyMap<Id, string>;
}

/** Where a number lies among the constants of its sort. */
export type PlaceOf = (sort: string, exact: Ratio) => number;

/** The answer in a case that may be incomplete, or what must be said first. */
export type Answer = Truth | { readonly variable: Variable } | { readonly question: Id };

export function answer(formula: Formula, given: Case, placeOf: PlaceOf): Answer {
  const ask = (part: Formula): Answer => answer(part, given, placeOf);
  switch (formula.kind) {
    case "truth":
      return formula.holds;
    case "not": {
      const of = ask(formula.of);
      return isOpen(of) ? of : not(of);
    }
    case "and":
      return joined(formula.of, NO, and, ask);
    case "or":
      return joined(formula.of, YES, or, ask);
    case "if":
      return conditional(formula, ask);
    case "inDoubt": {
      const of = ask(formula.of);
      return isOpen(of) ? of : truth(of === NOT_KNOWN);
    }
    case "holds":
    case "exists":
    case "unknown":
      return asked(formula, given);
    case "compare":
      return compared(formula, given, placeOf);
    case "reading": {
      const reading = given.readings.get(formula.question);
      return reading === undefined ? { question: formula.question } : truth(formula.readings.includes(reading));
    }
  }
}

type Open = Exclude<Answer, Truth>;

export function isOpen(found: Answer): found is Open {
  return typeof found === "object";
}

/** What has few answers is asked first, so that what contradicts itself is found soon. */
function costOf(open: Open): number {
  if ("question" in open) return 1;
  return { condition: 0, name: 2, order: 3 }[open.variable.sort.kind];
}

function joined(
  of: readonly Formula[],
  decides: Truth,
  join: (a: Truth, b: Truth) => Truth,
  ask: (part: Formula) => Answer,
): Answer {
  let open: Open | undefined;
  let result: Truth = decides === NO ? YES : NO;
  for (const part of of) {
    const found = ask(part);
    if (found === decides) return decides;
    if (isOpen(found)) open = open === undefined || costOf(found) < costOf(open) ? found : open;
    else result = join(result, found);
  }
  return open ?? result;
}

/** With a doubtful condition: what both branches say, else doubt. */
function conditional(formula: Formula & { kind: "if" }, ask: (part: Formula) => Answer): Answer {
  const condition = ask(formula.condition);
  if (condition === YES) return ask(formula.then);
  if (condition === NO) return ask(formula.otherwise);
  if (isOpen(condition)) return condition;
  const then = ask(formula.then);
  if (isOpen(then)) return then;
  const otherwise = ask(formula.otherwise);
  if (isOpen(otherwise)) return otherwise;
  return then === otherwise ? then : NOT_KNOWN;
}

function asked(formula: Formula & { kind: "holds" | "exists" | "unknown" }, given: Case): Answer {
  const value = given.values.get(formula.of.key);
  if (value === undefined) return { variable: formula.of };
  switch (formula.kind) {
    case "holds":
      return value.kind === "yes" ? YES : value.kind === "no" ? NO : NOT_KNOWN;
    case "exists":
      return value.kind === "unknown" ? NOT_KNOWN : truth(value.kind !== "missing" && value.kind !== "never");
    case "unknown":
      return truth(value.kind === "unknown");
  }
}

function compared(formula: Formula & { kind: "compare" }, given: Case, placeOf: PlaceOf): Answer {
  const [left, right] = [valueOf(formula.left, given, placeOf), valueOf(formula.right, given, placeOf)];
  if ("variable" in left) return left;
  if ("variable" in right) return right;
  if (left.kind === "name" && right.kind === "name") {
    return truth((left.text === right.text) === (formula.operator === "="));
  }
  const [a, b] = [placeIn(left), placeIn(right)];
  if (a === undefined || b === undefined) return NOT_KNOWN;
  return truth(holdsFor(formula.operator, a === b ? 0 : a < b ? -1 : 1));
}

function valueOf(operand: Operand, given: Case, placeOf: PlaceOf): CaseValue | { readonly variable: Variable } {
  switch (operand.kind) {
    case "number":
      return { kind: "place", sort: operand.sort, place: placeOf(operand.sort, operand.exact) };
    case "name":
      return operand;
    case "variable":
      return given.values.get(operand.of.key) ?? { variable: operand.of };
  }
}

/** Never is later than every day. */
function placeIn(value: CaseValue): number | undefined {
  if (value.kind === "never") return Infinity;
  return value.kind === "place" ? value.place : undefined;
}
