// Works out an expression of either stage: the slow and obvious meaning of every node, in exact fractions.
// Rule: absent operands make absent results, and conditions follow Kleene (docs/meaning.md, section 1).

import { NO, NOT_KNOWN, YES } from "@avtal/runtime/columns";
import { and, not, or, truth, type Truth } from "@avtal/runtime/kleene";
import { ratioFromText, zero } from "@avtal/runtime/ratio";
import { round } from "@avtal/runtime/rounding";
import type { ExceptedDay } from "@avtal/runtime/weekdays";
import { decisionDay, pick } from "@avtal/compiler/ir/in-force";
import type { Expr } from "@avtal/compiler/ir/ir";
import { aggregate } from "./aggregate.ts";
import { arithmetic } from "./arithmetic.ts";
import { compareValues } from "./comparing.ts";
import {
  begunDaysBetween,
  clockOfValue,
  dateOfValue,
  daysBetween,
  isWeekdayValue,
  periodOfValue,
  shifted,
} from "./dates.ts";
import { fieldValue } from "./field-value.ts";
import { isConditionExpr } from "./condition-expressions.ts";
import { factOf, payerOn } from "./payers.ts";
import { measuredValue, termValue, valueRead } from "./reading.ts";
import type { GroupScope, Scope } from "./scope.ts";
import {
  absentAmong,
  conditionOf,
  dateOf,
  isAbsent,
  isSame,
  missing,
  quantityOf,
  truthOf,
  unknown,
  type Value,
} from "./values.ts";

export function evaluate(expr: Expr, scope: Scope): Value {
  const value = valueOf(expr, scope);
  scope.observe?.({ kind: "gave", expr, value });
  return value;
}

/** Whether a condition holds. */
export function truthIn(condition: Expr, scope: Scope): Truth {
  return truthOf(evaluate(condition, scope));
}

function valueOf(expr: Expr, scope: Scope): Value {
  switch (expr.kind) {
    case "quantity":
      return quantityOf(ratioFromText(expr.exact));
    case "date":
      return dateOf(expr.day);
    case "period":
      return { kind: "period", of: expr.of, index: expr.index };
    case "clock":
      return { kind: "clock", seconds: expr.seconds };
    case "text":
      return { kind: "text", text: expr.text };
    case "choice":
      return { kind: "choice", code: expr.code };
    case "payer":
      return { kind: "payer", code: expr.code, name: expr.name };
    case "truth":
      return expr.holds === "unknown" ? unknown : { kind: "condition", holds: expr.holds === "yes" };
    case "field":
      return fieldValue(scope.run.fieldOf(expr.field), scope.episodes, recordIn(scope));
    case "term":
      return onDayOf(expr.at, scope, (there) => termValue(expr.term, there));
    case "value":
      return onDayOf(expr.at, scope, (there) => valueRead(expr.value, there));
    case "measured":
      return measuredValue(expr.measured, scope);
    case "eventDate":
      return eventDate(expr.event, scope);
    case "decisionDate":
      return dayOrUnknown(decisionDay(scope.document, scope.own, scope.run));
    case "theDay":
      return dayOrUnknown(scope.day);
    case "key":
      return groupIn(scope).key(expr.name);
    case "step":
      return groupIn(scope).step(expr.name);
    case "ofEpisode":
      return evaluate(expr.of, { ...scope, group: null });
    case "aggregate":
      return aggregate(expr, scope);
    case "fact":
      return factOf(expr, evaluate(expr.of, scope), scope);
    case "payerOn":
      return payerOn(expr.register, evaluate(expr.of, scope), evaluate(expr.at, scope), scope.run);
    case "choose":
      return chosen(expr, scope);
    default:
      return isConditionKind(expr) ? conditionOf(truthOfCondition(expr, scope)) : computed(expr, scope);
  }
}

type Computed = Expr & {
  readonly kind:
    | "arithmetic"
    | "negate"
    | "round"
    | "addDays"
    | "addWeekdays"
    | "addHours"
    | "if"
    | "least"
    | "greatest"
    | "calendarDays"
    | "weekdays"
    | "begunDays"
    | "dateOf"
    | "clockOf"
    | "periodOf";
};

type ConditionKind = Expr & {
  readonly kind: "compare" | "inARow" | "exists" | "isMissing" | "isUnknown" | "isWeekday" | "not" | "and" | "or";
};

function computed(expr: Computed, scope: Scope): Value {
  const at = (part: Expr): Value => evaluate(part, scope);
  switch (expr.kind) {
    case "arithmetic":
      return arithmetic(expr.operator, at(expr.left), at(expr.right));
    case "negate":
      return arithmetic("-", quantityOf(zero), at(expr.of));
    case "round":
      return rounded(expr, at(expr.of));
    case "addDays":
      return shifted(at(expr.date), at(expr.days), { by: "days" });
    case "addWeekdays":
      return shifted(at(expr.date), at(expr.weekdays), { by: "weekdays", except: exceptedDays(expr.document, scope) });
    case "addHours":
      return shifted(at(expr.moment), at(expr.hours), { by: "hours" });
    case "if":
      return conditional(expr, scope);
    case "least":
    case "greatest":
      return extreme(expr.kind, expr.of.map(at));
    case "calendarDays":
      return daysBetween({ ...expr, from: at(expr.from), to: at(expr.to) }, null);
    case "weekdays":
      return daysBetween({ ...expr, from: at(expr.from), to: at(expr.to) }, exceptedDays(expr.document, scope));
    case "begunDays":
      return begunDaysBetween(at(expr.from), at(expr.to));
    case "dateOf":
      return dateOfValue(at(expr.of));
    case "clockOf":
      return clockOfValue(at(expr.of));
    case "periodOf":
      return periodOfValue(expr.period, at(expr.of));
  }
}

function truthOfCondition(expr: ConditionKind, scope: Scope): Truth {
  const at = (part: Expr): Value => evaluate(part, scope);
  switch (expr.kind) {
    case "compare":
      return compared(expr, scope);
    case "inARow":
      return groupIn(scope).inARow(expr.condition, expr.months);
    case "exists":
      return existence(at(expr.of));
    case "isMissing":
      return not(existence(at(expr.of)));
    case "isUnknown":
      return isUnknown(expr.of, scope);
    case "isWeekday":
      return isWeekdayValue(at(expr.of), exceptedDays(expr.document, scope));
    case "not":
      return not(truthIn(expr.of, scope));
    case "and":
      return expr.of.map((part) => truthIn(part, scope)).reduce(and, YES);
    case "or":
      return expr.of.map((part) => truthIn(part, scope)).reduce(or, NO);
  }
}

function isConditionKind(expr: Computed | ConditionKind): expr is ConditionKind {
  switch (expr.kind) {
    case "compare":
    case "inARow":
    case "exists":
    case "isMissing":
    case "isUnknown":
    case "isWeekday":
    case "not":
    case "and":
    case "or":
      return true;
    default:
      return false;
  }
}

function compared(expr: Expr & { readonly kind: "compare" }, scope: Scope): Truth {
  const [left, right] = [evaluate(expr.left, scope), evaluate(expr.right, scope)];
  scope.observe?.({ kind: "compared", expr, left, right });
  return compareValues(expr.operator, left, right);
}

/** `finns`: no of a missing value and of an event that has not happened, unknown of an unknown one. */
function existence(value: Value): Truth {
  if (value.kind === "unknown") return NOT_KNOWN;
  return truth(value.kind !== "missing" && value.kind !== "never");
}

/** `är okänt`: of a condition, whether it is not known when it stands as one. */
function isUnknown(of: Expr, scope: Scope): Truth {
  const value = evaluate(of, scope);
  return truth(value.kind === "unknown" || (value.kind === "missing" && isConditionExpr(of, scope.run)));
}

/** With an unknown condition: the value that both branches give, else unknown. */
function conditional(expr: Expr & { readonly kind: "if" }, scope: Scope): Value {
  const condition = truthIn(expr.condition, scope);
  if (condition === YES) return evaluate(expr.then, scope);
  if (condition === NO) return evaluate(expr.otherwise, scope);
  const then = evaluate(expr.then, scope);
  return isSame(then, evaluate(expr.otherwise, scope)) ? then : unknown;
}

function extreme(which: "least" | "greatest", values: readonly Value[]): Value {
  const absent = absentAmong(values);
  if (absent !== undefined) return absent;
  const operator = which === "least" ? "<" : ">";
  return values.reduce((best, value) => (compareValues(operator, value, best) === YES ? value : best));
}

function rounded(expr: Expr & { readonly kind: "round" }, value: Value): Value {
  if (isAbsent(value)) return value;
  if (value.kind !== "quantity") throw new Error(`A ${value.kind} cannot be rounded.`);
  return quantityOf(round(value.exact, ratioFromText(expr.to), expr.mode));
}

function chosen(expr: Expr & { readonly kind: "choose" }, scope: Scope): Value {
  const picked = pick(expr.by, scope.own, scope.run);
  if (picked === undefined) throw new Error("No alternative of an expression stands under the chosen reading.");
  return evaluate(picked, scope);
}

/** `X vid D`: X as it is read on D; absent as D is. Without `vid`, as it is read where it stands. */
function onDayOf(at: Expr | null, scope: Scope, read: (there: Scope) => Value): Value {
  if (at === null) return read(scope);
  const date = evaluate(at, scope);
  if (isAbsent(date)) return date;
  return date.kind === "date" ? read({ ...scope, own: date.day }) : missing;
}

function eventDate(event: string, { run }: Scope): Value {
  const state = run.events.get(event);
  if (state === undefined) throw new Error(`The program has no event ${event}.`);
  switch (state.kind) {
    case "happened":
      return dateOf(state.day);
    case "notYet":
      return { kind: "never" };
    case "unknown":
      return unknown;
  }
}

function exceptedDays(document: string, { run }: Scope): ReadonlySet<ExceptedDay> {
  return new Set(run.documentOf(document).weekdaysExcept);
}

function dayOrUnknown(day: number | null): Value {
  return day === null ? unknown : dateOf(day);
}

function recordIn({ record }: Scope): number {
  if (record === null) throw new Error("A field is read outside every record.");
  return record;
}

function groupIn({ group }: Scope): GroupScope {
  if (group === null) throw new Error("A key or a step is read outside every group.");
  return group;
}
