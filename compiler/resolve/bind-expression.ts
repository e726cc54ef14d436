// Binds every name in an expression.
// Rule: a comparison tells each side what choices the other has; nothing else looks across.

import type { Aggregate, Expression, Name, PerKey, SpanEnd } from "../syntax/ast.ts";
import { bindValue } from "./bind-value.ts";
import { bind, type Binder, type Place } from "./binder.ts";
import { builtInAttribute, builtInKey } from "./built-ins.ts";
import { choiceFieldOf } from "./choice-fields.ts";
import { ambiguousFact } from "./problems/ambiguous-fact.ts";
import { registerFacts, type ChoiceOf } from "./scope.ts";
import { reportUnknownAttribute } from "./unknown-names.ts";

/** `expected` is the field whose choice the place asks for, where something beside it tells. */
export function bindExpression(
  expression: Expression,
  place: Place,
  expected: ChoiceOf | undefined,
  binder: Binder,
): void {
  const within = (inner: Expression): void => bindExpression(inner, place, undefined, binder);
  switch (expression.kind) {
    case "number":
    case "date":
    case "month":
    case "clock":
    case "text":
    case "missing":
      return;
    case "name":
      return bindValue(expression, place, expected, binder);
    case "parenthesis":
      bindExpression(expression.of, place, expected, binder);
      if (expression.per !== undefined) bindKey(expression.per, place, binder);
      return;
    case "at":
      bindExpression(expression.of, place, expected, binder);
      return within(expression.at);
    case "attribute":
      within(expression.of);
      return bindAttribute(expression.name, place, binder);
    case "aggregate":
      return bindAggregate(expression, place, binder);
    case "extreme":
      return expression.of.forEach(within);
    case "span":
      return bindEnds(expression.from, expression.to, place, binder);
    case "begunDays":
      within(expression.from);
      return within(expression.to);
    case "comparison": {
      const [left, right] = [choiceFieldOf(expression.left, place), choiceFieldOf(expression.right, place)];
      bindExpression(expression.left, place, left ?? right, binder);
      return bindExpression(expression.right, place, left ?? right, binder);
    }
    case "test":
    case "not":
      return within(expression.of);
    case "arithmetic":
    case "and":
    case "or":
      within(expression.left);
      return within(expression.right);
    case "if":
      bindExpression(expression.then, place, expected, binder);
      within(expression.condition);
      if (expression.otherwise !== undefined) bindExpression(expression.otherwise, place, expected, binder);
      return;
  }
}

/** A key after `per`: a grain of the language, `månad för D`, or a name that is the same for a whole group. */
export function bindKey(key: PerKey, place: Place, binder: Binder): void {
  if (key.of !== undefined) {
    bindExpression(key.of, place, undefined, binder);
    bindAttribute(key.name, place, binder);
    return;
  }
  const builtIn = key.name.document === undefined ? builtInKey(key.name.text) : undefined;
  if (builtIn === undefined) bindValue(key.name, place, undefined, binder);
  else bind(key.name, { kind: "builtIn", builtIn }, binder);
}

export function bindEnds(from: SpanEnd, to: SpanEnd, place: Place, binder: Binder): void {
  bindExpression(from.at, place, undefined, binder);
  bindExpression(to.at, place, undefined, binder);
}

/** `datum för x`, `län för betalande-kommun`. */
function bindAttribute(name: Name, place: Place, binder: Binder): void {
  if (name.text === "") return;
  const builtIn = name.document === undefined ? builtInAttribute(name.text) : undefined;
  if (builtIn !== undefined) return bind(name, { kind: "builtIn", builtIn }, binder);
  const facts = registerFacts(name.text, place.scope);
  const [fact, another] = facts;
  if (another !== undefined) binder.problems.push(ambiguousFact(name, facts));
  else if (fact !== undefined) bind(name, fact, binder);
  else reportUnknownAttribute(name, place, binder);
}

function bindAggregate(aggregate: Aggregate, place: Place, binder: Binder): void {
  if ("value" in aggregate.of) bindExpression(aggregate.of.value, place, undefined, binder);
  if (aggregate.over?.kind === "days") bindEnds(aggregate.over.from, aggregate.over.to, place, binder);
  if (aggregate.where !== undefined) bindExpression(aggregate.where, place, undefined, binder);
}
