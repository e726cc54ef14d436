// The expressions that stand directly inside an expression, and the same expression with others in their place.
// Rule: the one list of who contains what; a new kind of expression is added here and nowhere else.

import type { Aggregate, Expr } from "./ir.ts";

/** In the order they are written. Inside an aggregate and inside `ofEpisode` stand record-stage expressions. */
export function children(expr: Expr): readonly Expr[] {
  const known = childrenOf.get(expr);
  if (known !== undefined) return known;
  const found: Expr[] = [];
  mapChildren(expr, (child) => {
    found.push(child);
    return child;
  });
  childrenOf.set(expr, found);
  return found;
}

/** Expressions never change, so each is taken apart once, however many records are held against it. */
const childrenOf = new WeakMap<Expr, readonly Expr[]>();

/** Every expression in `expr`, itself first. */
export function descendants(expr: Expr): readonly Expr[] {
  const found: Expr[] = [];
  const visit = (part: Expr): void => {
    found.push(part);
    children(part).forEach(visit);
  };
  visit(expr);
  return found;
}

/** `expr` with each expression directly inside it replaced by what `change` makes of it. */
export function mapChildren(expr: Expr, change: (child: Expr) => Expr): Expr {
  switch (expr.kind) {
    case "quantity":
    case "date":
    case "period":
    case "clock":
    case "text":
    case "choice":
    case "payer":
    case "truth":
    case "field":
    case "measured":
    case "eventDate":
    case "decisionDate":
    case "theDay":
    case "key":
    case "step":
      return expr;
    case "term":
    case "value":
      return expr.at === null ? expr : { ...expr, at: change(expr.at) };
    case "arithmetic":
    case "compare":
      return { ...expr, left: change(expr.left), right: change(expr.right) };
    case "addDays":
      return { ...expr, date: change(expr.date), days: change(expr.days) };
    case "addWeekdays":
      return { ...expr, date: change(expr.date), weekdays: change(expr.weekdays) };
    case "addHours":
      return { ...expr, moment: change(expr.moment), hours: change(expr.hours) };
    case "inARow":
      return { ...expr, condition: change(expr.condition) };
    case "ofEpisode":
    case "negate":
    case "exists":
    case "isMissing":
    case "isUnknown":
    case "isWeekday":
    case "not":
    case "dateOf":
    case "clockOf":
    case "periodOf":
    case "fact":
    case "round":
      return { ...expr, of: change(expr.of) };
    case "and":
    case "or":
    case "least":
    case "greatest":
      return { ...expr, of: expr.of.map(change) };
    case "if":
      return {
        ...expr,
        condition: change(expr.condition),
        then: change(expr.then),
        otherwise: change(expr.otherwise),
      };
    case "payerOn":
      return { ...expr, of: change(expr.of), at: change(expr.at) };
    case "calendarDays":
    case "weekdays":
    case "begunDays":
      return { ...expr, from: change(expr.from), to: change(expr.to) };
    case "aggregate":
      return mapAggregate(expr, change);
    case "choose":
      return { ...expr, by: expr.by.map(({ guard, it }) => ({ guard, it: change(it) })) };
  }
}

function mapAggregate(aggregate: Aggregate, change: (child: Expr) => Expr): Aggregate {
  const { of, where, over, per } = aggregate;
  return {
    ...aggregate,
    of: of === null ? null : change(of),
    where: where === null ? null : change(where),
    over: over.kind === "allDays" ? { ...over, from: change(over.from), to: change(over.to) } : over,
    per: per === null ? null : { ...per, value: change(per.value) },
  };
}
