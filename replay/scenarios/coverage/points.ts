// What there is to reach in a program: rows, branches, sides of comparisons, exceptions and readings.
// Rule: what the form of an expression rules out (fewer days than none) is no point, so that all points can be reached.

import { compare, ratio, whole, type Ratio } from "@avtal/runtime/ratio";
import { canonical } from "@avtal/compiler/ir/canonical";
import { descendants } from "@avtal/compiler/ir/children";
import type { Expr, Program, Rule } from "@avtal/compiler/ir/ir";
import { kindOf, namedKinds, type NamedKinds } from "@avtal/compiler/ir/kind-of";
import { linesOf, ownerOfRule } from "../lines/from-program.ts";
import type { Line } from "../lines/line.ts";
import type { Point, Side } from "./coverage.ts";
import { partKey, type Met, type Passed } from "./passings.ts";
import { rangeOf } from "./range.ts";

/** The points of the lines of a program, each line once. */
export function pointsOf(program: Program, passed: Passed): Point[] {
  const lines = new Map<string, Line>();
  for (const line of linesOf(program)) {
    if (!lines.has(line.key) || standsAsChosen(line.guards, program)) lines.set(line.key, line);
  }
  return [...lines.values()]
    .filter((line) => isRun(line, program))
    .flatMap((line) => linePoints(line, program, passed));
}

/**
 * False for what no run works out: the formula of a measured value, what an invoice line only repeats, and the validity of
 * a document of which only values and names are used.
 */
export function isRun({ role, owner }: Line, { documents }: Program): boolean {
  if (role.kind === "inForce") {
    return (
      documents.some(({ name, role: of }) => name === owner.document && of !== "used") || owner.sort !== "document"
    );
  }
  return role.kind !== "formula" && role.kind !== "quantity" && role.kind !== "unitPrice";
}

/** Whether something that stands under some readings stands under those that were chosen, on some day. */
export function standsAsChosen(guards: Line["guards"], { questions }: Program): boolean {
  return guards.every(({ question, readings }) =>
    questions.some(({ id, chosen }) => id === question && chosen.some(({ reading }) => readings.includes(reading))),
  );
}

function linePoints(line: Line, program: Program, passed: Passed): Point[] {
  const { owner, clause, key, role } = line;
  const about = { line, document: owner.document, clause, isChosen: standsAsChosen(line.guards, program) };
  const row: Point[] = role.kind === "cell" ? [{ kind: "row", ...about, isReached: passed.lines.has(key) }] : [];
  if (line.expr === null) return row;
  const rules = program.rules.filter((rule) => isOwner(rule, line));
  const kinds = namedKinds(program, mergedRule(rules));
  const parts = descendants(line.expr).flatMap((expr, part): Point[] => [
    ...(isBranch(expr, part, line) ? branchPoints(expr, about, passed.branches.get(partKey(key, part))) : []),
    ...(expr.kind === "compare"
      ? boundaryPoints(expr, { about, met: passed.met.get(partKey(key, part)), kinds, program, rules })
      : []),
  ]);
  return [...row, ...parts];
}

type About = Pick<Point, "line" | "document" | "clause" | "isChosen">;

/** Whole conditions of lines, and conditions that pick a branch. */
function isBranch(expr: Expr, part: number, { role, expr: whole }: Line): boolean {
  if (part === 0) return role.kind === "requires" || role.kind === "scope" || role.kind === "when";
  return whole !== null && descendants(whole).some((each) => each.kind === "if" && each.condition === expr);
}

function branchPoints(condition: Expr, about: About, seen: ReadonlySet<string> | undefined): Point[] {
  if (condition.kind === "truth" || isKnownAlways(condition)) return [];
  return (["yes", "no"] as const).map((holds) => ({
    kind: "branch",
    ...about,
    condition,
    holds,
    isReached: seen?.has(holds) === true,
  }));
}

interface Comparing {
  readonly about: About;
  readonly met: Met | undefined;
  readonly kinds: NamedKinds;
  readonly program: Program;
  readonly rules: readonly Rule[];
}

function boundaryPoints(
  comparison: Expr & { readonly kind: "compare" },
  { about, met, kinds, program, rules }: Comparing,
): Point[] {
  const { left, right } = comparison;
  if ((isConstant(left) && isConstant(right)) || isKnownAlways(comparison)) return [];
  const step = stepOf(left, right, kinds);
  if (step === undefined) {
    return [
      { kind: "boundary", ...about, comparison, side: "equal", isReached: met?.at === true },
      { kind: "boundary", ...about, comparison, side: "other", isReached: met?.isOther === true },
    ];
  }
  const [a, b] = [rangeOf(left, program, rules), rangeOf(right, program, rules)];
  const canBe: Readonly<Record<Side, boolean>> = {
    below: isLess(a.least, b.greatest),
    at: !isLess(b.greatest, a.least, false) && !isLess(a.greatest, b.least, false),
    above: isLess(b.least, a.greatest),
  };
  const near = (distance: Ratio | null | undefined): boolean =>
    distance !== null && distance !== undefined && compare(distance, step) <= 0;
  const reached: Readonly<Record<Side, boolean>> = {
    below: near(met?.below),
    at: met?.at === true,
    above: near(met?.above),
  };
  return (["below", "at", "above"] as const)
    .filter((side) => canBe[side])
    .map((side) => ({ kind: "boundary", ...about, comparison, side, isReached: reached[side] }));
}

/** Whether the first can be less than the second; where a bound is not known, `otherwise`. */
function isLess(least: Ratio | null, greatest: Ratio | null, otherwise = true): boolean {
  return least === null || greatest === null ? otherwise : compare(least, greatest) < 0;
}

/** What is compared with itself can only be equal, or not known. */
export function isKnownAlways(condition: Expr): boolean {
  return condition.kind === "compare" && canonical(condition.left) === canonical(condition.right);
}

/** Nothing in it differs from record to record or from run to run. */
function isConstant(expr: Expr): boolean {
  return descendants(expr).every(({ kind }) =>
    ["quantity", "date", "period", "clock", "arithmetic", "text"].includes(kind),
  );
}

/**
 * The smallest step of what is compared: a day, a month, a minute, one of what is counted; a tenth of a quantity that
 * need not be whole, and one krona. Undefined for what has no order.
 */
function stepOf(left: Expr, right: Expr, kinds: NamedKinds): Ratio | undefined {
  const [a, b] = [kindOf(left, kinds), kindOf(right, kinds)];
  switch (a.kind) {
    case "date":
    case "month":
    case "quarter":
    case "year":
      return whole(1);
    case "clock":
    case "moment":
      return whole(60);
    case "quantity":
      if (a.unit === "money" || a.unit === "moneyPerDay") return whole(100);
      return a.whole && b.kind === "quantity" && b.whole ? whole(1) : ratio(1n, 10n);
    default:
      return undefined;
  }
}

export function isOwner(rule: Rule, { owner }: Line): boolean {
  const own = ownerOfRule(rule);
  return own.sort === owner.sort && own.document === owner.document && own.name === owner.name;
}

/** The keys and steps of every version of a rule, for the kinds of their names. */
export function mergedRule(rules: readonly Rule[]): Rule | null {
  const [first] = rules;
  if (first === undefined) return null;
  return { ...first, keys: rules.flatMap(({ keys }) => keys), steps: rules.flatMap(({ steps }) => steps) };
}
