// The groups of a rule: its keys and parts, the figures over their records, its steps, and what becomes of each.
// Rule: every figure is a count or a sum of whole numbers over a whole number that is known beforehand, so that parts of
// the data could be summed apart; only the first record of a group is ever singled out.

import type { Alternatives, Expr, QuantityUnit, Rule, RuleStep } from "../../ir/ir.ts";
import { pick } from "../../ir/in-force.ts";
import { stretches } from "./causes.ts";
import { filtered } from "./dialect.ts";
import type { Emission } from "./emission.ts";
import { expression, truth } from "./expression.ts";
import { guardTruth, type Judged } from "./judged.ts";
import { monthsInARow } from "./months-in-a-row.ts";
import type { OwnDay, Place } from "./place.ts";
import type { Answer } from "./queue.ts";
import { changesOfAlternatives, picked } from "./segments.ts";
import { FALSE, NULL, TRUE, and, firstOf, isConstant, not, number, or, surely, type Sql } from "./sql.ts";
import { column, columns, sunk, type Stage } from "./stage.ts";
import { choice, missing, type SqlValue } from "./value.ts";
import { figureOf } from "./figures.ts";
import { aggregate, held, inTheData, newGrouping, some, type Grouping } from "./grouping.ts";
import { leftOutOf, recordsIn } from "./left-out.ts";
import { quantitiesOf } from "./group-price.ts";

/** A group's columns, each in the stage of the groups. */
export interface Grouped {
  readonly answer: Answer;
  readonly stage: Stage;
  readonly stages: readonly Stage[];
  readonly keys: readonly SqlValue[];
  readonly part: Sql;
  readonly records: Sql;
  /** Where its first record stands in the data, by which groups that look the same are told apart in order. */
  readonly first: Sql;
  readonly leftOut: { readonly notCharged: Sql; readonly undecided: Sql };
  readonly firstOwn: Sql;
  readonly leastOwn: Sql;
  readonly greatestOwn: Sql;
  readonly steps: readonly { readonly step: RuleStep; readonly stands: Sql; readonly value: SqlValue }[];
  readonly when: Sql;
  readonly amount: SqlValue;
  /** Null where no rule says who pays. */
  readonly payer: SqlValue | null;
  readonly payee: SqlValue | null;
  readonly invoicer: SqlValue | null;
  readonly quantity: readonly {
    readonly stands: Sql;
    readonly unit: QuantityUnit;
    readonly quantity: SqlValue;
    readonly price: SqlValue;
  }[];
  /** Whether the document may charge yet. */
  readonly mayCharge: Sql;
  /** Further figures of the query that makes the groups may be added here. */
  readonly aggregates: { readonly name: string; readonly text: string }[];
  readonly summedBy: Grouping["summedBy"];
}

/** `rows`: those of the answer, or those of them that count alone; then nothing is told of what is left out. */
export function grouped(answer: Answer, rows: Judged, emission: Emission): Grouped {
  const { rule } = rows;
  const grouping = newGrouping(answer, rows, emission);
  const place = placeOfGroups(grouping);
  const one = (alternatives: Alternatives<Expr>): SqlValue | null =>
    alternatives.length === 0
      ? null
      : held(
          picked(alternatives, place, (it, there) => expression(it, there), missing),
          place,
        );
  const steps = stepsOf(rule, place);
  const amount = place.group?.step("belopp") ?? missing;
  const when =
    rule.chargedWhen.length === 0 ? TRUE : column(place.stage, whenOf(rule, place), `${rule.name} när`, emission);
  const isCharging = rule.purpose.kind === "charge";
  const own = (wish: string, text: string): Sql => aggregate(grouping, wish, text, true);
  const ownText = rows.place.own.day === null ? "NULL" : rows.place.own.day().text;
  const needsOwn = rows.cuts.length > 0;
  return {
    answer,
    stage: grouping.stage,
    stages: grouping.stages,
    keys: rows.keys.map(({ value }) => ({
      ...value,
      value: { ...sunk(value.value), nullable: false },
      unknown: FALSE,
      under: number(1),
      name: null,
    })),
    part: sunk(rows.part),
    records: recordsIn(grouping),
    first: aggregate(grouping, "första", `MIN(${inTheData(rows, emission).text})${filtered(grouping.counts)}`, false),
    leftOut: leftOutOf(grouping),
    firstOwn: namesChange(emission) ? firstOwn(grouping) : NULL,
    leastOwn: needsOwn ? own("första dag", `MIN(${ownText})${filtered(grouping.counts)}`) : NULL,
    greatestOwn: needsOwn ? own("sista dag", `MAX(${ownText})${filtered(grouping.counts)}`) : NULL,
    steps,
    when,
    amount,
    payer: one(rule.payer),
    payee: one(rule.payee),
    invoicer: one(rule.invoicer),
    quantity: isCharging ? quantitiesOf(rule, grouping, place) : [],
    mayCharge: isCharging ? mayChargeOf(rule, grouping) : TRUE,
    aggregates: grouping.aggregates,
    summedBy: grouping.summedBy,
  };
}

function placeOfGroups(grouping: Grouping): Place {
  const { emission, rows, stage } = grouping;
  const { rule } = rows;
  const group: NonNullable<Place["group"]> = {
    key: (name) => {
      const found = rows.keys.find(({ key }) => key.name === name);
      return found === undefined
        ? missing
        : { ...found.value, value: { ...sunk(found.value.value), nullable: false }, unknown: FALSE };
    },
    step: (name) => stepValue(rule, name, place),
    ofFirst: (expr) => ofFirst(expr, grouping),
    aggregate: (figure) => figureOf(figure, grouping),
    inARow: (condition, months) =>
      monthsInARow(grouping.answer, condition, months, { place, stages: grouping.stages, grouping }),
  };
  const own: OwnDay = {
    day: () => firstOwn(grouping),
    mayBeAbsent: false,
    from: -Infinity,
    until: Infinity,
  };
  const place: Place = { emission, stage, document: rule.document, own, theDay: null, group };
  return place;
}

function firstOwn(grouping: Grouping): Sql {
  const { rows, emission, position, counts, hasOneRecord } = grouping;
  const { firstBy, firstNumberByText } = emission.dialect;
  const own = rows.place.own.day === null ? NULL : rows.place.own.day();
  const first = emission.ordersById && !hasOneRecord ? firstNumberByText : firstBy;
  return { ...aggregate(grouping, "beslutsdag", first(own, position, counts).text, false), nullable: false };
}

/** A record-stage expression for the first record of each group. */
export function ofFirst(expr: Expr, grouping: Grouping): SqlValue {
  const { rows, emission, position, counts } = grouping;
  const { stage } = rows.place;
  const value = columns(stage, expression(expr, { ...rows.place, group: null }), "av vårdtillfället", emission);
  const first = (part: Sql, wish: string): Sql =>
    /^["`]/.test(part.text)
      ? {
          ...aggregate(grouping, wish, emission.dialect.firstBy(part, position, counts).text, part.nullable),
          nullable: part.nullable,
        }
      : sunk(part);
  return {
    value: first(value.value, "av det första"),
    unknown: first(value.unknown, "av det första okänt"),
    under: first(value.under, "av det första nämnare"),
    never: value.never,
    name: value.name === null ? null : first(value.name, "av det första namn"),
  };
}

/** The value of a step: of several of one name the first whose guard holds; missing where none stands. */
function stepValue(rule: Rule, name: string, place: Place): SqlValue {
  const known = place.stage.known.get(`step ${name}`);
  if (known !== undefined) return known;
  const named = rule.steps.filter((step) => step.name === name);
  const branches = named.map((step) => ({ when: guardTruth(step.guard, place), then: valueOfStep(step, place) }));
  const value = held(choice(branches, missing, place.emission.dialect.long), place);
  place.stage.known.set(`step ${name}`, value);
  return value;
}

function valueOfStep(step: RuleStep, place: Place): SqlValue {
  const isNever = isConstant(guardTruth(step.guard, place), FALSE);
  return isNever ? missing : columns(place.stage, expression(step.value, place), step.name, place.emission);
}

function stepsOf(rule: Rule, place: Place): Grouped["steps"] {
  return rule.steps.flatMap((step, index) => {
    const earlier = or(
      ...rule.steps
        .slice(0, index)
        .filter(({ name }) => name === step.name)
        .map(({ guard }) => guardTruth(guard, place)),
    );
    const stands = and(guardTruth(step.guard, place), not(earlier));
    if (isConstant(stands, FALSE)) return [];
    return [{ step, stands, value: held(valueOfStep(step, place), place) }];
  });
}

function whenOf(rule: Rule, place: Place): Sql {
  const found = stretches(place, changesOfAlternatives(rule.chargedWhen, place.emission)).map(
    ({ when, day, there }) => {
      const it = pick(rule.chargedWhen, day, place.emission.run);
      return { when, then: it === undefined ? TRUE : truth(it, there) };
    },
  );
  const last = found[found.length - 1];
  return last === undefined ? TRUE : firstOf(found.slice(0, -1), last.then);
}

/** No line while the document lies dormant on the decision day of any of its records. */
function mayChargeOf(rule: Rule, grouping: Grouping): Sql {
  const { emission, rows, counts } = grouping;
  const condition = emission.run.documentOf(rule.document).mayCharge;
  if (condition === null) return TRUE;
  const holds = column(rows.place.stage, truth(condition, { ...rows.place, group: null }), "får debiteras", emission);
  if (/^["`]/.test(holds.text)) return not(some(grouping, and(counts, not(surely(holds))), "vilande"));
  return surely(holds);
}

/** Whether a payer's name may depend on the day. */
function namesChange({ program }: Emission): boolean {
  return program.registers.some(({ entries }) => new Set(entries.map(({ code }) => code)).size < entries.length);
}
