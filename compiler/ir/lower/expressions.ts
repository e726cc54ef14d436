// Expressions as written become expressions of the IR: names by what they mean, operators by what they meet.
// Rule: each written form has one place here; what a name stands for in a group is decided in `names-in-groups.ts`.

import type { Comparison, Expression, SpanEnd } from "../../syntax/ast.ts";
import type { Expr } from "../ir.ts";
import { lowerAggregate } from "./aggregates.ts";
import { lowerArithmetic } from "./arithmetic.ts";
import { asDate, lowerComparison } from "./comparisons.ts";
import type { Gathering } from "./gathering.ts";
import { kindAt } from "./kinds.ts";
import { registersAtHand } from "../../check/payer-text.ts";
import { lowerNumber, lowerText } from "./literals.ts";
import { attribute, lowerName, targetOf } from "./names.ts";
import { inGroup, isKeyOrNull, valueInGroup } from "./names-in-groups.ts";
import { recordStage, type Standing } from "./standing.ts";

export function lowerExpression(expression: Expression, standing: Standing, gathered: Gathering): Expr {
  const lower = (part: Expression): Expr => lowerExpression(part, standing, gathered);
  switch (expression.kind) {
    case "number":
      return lowerNumber(expression, gathered.front);
    case "date":
      if (expression.day === undefined) throw unfinished(expression);
      return { kind: "date", day: expression.day };
    case "month":
      return { kind: "period", of: "month", index: expression.year * 12 + expression.month - 1 };
    case "clock":
      if (expression.seconds === undefined) throw unfinished(expression);
      return { kind: "clock", seconds: expression.seconds };
    case "text":
      return lowerText(expression, gathered.front);
    case "name":
      return inGroup(lowerName(expression, recordStage(standing), gathered), standing, gathered);
    case "parenthesis":
      return lower(expression.of);
    case "at":
      return lowerAt(expression, standing, gathered);
    case "attribute":
      return lowerAttribute(expression, standing, gathered);
    case "aggregate":
      return lowerAggregate(expression, standing, gathered);
    case "extreme":
      return lowerExtreme(expression, lower, gathered);
    case "span":
      return lowerSpan(expression, standing, gathered);
    case "begunDays":
      return { kind: "begunDays", from: lower(expression.from), to: lower(expression.to) };
    case "arithmetic":
      return lowerArithmetic(expression, lower, standing.document, gathered.front);
    case "comparison":
      return inARow(expression, lowerComparison(expression, lower, gathered.front));
    case "test":
      return lowerTest(expression, lower, standing.document, gathered);
    case "not":
      return { kind: "not", of: lower(expression.of) };
    case "and":
    case "or":
      return {
        kind: expression.kind,
        of: [...operands(expression.kind, expression.left, lower), lower(expression.right)],
      };
    case "if":
      return lowerIf(expression, lower);
    case "missing":
      throw unfinished(expression);
  }
}

/** A condition, or two of them in `A om C`: required only where C holds. */
function lowerIf(expression: Expression & { kind: "if" }, lower: (part: Expression) => Expr): Expr {
  const condition = lower(expression.condition);
  const then = lower(expression.then);
  if (expression.otherwise === undefined) return { kind: "or", of: [{ kind: "not", of: condition }, then] };
  return { kind: "if", condition, then, otherwise: lower(expression.otherwise) };
}

/** `a och b och c` is one list of three, however it was nested to the left. */
function operands(kind: "and" | "or", left: Expression, lower: (part: Expression) => Expr): readonly Expr[] {
  return left.kind === kind ? [...operands(kind, left.left, lower), lower(left.right)] : [lower(left)];
}

/** `V vid D`: V is read on D, and so is everything that V reads. Of a payer it is who stands for it on D. */
function lowerAt(expression: Expression & { kind: "at" }, standing: Standing, gathered: Gathering): Expr {
  if (isPayerOnDay(expression.of, gathered)) return lowerPayerOn(expression, standing, gathered);
  const at = asDate(lowerExpression(expression.at, standing, gathered), kindAt(expression.at, gathered.front));
  if (standing.stage.kind === "record") return lowerExpression(expression.of, { ...standing, at }, gathered);
  const record = recordStage(standing);
  const recordAt = asDate(lowerExpression(expression.at, record, gathered), kindAt(expression.at, gathered.front));
  const read = lowerExpression(expression.of, { ...record, at: recordAt }, gathered);
  return valueInGroup(read, at, standing.stage, gathered);
}

function isPayerOnDay(of: Expression, gathered: Gathering): boolean {
  if (of.kind === "parenthesis") return isPayerOnDay(of.of, gathered);
  const isValue = of.kind === "name" && targetOf(of, gathered).kind === "value";
  return kindAt(of, gathered.front).kind === "payer" && !isValue;
}

/** Where the payer may be of several registers, each is asked: one that does not know it leaves it as it is. */
function lowerPayerOn(expression: Expression & { kind: "at" }, standing: Standing, gathered: Gathering): Expr {
  const { front } = gathered;
  const kind = kindAt(expression.of, front);
  const asked = registersAtHand(kind.kind === "payer" ? kind.register : undefined, front.documents);
  const made = (stand: Standing): Expr => {
    const at = asDate(lowerExpression(expression.at, stand, gathered), kindAt(expression.at, front));
    const payer = lowerExpression(expression.of, stand, gathered);
    return asked.reduce<Expr>((of, [register]) => ({ kind: "payerOn", register, of, at }), payer);
  };
  return isKeyOrNull(made(recordStage(standing)), standing.stage) ?? made(standing);
}

function lowerAttribute(expression: Expression & { kind: "attribute" }, standing: Standing, gathered: Gathering): Expr {
  const made = (stand: Standing): Expr =>
    attribute(
      expression.name,
      lowerExpression(expression.of, stand, gathered),
      kindAt(expression.of, gathered.front),
      gathered,
    );
  return isKeyOrNull(made(recordStage(standing)), standing.stage) ?? made(standing);
}

function lowerExtreme(
  expression: Expression & { kind: "extreme" },
  lower: (part: Expression) => Expr,
  { front }: Gathering,
): Expr {
  const someDate = expression.of.some((member) => kindAt(member, front).kind === "date");
  const of = expression.of.map((member) => (someDate ? asDate(lower(member), kindAt(member, front)) : lower(member)));
  return { kind: expression.which === "least" || expression.which === "first" ? "least" : "greatest", of };
}

function lowerSpan(expression: Expression & { kind: "span" }, standing: Standing, gathered: Gathering): Expr {
  const from = spanEnd(expression.from, standing, gathered);
  const to = spanEnd(expression.to, standing, gathered);
  const ends = { from: from.at, fromCounted: from.counted, to: to.at, toCounted: to.counted };
  return expression.counts === "calendarDays"
    ? { kind: "calendarDays", ...ends }
    : { kind: "weekdays", ...ends, document: standing.document };
}

/** An end of a span of days as a date, and whether that date counts. */
export function spanEnd(
  end: SpanEnd,
  standing: Standing,
  gathered: Gathering,
): { readonly at: Expr; readonly counted: boolean } {
  if (end.counted === undefined) throw new Error("An accepted span does not say whether its end counts.");
  return {
    at: asDate(lowerExpression(end.at, standing, gathered), kindAt(end.at, gathered.front)),
    counted: end.counted,
  };
}

function lowerTest(
  expression: Expression & { kind: "test" },
  lower: (part: Expression) => Expr,
  document: string,
  { front }: Gathering,
): Expr {
  const of = lower(expression.of);
  if (expression.test === "isWeekday")
    return { kind: "isWeekday", of: asDate(of, kindAt(expression.of, front)), document };
  return { kind: expression.test, of };
}

function inARow(expression: Comparison, condition: Expr): Expr {
  return expression.monthsInARow === undefined
    ? condition
    : { kind: "inARow", condition, months: expression.monthsInARow };
}

function unfinished(expression: Expression): Error {
  return new Error(
    `An accepted program has an unfinished expression at ${expression.span.file}:${expression.span.start}.`,
  );
}
