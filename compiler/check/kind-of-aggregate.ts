// `genomsnitt av`, `summa av`, `antal vårdtillfällen`, `antal dygn`.
// Rule: a mean is a fraction in the unit of what it is a mean of; a sum of whole amounts is whole; a number of care days is care days.

import type { Aggregate, Expression } from "../syntax/ast.ts";
import { strayedInto, type Strayed } from "./aggregate-place.ts";
import { unknown, type Checking, type Place } from "./checking.ts";
import type { Kind } from "./kind.ts";
import { kindOf } from "./kind-of.ts";
import { needCondition, needDate } from "./needed-kind.ts";
import { onlyAmountsAreSummed } from "./problems/only-amounts-are-summed.ts";
import { whereTookTooMuch } from "./problems/where-took-too-much.ts";
import { notWhole, quantity } from "./quantity.ts";

export function aggregateKind(aggregate: Aggregate, place: Place, checking: Checking): Kind {
  let kind = figureKind(aggregate, place, checking);
  if (aggregate.over?.kind === "days") {
    needDate(aggregate.over.from.at, place, checking);
    needDate(aggregate.over.to.at, place, checking);
  }
  if (aggregate.where !== undefined && !whereFits(aggregate, aggregate.where, place, checking)) kind = unknown;
  return kind;
}

/** False, and said, where the `där` took something that does not belong to it. */
function whereFits(aggregate: Aggregate, where: Expression, place: Place, checking: Checking): boolean {
  // What is looked at in silence is not remembered, so that it is still said where it stands.
  const silent: Checking = { ...checking, kindOfDeclared: new Map(checking.kindOfDeclared), report: () => undefined };
  const strayed = strayedInto(where) ?? comparedInstead(where, place, silent);
  if (strayed === undefined) {
    needCondition(where, place, checking);
    return true;
  }
  kindOf(where, place, silent);
  checking.misread.add(aggregate);
  checking.report(whereTookTooMuch({ aggregate, ...strayed }));
  return false;
}

/** `antal vårdtillfällen där C överstiger 2`: the number was meant to be compared, not the condition C. */
function comparedInstead(where: Expression, place: Place, silent: Checking): Strayed | undefined {
  if (where.kind === "and" || where.kind === "or") return comparedInstead(where.left, place, silent);
  if (where.kind !== "comparison" || kindOf(where.left, place, silent).kind !== "condition") return undefined;
  return kindOf(where.right, place, silent).kind === "quantity" ? { stray: where.right, after: where.left } : undefined;
}

function figureKind(aggregate: Aggregate, place: Place, checking: Checking): Kind {
  switch (aggregate.of.function) {
    case "countEpisodes":
      return quantity("count", true);
    case "countDays":
      return quantity("careDays", true);
    case "mean":
    case "sum": {
      const value = kindOf(aggregate.of.value, place, checking);
      if (value.kind === "unknown") return unknown;
      if (value.kind !== "quantity") {
        checking.report(onlyAmountsAreSummed({ aggregate, value: aggregate.of.value, found: value }));
        return unknown;
      }
      return aggregate.of.function === "mean" ? notWhole(value) : value;
    }
  }
}
