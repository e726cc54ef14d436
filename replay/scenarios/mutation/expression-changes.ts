// The small changes that can be made inside an expression: each gives the expression with one part of it changed.
// Rule: by the smallest step of what is changed; a change that could not be written is not made.

import { minus, plus, ratio, ratioFromText, ratioText, zero, compare, type Ratio } from "@avtal/runtime/ratio";
import { canonical } from "@avtal/compiler/ir/canonical";
import { children, mapChildren } from "@avtal/compiler/ir/children";
import type { Expr, Guard } from "@avtal/compiler/ir/ir";
import type { MutantSort } from "./mutant.ts";

export interface ExpressionChange {
  readonly sort: MutantSort;
  /** The smallest part that people read as one: the part that is changed, or the one around it. */
  readonly before: Expr;
  readonly after: Expr;
  /** The whole expression, changed. */
  readonly whole: Expr;
  /** Readings under which the changed part stands, beside those of the line. */
  readonly guards: readonly Guard[];
}

/** In the order in which the parts are written. */
export function changesIn(expr: Expr): ExpressionChange[] {
  return placedChangesIn(expr).map(({ change }) => change);
}

interface Placed {
  readonly change: ExpressionChange;
  /** The places that lead to the part, and what is changed there: equal for parts that were written once. */
  readonly place: string;
}

function placedChangesIn(expr: Expr): Placed[] {
  if (expr.kind === "choose") return changesInChoice(expr);
  const own = changesAt(expr).map(({ sort, after }): Placed => ({
    change: { sort, before: expr, after, whole: after, guards: [] },
    place: canonical([sort, expr, after]),
  }));
  const inside = children(expr).flatMap((child, place) =>
    placedChangesIn(child).map(({ change, place: within }): Placed => {
      const whole = withChild(expr, place, change.whole);
      const isBare = isLiteral(change.before);
      const shown = isBare ? { ...change, before: expr, after: whole, whole } : { ...change, whole };
      return { change: shown, place: `${place} ${within}` };
    }),
  );
  return [...own, ...inside];
}

/** What stands alike under several readings was written once, and is changed under all of them together. */
function changesInChoice(expr: Expr & { readonly kind: "choose" }): Placed[] {
  const found = new Map<string, Placed>();
  expr.by.forEach(({ guard, it }, branch) => {
    for (const { change, place } of placedChangesIn(it)) {
      const known = found.get(place)?.change;
      const whole = withChild(known?.whole ?? expr, branch, change.whole);
      const guards = [...(guard === null ? [] : [guard]), ...change.guards];
      found.set(place, {
        place,
        change: { ...(known ?? change), whole, guards: known === undefined ? guards : eitherOf(known.guards, guards) },
      });
    }
  });
  return [...found.values()];
}

/** Readings under one of which each stands; without any where one of the two needs none. */
function eitherOf(some: readonly Guard[], others: readonly Guard[]): readonly Guard[] {
  return some.flatMap(({ question, readings }) => {
    const other = others.find((guard) => guard.question === question);
    return other === undefined ? [] : [{ question, readings: [...new Set([...readings, ...other.readings])] }];
  });
}

function withChild(expr: Expr, place: number, child: Expr): Expr {
  let at = -1;
  return mapChildren(expr, (known) => {
    at += 1;
    return at === place ? child : known;
  });
}

/** A literal alone says too little; it is shown in what stands around it. */
function isLiteral({ kind }: Expr): boolean {
  return kind === "quantity" || kind === "date" || kind === "clock" || kind === "period";
}

interface Change {
  readonly sort: MutantSort;
  readonly after: Expr;
}

const yes: Expr = { kind: "truth", holds: "yes" };

function changesAt(expr: Expr): Change[] {
  switch (expr.kind) {
    case "quantity":
      return steps(ratioFromText(expr.exact)).map((exact) => ({
        sort: "number",
        after: { ...expr, exact: ratioText(exact) },
      }));
    case "date":
      return [-1, 1].map((by) => ({ sort: "date", after: { ...expr, day: expr.day + by } }));
    case "period":
      return [-1, 1].map((by) => ({ sort: "date", after: { ...expr, index: expr.index + by } }));
    case "clock":
      return [-60, 60]
        .map((by) => expr.seconds + by)
        .filter((seconds) => seconds >= 0 && seconds < 86_400)
        .map((seconds) => ({ sort: "clock", after: { ...expr, seconds } }));
    case "compare":
      return [{ sort: "comparison", after: { ...expr, operator: neighbours[expr.operator] } }];
    case "calendarDays":
    case "weekdays":
      return [
        { sort: "span-end", after: { ...expr, fromCounted: !expr.fromCounted } },
        { sort: "span-end", after: { ...expr, toCounted: !expr.toCounted } },
      ];
    case "round":
      return expr.mode === "down"
        ? [{ sort: "rounding", after: { ...expr, mode: "up" } }]
        : [{ sort: "rounding", after: { ...expr, mode: "down" } }];
    case "least":
      return [{ sort: "least-greatest", after: { ...expr, kind: "greatest" } }];
    case "greatest":
      return [{ sort: "least-greatest", after: { ...expr, kind: "least" } }];
    case "and":
    case "or":
      return expr.of.map((_, place) => ({ sort: "condition", after: without(expr, place) }));
    case "if":
      return [
        { sort: "branch", after: expr.then },
        { sort: "branch", after: expr.otherwise },
      ];
    case "aggregate":
      return expr.where === null ? [] : [{ sort: "condition", after: { ...expr, where: null } }];
    case "inARow":
      return [
        { sort: "number", after: { ...expr, months: expr.months + 1 } },
        ...(expr.months > 1 ? [{ sort: "number" as const, after: { ...expr, months: expr.months - 1 } }] : []),
      ];
    default:
      return [];
  }
}

const neighbours = { "<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "!=", "!=": "=" } as const;

/** One step up and, where nothing negative comes of it, one down: a unit of the last decimal. */
function steps(exact: Ratio): Ratio[] {
  const step = ratio(1n, isDecimal(exact.under) ? exact.under : 1n);
  const less = minus(exact, step);
  return [plus(exact, step), ...(compare(less, zero) < 0 ? [] : [less])];
}

function isDecimal(under: bigint): boolean {
  let rest = under;
  for (const factor of [2n, 5n]) while (rest % factor === 0n) rest /= factor;
  return rest === 1n;
}

function without(expr: Expr & { readonly kind: "and" | "or" }, place: number): Expr {
  const rest = expr.of.filter((_, index) => index !== place);
  const [only] = rest;
  if (only === undefined) return yes;
  return rest.length === 1 ? only : { ...expr, of: rest };
}
