// `genomsnitt av`, `summa av`, `antal vårdtillfällen`, `antal dygn`.
// Rule: a mean is a fraction in the unit of what it is a mean of; a sum of whole amounts is whole; a number of care days is care days.

import type { Aggregate, Expression } from "../syntax/ast.ts";
import { strayedInto } from "./aggregate-place.ts";
import { unknown, type Checking, type Place } from "./checking.ts";
import type { Kind } from "./kind.ts";
import { kindOf } from "./kind-of.ts";
import { needCondition, needDate } from "./needed-kind.ts";
import { onlyAmountsAreSummed } from "./problems/only-amounts-are-summed.ts";
import { whereTookTooMuch } from "./problems/where-took-too-much.ts";
import { notWhole, quantity } from "./quantity.ts";

export function aggregateKind(aggregate: Aggregate, place: Place, checking: Checking): Kind {
  const kind = figureKind(aggregate, place, checking);
  if (aggregate.over?.kind === "days") {
    needDate(aggregate.over.from.at, place, checking);
    needDate(aggregate.over.to.at, place, checking);
  }
  if (aggregate.where !== undefined) whereKind(aggregate, aggregate.where, place, checking);
  return kind;
}

function whereKind(aggregate: Aggregate, where: Expression, place: Place, checking: Checking): void {
  const strayed = strayedInto(where);
  if (strayed === undefined) return needCondition(where, place, checking);
  checking.report(whereTookTooMuch({ aggregate, where, ...strayed }));
  kindOf(where, place, { ...checking, report: () => undefined });
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
