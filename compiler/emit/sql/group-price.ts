// Quantity and price as a line shows them.
// Rule: a price is shown where it is the same for every record of the group.

import type { Expr, Rule } from "../../ir/ir.ts";
import { children } from "../../ir/children.ts";
import { filtered } from "./dialect.ts";
import { Unsayable, type Emission } from "./emission.ts";
import { expression } from "./expression.ts";
import { guardTruth, type Judged } from "./judged.ts";
import type { Place } from "./place.ts";
import { changesOfAlternatives, changesOfMeasured, changesOfTerm, changesOfValue } from "./segments.ts";
import { FALSE, NULL, and, compared, firstOf, isConstant, isNull, not, numberIn, or, surely } from "./sql.ts";
import { columns } from "./stage.ts";
import { missing, quantityOf, type SqlValue } from "./value.ts";
import { aggregate, held, some, type Grouping } from "./grouping.ts";
import type { Grouped } from "./groups.ts";

export function quantitiesOf(rule: Rule, grouping: Grouping, place: Place): Grouped["quantity"] {
  return rule.quantity.flatMap(({ guard, it }, index) => {
    const earlier = or(...rule.quantity.slice(0, index).map((other) => guardTruth(other.guard, place)));
    const stands = and(guardTruth(guard, place), not(earlier));
    if (isConstant(stands, FALSE)) return [];
    const quantity = held(expression(it.quantity, place), place);
    const price = it.unitPrice === null ? missing : priceOf(it.unitPrice, grouping, place);
    return [{ stands, unit: it.unit, quantity, price: held(price, place) }];
  });
}

/** The price where it is the same for every record of the group, else missing. */
function priceOf(price: Expr, grouping: Grouping, place: Place): SqlValue {
  const { rows, emission, counts } = grouping;
  const parts = reachedBy(price, emission);
  const isOfGroup = parts.some((part) => part.kind === "step" || part.kind === "aggregate");
  const isOfRecord = parts.some(({ kind }) => ["field", "theDay", "fact", "ofEpisode"].includes(kind));
  const changes = parts.flatMap((part) => changesOf(part, emission));
  const isOneRow = changes.every((day) => rows.cuts.includes(day));
  if (!isOfRecord && isOneRow) return expression(price, place);
  if (isOfGroup) throw new Unsayable("a price of records and groups at once");
  const value = columns(rows.place.stage, expression(price, withKeysAlone(rows)), "pris", emission);
  if (numberIn(value.under) === undefined) throw new Unsayable("a price whose denominators differ");
  const each = isConstant(value.value, NULL) ? emission.dialect.long(NULL) : value.value;
  const [least, greatest] = ["MIN", "MAX"].map((name) =>
    aggregate(grouping, "pris", `${name}(${each.text})${filtered(counts)}`, true),
  );
  if (least === undefined || greatest === undefined) throw new Error("Two figures became fewer.");
  const absent = value.value.nullable ? some(grouping, and(counts, isNull(value.value)), "utan pris") : FALSE;
  const isOne = and(surely(compared(least, "=", greatest)), not(absent));
  return quantityOf(firstOf([{ when: isOne, then: least }], NULL), value.under, FALSE);
}

/** Where a record stands of whose group only the keys are known. */
export function withKeysAlone({ rule, keys, place }: Judged): Place {
  const notYet = (): never => {
    throw new Unsayable("a figure of a group for each of its records");
  };
  return {
    ...place,
    group: {
      key: (name) => keys.find(({ key }) => key.name === name)?.value ?? missingKey(rule, name),
      step: notYet,
      aggregate: notYet,
      inARow: notYet,
      ofFirst: (expr) => expression(expr, { ...place, group: null }),
    },
  };
}

function missingKey(rule: Rule, name: string): never {
  throw new Error(`${rule.id} has no key ${name}.`);
}

/** Everything that an expression leads to, through terms, values and readings; a figure of the group is the same for all. */
function reachedBy(expr: Expr, emission: Emission, seen = new Set<string>()): readonly Expr[] {
  const inside = (exprs: readonly Expr[]): readonly Expr[] => exprs.flatMap((each) => reachedBy(each, emission, seen));
  if (expr.kind === "aggregate") return [expr];
  const { run } = emission;
  const deeper = ((): readonly Expr[] => {
    if (expr.kind === "term" && !seen.has(expr.term)) {
      seen.add(expr.term);
      return run
        .termOf(expr.term)
        .definitions.flatMap(({ by }) =>
          by.flatMap(({ it }) => (it.kind === "expression" ? [it.value] : it.lines.map((line) => line.condition))),
        );
    }
    if (expr.kind === "value" && !seen.has(expr.value)) {
      seen.add(expr.value);
      const { rows, dependsOn } = run.valueOf(expr.value);
      return [
        ...dependsOn,
        ...rows.flatMap((row) => row.cells.flatMap((cell) => (cell.value === null ? [] : [cell.value]))),
      ];
    }
    if (expr.kind === "measured") {
      const { fixed } = run.measuredOf(expr.measured);
      return fixed === null ? [] : [fixed];
    }
    return [];
  })();
  return [expr, ...inside(children(expr)), ...inside(deeper)];
}

function changesOf(expr: Expr, emission: Emission): readonly number[] {
  switch (expr.kind) {
    case "value":
      return changesOfValue(expr.value, emission);
    case "term":
      return changesOfTerm(expr.term, emission);
    case "measured":
      return changesOfMeasured(expr.measured, emission);
    case "choose":
      return changesOfAlternatives(expr.by, emission);
    case "decisionDate":
      return [-1];
    default:
      return [];
  }
}
