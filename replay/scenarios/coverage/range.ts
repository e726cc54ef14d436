// The least and the greatest that an expression can give, as far as its form says so.
// Rule: only what holds for every record is said; null where the form says nothing.

import { compare, minus, plus, ratioFromText, whole, zero, type Ratio } from "@avtal/runtime/ratio";
import type { Expr, Program, Rule } from "@avtal/compiler/ir/ir";

export interface Range {
  readonly least: Ratio | null;
  readonly greatest: Ratio | null;
}

const anything: Range = { least: null, greatest: null };
const notNegative: Range = { least: zero, greatest: null };
const atLeastOne: Range = { least: whole(1), greatest: null };

/** `rules` are those whose steps the expression may read. */
export function rangeOf(expr: Expr, program: Program, rules: readonly Rule[]): Range {
  const at = (part: Expr): Range => rangeOf(part, program, rules);
  switch (expr.kind) {
    case "quantity":
      return { least: ratioFromText(expr.exact), greatest: ratioFromText(expr.exact) };
    case "calendarDays":
    case "weekdays":
    case "begunDays":
      return notNegative;
    case "aggregate":
      // A group has records, so what counts all of them counts one at least.
      if (expr.function === "count" && expr.where === null && expr.over.kind === "group") return atLeastOne;
      if (expr.function === "count" || expr.of === null) return notNegative;
      return isNotNegative(at(expr.of)) ? notNegative : anything;
    case "greatest":
      return {
        least: furthest(
          expr.of.map((part) => at(part).least),
          1,
        ),
        greatest: null,
      };
    case "least":
      return {
        least: null,
        greatest: furthest(
          expr.of.map((part) => at(part).greatest),
          -1,
        ),
      };
    case "arithmetic":
      return arithmeticRange(expr.operator, at(expr.left), at(expr.right));
    case "if":
      return either([at(expr.then), at(expr.otherwise)]);
    case "choose":
      return either(expr.by.map(({ it }) => at(it)));
    case "round":
      return isNotNegative(at(expr.of)) ? notNegative : anything;
    case "ofEpisode":
      return at(expr.of);
    case "term": {
      const bodies = program.terms
        .filter(({ id }) => id === expr.term)
        .flatMap(({ definitions }) => definitions.flatMap(({ by }) => by.map(({ it }) => it)));
      return either(bodies.map((body) => (body.kind === "expression" ? at(body.value) : anything)));
    }
    case "value": {
      const cells = program.values
        .filter(({ id }) => id === expr.value)
        .flatMap(({ rows }) =>
          rows.flatMap((row) => row.cells.flatMap(({ value }) => (value === null ? [] : [value]))),
        );
      return either(cells.map(at));
    }
    case "step":
      return either(
        rules.flatMap(({ steps }) => steps.filter(({ name }) => name === expr.name)).map((step) => at(step.value)),
      );
    default:
      return anything;
  }
}

/** Whether a comparison is the same for every record, as far as the forms of its sides say so; undefined where they do not. */
export function decidedBy(
  { operator, left, right }: Expr & { readonly kind: "compare" },
  program: Program,
  rules: readonly Rule[],
): boolean | undefined {
  const [a, b] = [rangeOf(left, program, rules), rangeOf(right, program, rules)];
  const order = (low: Ratio | null, high: Ratio | null): number | undefined =>
    low === null || high === null ? undefined : compare(low, high);
  const [leastOver, mostUnder] = [order(a.least, b.greatest), order(a.greatest, b.least)];
  switch (operator) {
    case ">":
      return leastOver === 1 ? true : mostUnder !== undefined && mostUnder <= 0 ? false : undefined;
    case ">=":
      return leastOver !== undefined && leastOver >= 0 ? true : mostUnder === -1 ? false : undefined;
    case "<":
      return mostUnder === -1 ? true : leastOver !== undefined && leastOver >= 0 ? false : undefined;
    case "<=":
      return mostUnder !== undefined && mostUnder <= 0 ? true : leastOver === 1 ? false : undefined;
    default:
      return undefined;
  }
}

function isNotNegative({ least }: Range): boolean {
  return least !== null && compare(least, zero) >= 0;
}

function arithmeticRange(operator: "+" | "-" | "*" | "/", left: Range, right: Range): Range {
  switch (operator) {
    case "+":
      return { least: both(left.least, right.least, plus), greatest: both(left.greatest, right.greatest, plus) };
    case "-":
      return { least: both(left.least, right.greatest, minus), greatest: both(left.greatest, right.least, minus) };
    case "*":
    case "/":
      return isNotNegative(left) && isNotNegative(right) ? notNegative : anything;
  }
}

function both(a: Ratio | null, b: Ratio | null, made: (a: Ratio, b: Ratio) => Ratio): Ratio | null {
  return a === null || b === null ? null : made(a, b);
}

/** The furthest of those that are known, in the direction of `sign`. */
function furthest(bounds: readonly (Ratio | null)[], sign: 1 | -1): Ratio | null {
  return bounds.reduce((best, bound) => {
    if (bound === null || best === null) return bound ?? best;
    return compare(bound, best) === sign ? bound : best;
  }, null);
}

/** What one of several gives: bounded only where all are. */
function either(ranges: readonly Range[]): Range {
  if (ranges.length === 0) return anything;
  const bound = (side: keyof Range, sign: 1 | -1): Ratio | null =>
    ranges.some((range) => range[side] === null)
      ? null
      : furthest(
          ranges.map((range) => range[side]),
          sign,
        );
  return { least: bound("least", -1), greatest: bound("greatest", 1) };
}
