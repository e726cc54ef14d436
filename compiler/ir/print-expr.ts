// An expression of the IR as one line of text, for goldens and for people who look for a mistake.

import { dateText, monthText, quarterText } from "@avtal/runtime/calendar";
import type { Aggregate, Alternatives, Expr, Guard, Key } from "./ir.ts";

export function printExpr(expr: Expr): string {
  switch (expr.kind) {
    case "quantity":
      return `${expr.exact} ${expr.unit}`;
    case "date":
      return dateText(expr.day);
    case "period":
      if (expr.of === "month") return monthText(expr.index);
      return expr.of === "quarter" ? quarterText(expr.index) : `year ${expr.index}`;
    case "clock":
      return clockText(expr.seconds);
    case "text":
      return JSON.stringify(expr.text);
    case "choice":
      return `choice ${expr.code}`;
    case "payer":
      return expr.name === null ? `payer ${expr.code}` : `payer ${JSON.stringify(expr.name)}`;
    case "truth":
      return expr.holds;
    case "field":
      return `field ${expr.field}`;
    case "term":
      return `term ${expr.term}${on(expr.at)}`;
    case "value":
      return `value ${expr.value}${on(expr.at)}`;
    case "measured":
      return `measured ${expr.measured}`;
    case "eventDate":
      return `event ${expr.event}`;
    case "decisionDate":
      return "decisionDate";
    case "theDay":
      return "theDay";
    case "key":
    case "step":
      return `${expr.kind} ${expr.name}`;
    case "ofEpisode":
      return `ofEpisode(${printExpr(expr.of)})`;
    case "arithmetic":
    case "compare":
      return `(${printExpr(expr.left)} ${expr.operator} ${printExpr(expr.right)})`;
    case "addDays":
      return `addDays(${list([expr.date, expr.days])})`;
    case "addWeekdays":
      return `addWeekdays[${expr.document}](${list([expr.date, expr.weekdays])})`;
    case "addHours":
      return `addHours(${list([expr.moment, expr.hours])})`;
    case "inARow":
      return `inARow(${expr.months} months: ${printExpr(expr.condition)})`;
    case "negate":
    case "exists":
    case "isMissing":
    case "isUnknown":
    case "not":
    case "dateOf":
    case "clockOf":
      return `${expr.kind}(${printExpr(expr.of)})`;
    case "isWeekday":
      return `isWeekday[${expr.document}](${printExpr(expr.of)})`;
    case "and":
    case "or":
    case "least":
    case "greatest":
      return `${expr.kind}(${list(expr.of)})`;
    case "if":
      return `(if ${printExpr(expr.condition)} then ${printExpr(expr.then)} else ${printExpr(expr.otherwise)})`;
    case "calendarDays":
      return `calendarDays${printSpan(expr)}`;
    case "weekdays":
      return `weekdays[${expr.document}]${printSpan(expr)}`;
    case "begunDays":
      return `begunDays(${list([expr.from, expr.to])})`;
    case "periodOf":
      return `${expr.period}Of(${printExpr(expr.of)})`;
    case "fact":
      return `fact ${expr.fact} of ${expr.register}(${printExpr(expr.of)})`;
    case "payerOn":
      return `payerOn ${expr.register}(${list([expr.of, expr.at])})`;
    case "aggregate":
      return printAggregate(expr);
    case "round":
      return `round(${printExpr(expr.of)} to ${expr.to}, ${expr.mode})`;
    case "choose":
      return `choose(${printAlternatives(expr.by)})`;
  }
}

/** `[2020-01-01, theDay)`: a bracket where the end counts, a parenthesis where it does not. */
export function printSpan(span: {
  readonly from: Expr;
  readonly fromCounted: boolean;
  readonly to: Expr;
  readonly toCounted: boolean;
}): string {
  const [open, close] = [span.fromCounted ? "[" : "(", span.toCounted ? "]" : ")"];
  return `${open}${printExpr(span.from)}, ${printExpr(span.to)}${close}`;
}

export function printGuard(guard: Guard | null): string {
  return guard === null ? "" : `under ${guard.question} = ${guard.readings.join(" | ")}: `;
}

export function printKey(key: Key): string {
  return `${key.role} ${key.name} (${key.code}) = ${printExpr(key.value)}`;
}

function printAlternatives(by: Alternatives<Expr>): string {
  return by.map(({ guard, it }) => `${printGuard(guard)}${printExpr(it)}`).join("; ");
}

function printAggregate(aggregate: Aggregate): string {
  const { over, per, perFunction } = aggregate;
  const inner = per === null ? "" : `${perFunction ?? ""} per {${printKey(per)}} of `;
  const of = aggregate.of === null ? aggregate.each : `${printExpr(aggregate.of)} each ${aggregate.each}`;
  const where = aggregate.where === null ? "" : ` where ${printExpr(aggregate.where)}`;
  const span = over.kind === "allDays" ? ` ${printSpan(over)}` : "";
  return `${aggregate.function}(${inner}${of}${where} over ${over.kind}${span})`;
}

function on(at: Expr | null): string {
  return at === null ? "" : ` on ${printExpr(at)}`;
}

function list(exprs: readonly Expr[]): string {
  return exprs.map(printExpr).join(", ");
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
