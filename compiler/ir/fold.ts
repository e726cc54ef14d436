// Constant conditions on days and events worked out ahead: `decisionDate < never` is yes.
// Rule: only what reads no record and no value is worked out, so that a run stops and doubts exactly where it did before.

import { descendants } from "./children.ts";
import { holdsFor } from "./comparison.ts";
import type { EventIr, Expr, Id } from "./ir.ts";

type States = ReadonlyMap<Id, EventIr["state"]>;
type Truth = "yes" | "no" | "unknown";

/** One expression whose parts are already worked out. */
export function withoutDecided(expr: Expr, events: States): Expr {
  switch (expr.kind) {
    case "eventDate": {
      const state = events.get(expr.event);
      return state?.kind === "happened" ? { kind: "date", day: state.day } : expr;
    }
    case "least":
    case "greatest":
      return extreme(expr.kind, expr.of, events);
    case "compare":
      return compared(expr, events);
    case "not":
      return expr.of.kind === "truth" ? truth(opposite[expr.of.holds]) : expr;
    case "and":
      return joined("and", expr.of);
    case "or":
      return joined("or", expr.of);
    default:
      return expr;
  }
}

/** Never is later than every day, so the least of a day and never is the day. */
function extreme(kind: "least" | "greatest", of: readonly Expr[], events: States): Expr {
  if (!of.every((member) => member.kind === "date" || isNever(member, events))) return { kind, of };
  const days = of.flatMap((member) => (member.kind === "date" ? [member.day] : []));
  const never = of.find((member) => isNever(member, events));
  if (kind === "greatest" && never !== undefined) return never;
  const [first, ...others] = days;
  if (first === undefined) return never ?? { kind, of };
  const day = others.reduce((best, other) => (kind === "least" ? Math.min(best, other) : Math.max(best, other)), first);
  return { kind: "date", day };
}

function compared(expr: Expr & { kind: "compare" }, events: States): Expr {
  const { operator, left, right } = expr;
  if (left.kind === "date" && right.kind === "date")
    return truth(holdsFor(operator, left.day - right.day) ? "yes" : "no");
  if (isNever(right, events) && isSomeDay(left)) return truth(holdsFor(operator, -1) ? "yes" : "no");
  if (isNever(left, events) && isSomeDay(right)) return truth(holdsFor(operator, 1) ? "yes" : "no");
  return expr;
}

/** A list without what decides nothing; the deciding word alone where nothing is lost by it. */
function joined(kind: "and" | "or", of: readonly Expr[]): Expr {
  const decides: Truth = kind === "and" ? "no" : "yes";
  const idle: Truth = opposite[decides];
  const left = of.filter((member) => member.kind !== "truth" || member.holds !== idle);
  const decided = left.some((member) => member.kind === "truth" && member.holds === decides);
  if (decided && left.every(isOfDaysAlone)) return truth(decides);
  const [only] = left;
  if (only === undefined) return truth(idle);
  return left.length === 1 ? only : { kind, of: left };
}

function isOfDaysAlone(expr: Expr): boolean {
  for (const part of descendants(expr)) {
    if (
      !["date", "decisionDate", "eventDate", "truth", "compare", "least", "greatest", "and", "or", "not"].includes(
        part.kind,
      )
    ) {
      return false;
    }
  }
  return true;
}

function isSomeDay(expr: Expr): boolean {
  return expr.kind === "date" || expr.kind === "decisionDate";
}

function isNever(expr: Expr, events: States): boolean {
  return expr.kind === "eventDate" && events.get(expr.event)?.kind === "notYet";
}

const opposite: Readonly<Record<Truth, Truth>> = { yes: "no", no: "yes", unknown: "unknown" };

function truth(answer: Truth): Expr {
  return { kind: "truth", holds: answer };
}
