// The groups of a rule: its keys and parts, the figures over their records, its steps, and what becomes of each.
// Rule: every figure is a count or a sum of whole numbers over a whole number that is known beforehand, so that parts of
// the data could be summed apart; only the first record of a group is ever singled out.

import type { Aggregate, Alternatives, Expr, QuantityUnit, Rule, RuleStep } from "../../ir/ir.ts";
import { canonical } from "../../ir/canonical.ts";
import { children } from "../../ir/children.ts";
import { pick } from "../../ir/in-force.ts";
import { stretches } from "./causes.ts";
import { filtered } from "./dialect.ts";
import { Unsayable, type Emission } from "./emission.ts";
import { expression, truth } from "./expression.ts";
import { COUNTS, guardTruth, NOT_CHARGED, UNDECIDED, type Judged } from "./judged.ts";
import { monthsInARow } from "./months-in-a-row.ts";
import type { OwnDay, Place } from "./place.ts";
import type { Answer } from "./queue.ts";
import { changesOfAlternatives, changesOfMeasured, changesOfTerm, changesOfValue, picked } from "./segments.ts";
import { shortValue } from "./shortened.ts";
import {
  and,
  built,
  compared,
  counted,
  FALSE,
  firstOf,
  isConstant,
  isNull,
  isPresent,
  not,
  NULL,
  number,
  numberIn,
  or,
  surely,
  TRUE,
  type Sql,
} from "./sql.ts";
import {
  column,
  columnNamed,
  columns,
  newStage,
  reference,
  sunk,
  writtenBody,
  type Body,
  type Stage,
} from "./stage.ts";
import { choice, missing, quantityOf, type SqlValue } from "./value.ts";

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
}

/** What is being put together: the aggregates of the one query that makes the groups. */
interface Grouping {
  readonly answer: Answer;
  readonly rows: Judged;
  readonly emission: Emission;
  readonly stage: Stage;
  readonly stages: Stage[];
  /** Names of keys and part, by which the rows are grouped. */
  readonly by: readonly string[];
  readonly aggregates: { readonly name: string; readonly text: string }[];
  readonly counts: Sql;
  readonly position: Sql;
}

export function grouped(answer: Answer, emission: Emission): Grouped {
  const rows = answer.judged;
  const { rule } = rows;
  const grouping = newGrouping(answer, emission);
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
    first: aggregate(grouping, "första", `MIN(${grouping.position.text})${filtered(grouping.counts)}`, false),
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
  };
}

function newGrouping(answer: Answer, emission: Emission): Grouping {
  const rows = answer.judged;
  const by = [
    ...rows.keys.map(({ value }) => value.value.text),
    ...(rows.cuts.length === 0 ? [] : [rows.part.text]),
  ].filter((text, index, all) => /^["`]/.test(text) && all.indexOf(text) === index);
  const aggregates: { name: string; text: string }[] = [];
  const counts = compared(rows.standing, "=", number(COUNTS));
  const day = rows.place.theDay;
  const record = reference("record", false, emission);
  const position = day === null ? record : built(`(${record.text} * 4194304 + ${day.text})`, [record, day], false);
  const present = and(
    ...rows.keys.map(({ value }) => isPresent(value.value)),
    compared(rows.standing, "<=", number(UNDECIDED)),
  );
  const { identifier } = emission.dialect;
  const from = (): Body => ({
    kind: "select",
    all: null,
    columns: [...by.map((text) => ({ name: text.slice(1, -1), text })), ...aggregates],
    rest: [
      `FROM ${identifier(rows.place.stage.name)} AS t`,
      `WHERE ${present.text}`,
      ...(by.length === 0 ? [] : [`GROUP BY ${by.join(", ")}`]),
      `HAVING COUNT(CASE WHEN ${counts.text} THEN 1 END) > 0`,
    ].join("\n"),
  });
  const stage = newStage(emission.names.fresh(`${rows.rule.name} grupper`), from, `Groups of ${rows.rule.id}`, null);
  return { answer, rows, emission, stage, stages: [stage], by, aggregates, counts: sunk(counts), position };
}

function aggregate({ aggregates, emission }: Grouping, wish: string, text: string, nullable: boolean): Sql {
  const known = aggregates.find((each) => each.text === text);
  const name = known?.name ?? emission.names.fresh(wish);
  if (known === undefined) aggregates.push({ name, text });
  return columnNamed(name, 0, nullable, emission);
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
  const { rows, emission, position, counts } = grouping;
  const own = rows.place.own.day === null ? NULL : rows.place.own.day();
  return {
    ...aggregate(grouping, "beslutsdag", emission.dialect.firstBy(own, position, counts).text, false),
    nullable: false,
  };
}

/** A record-stage expression for the first record of each group. */
function ofFirst(expr: Expr, grouping: Grouping): SqlValue {
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

function held(value: SqlValue, place: Place): SqlValue {
  return shortValue(value, place, "figur");
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

function recordsIn(grouping: Grouping): Sql {
  const { answer, emission, counts } = grouping;
  if (answer.grain === "episode") return aggregate(grouping, "vårdtillfällen", `COUNT(*)${filtered(counts)}`, false);
  const record = emission.dialect.identifier("record");
  return aggregate(grouping, "vårdtillfällen", `COUNT(DISTINCT CASE WHEN ${counts.text} THEN ${record} END)`, false);
}

/** Records that were taken and of which nothing counts in the group. */
function leftOutOf(grouping: Grouping): Grouped["leftOut"] {
  const { answer, rows, emission, stage, by } = grouping;
  const is = (standing: number): Sql => compared(rows.standing, "=", number(standing));
  if (answer.grain === "episode") {
    return {
      notCharged: aggregate(grouping, "ej debiterade", `COUNT(*)${filtered(is(NOT_CHARGED))}`, false),
      undecided: aggregate(grouping, "oavgjorda", `COUNT(*)${filtered(is(UNDECIDED))}`, false),
    };
  }
  const { identifier } = emission.dialect;
  const record = identifier("record");
  const name = emission.names.fresh(`${rows.rule.name} utanför`);
  const joinKeys = by.map((key) => emission.names.fresh(`${key.replaceAll(/["`]/g, "")} utanför`));
  const columnsOf = [...by.map((key, index) => `${key} AS ${identifier(joinKeys[index] ?? "")}`), record];
  const perRecord = [
    `SELECT ${[...columnsOf, ...[COUNTS, NOT_CHARGED, UNDECIDED].map((standing) => `MAX(CASE WHEN ${is(standing).text} THEN 1 ELSE 0 END) AS s${standing}`)].join(", ")}`,
    `FROM ${identifier(rows.place.stage.name)} AS t`,
    `GROUP BY ${[...by, record].join(", ")}`,
  ].join(" ");
  const [notCharged, undecided] = [emission.names.fresh("ej debiterade"), emission.names.fresh("oavgjorda")];
  const keyNames = joinKeys.map((key) => identifier(key));
  const left = newStage(
    name,
    () =>
      writtenBody(
        [
          `SELECT ${[...keyNames, `COUNT(CASE WHEN s2 = 1 AND s1 = 0 AND s3 = 0 THEN 1 END) AS ${identifier(notCharged)}`, `COUNT(CASE WHEN s3 = 1 AND s1 = 0 THEN 1 END) AS ${identifier(undecided)}`].join(", ")}`,
          `FROM (${perRecord}) AS p`,
          ...(keyNames.length === 0 ? [] : [`GROUP BY ${keyNames.join(", ")}`]),
        ].join("\n"),
      ),
    "",
    null,
  );
  grouping.stages.unshift(left);
  const on = by.length === 0 ? "TRUE" : by.map((key, index) => `${key} = ${keyNames[index] ?? ""}`).join(" AND ");
  const [a, b] = [emission.names.fresh("ej debiterade"), emission.names.fresh("oavgjorda")];
  const level = {
    joins: [`JOIN ${identifier(name)} AS u ON ${on}`],
    columns: [
      { name: a, text: `u.${identifier(notCharged)}` },
      { name: b, text: `u.${identifier(undecided)}` },
    ],
  };
  if (stage.levels.length === 0) stage.levels.push({ columns: [], joins: [] });
  stage.levels[0]?.joins.push(...level.joins);
  stage.levels[0]?.columns.push(...level.columns);
  return { notCharged: columnNamed(a, 1, false, emission), undecided: columnNamed(b, 1, false, emission) };
}

/** A mean, sum or count over the group's records that count. */
function figureOf(figure: Aggregate, grouping: Grouping): SqlValue {
  const key = `figure ${canonical(figure)}`;
  const known = grouping.stage.known.get(key);
  if (known !== undefined) return known;
  const value = columns(grouping.stage, worked(figure, grouping), "figur", grouping.emission);
  grouping.stage.known.set(key, value);
  return value;
}

function worked(figure: Aggregate, grouping: Grouping): SqlValue {
  if (figure.over.kind !== "group") throw new Unsayable("a figure over all records of the data");
  const { rows, emission, counts, answer } = grouping;
  const { place } = rows;
  const where =
    figure.where === null ? TRUE : column(place.stage, truth(figure.where, { ...place, group: null }), "där", emission);
  const doubt = where.nullable ? some(grouping, and(counts, isNull(where)), "där okänt") : FALSE;
  let inside = and(counts, surely(where));
  const perDay = answer.grain === "day";
  const once = perDay && figure.each === "episode";
  const record = emission.dialect.identifier("record");
  if (once && (figure.function !== "count" || figure.per !== null)) inside = firstDayOfEach(inside, grouping);
  if (figure.per !== null) return overKeys(figure, inside, doubt, grouping);
  const count =
    once && figure.function === "count"
      ? aggregate(grouping, "antal", `COUNT(DISTINCT CASE WHEN ${inside.text} THEN ${record} END)`, false)
      : aggregate(grouping, "antal", `COUNT(*)${filtered(inside)}`, false);
  const { wide } = emission.dialect;
  if (figure.function === "count") return absentWhere(quantityOf(wide(count), number(1), FALSE), doubt, FALSE);
  if (figure.of === null) throw new Error("A mean or sum of nothing.");
  const of = columns(place.stage, expression(figure.of, { ...place, group: null }), "mätt", emission);
  if (numberIn(of.under) === undefined) throw new Unsayable("a sum of fractions whose denominators differ");
  const isUnknown = isConstant(of.unknown, FALSE) ? FALSE : some(grouping, and(inside, of.unknown), "okänd");
  const isMissing = of.value.nullable ? some(grouping, and(inside, isNull(of.value)), "saknad") : FALSE;
  const sum = aggregate(
    grouping,
    "summa",
    `COALESCE(SUM(${summed(of.value, emission).text})${filtered(inside)}, 0)`,
    false,
  );
  const total =
    figure.function === "sum" ? quantityOf(wide(sum), of.under, FALSE) : meanOf(wide(sum), wide(count), of.under);
  return absentWhere(total, or(doubt, isUnknown), isMissing);
}

function summed(value: Sql, { dialect }: Emission): Sql {
  return dialect.name === "spark" ? dialect.wide(value) : value;
}

/** A mean over nothing is missing. */
function meanOf(sum: Sql, count: Sql, under: Sql): SqlValue {
  const value = firstOf([{ when: compared(count, "=", number(0)), then: NULL }], sum);
  return quantityOf(value, counted(built(`NULLIF(${count.text}, 0)`, [count], true), "*", under), FALSE);
}

function absentWhere(value: SqlValue, isUnknown: Sql, isMissing: Sql): SqlValue {
  if (isConstant(isUnknown, FALSE) && isConstant(isMissing, FALSE)) return value;
  const absent = or(isUnknown, isMissing);
  return { ...value, value: firstOf([{ when: absent, then: NULL }], value.value), unknown: isUnknown };
}

function some(grouping: Grouping, condition: Sql, wish: string): Sql {
  if (isConstant(condition, FALSE)) return FALSE;
  return compared(aggregate(grouping, wish, `COUNT(*)${filtered(condition)}`, false), ">", number(0));
}

/** Marks the first day of each record in its group, among those that a condition lets in. */
function firstDayOfEach(inside: Sql, { rows, emission, by }: Grouping): Sql {
  const { stage } = rows.place;
  const isIn = column(stage, inside, "med", emission);
  const day = rows.place.theDay?.text ?? "";
  const record = emission.dialect.identifier("record");
  const order = built(
    `(row_number() OVER (PARTITION BY ${[...by, record, isIn.text].join(", ")} ORDER BY ${day}))`,
    [isIn],
    false,
  );
  const number1 = column(stage, { ...order, level: Math.max(order.level, levelOfKeys(rows)) }, "ordning", emission);
  return column(stage, and(isIn, compared(number1, "=", number(1))), "första dygnet", emission);
}

function levelOfKeys(rows: Judged): number {
  return Math.max(rows.part.level, ...rows.keys.map(({ value }) => value.value.level));
}

/** A figure for each value of a key first, then one over those. */
function overKeys(figure: Aggregate, inside: Sql, doubt: Sql, grouping: Grouping): SqlValue {
  const { per, perFunction, of } = figure;
  const { rows, emission, stage, by } = grouping;
  if (per === null || perFunction === null) throw new Error("A nested aggregate without a key.");
  if (perFunction === "mean" && figure.function !== "count") throw new Unsayable("a sum of means");
  const { place } = rows;
  const { identifier, wide } = emission.dialect;
  const key = columns(place.stage, expression(per.value, { ...place, group: null }), "per", emission);
  if (key.under.text !== "1") throw new Unsayable("a fraction as a key");
  const amount = of === null ? null : columns(place.stage, expression(of, { ...place, group: null }), "mätt", emission);
  if (amount !== null && numberIn(amount.under) === undefined)
    throw new Unsayable("a sum of fractions whose denominators differ");
  const isCount = figure.function === "count" || perFunction === "count" || amount === null;
  const keyUnknown = isConstant(key.unknown, FALSE) ? FALSE : some(grouping, and(inside, key.unknown), "okänd");
  const keyMissing = key.value.nullable ? some(grouping, and(inside, isNull(key.value)), "saknad") : FALSE;
  const ofUnknown =
    isCount || isConstant(amount.unknown, FALSE) ? FALSE : some(grouping, and(inside, amount.unknown), "okänd");
  const ofMissing =
    isCount || !amount.value.nullable ? FALSE : some(grouping, and(inside, isNull(amount.value)), "saknad");
  const name = emission.names.fresh(`${rows.rule.name} per ${per.name}`);
  const joined = by.map((each) => identifier(emission.names.fresh(`${each.replaceAll(/["`]/g, "")} per`)));
  const inner = perFunction === "count" || amount === null ? "COUNT(*)" : `SUM(${summed(amount.value, emission).text})`;
  const [outerSum, outerCount] = [emission.names.fresh("summa"), emission.names.fresh("antal")];
  const innerBy = [...by, key.value.text];
  const table = newStage(
    name,
    () =>
      writtenBody(
        [
          `SELECT ${[...joined, `SUM(${emission.dialect.name === "spark" ? "CAST(v AS DECIMAL(38,0))" : "v"}) AS ${identifier(outerSum)}`, `COUNT(*) AS ${identifier(outerCount)}`].join(", ")}`,
          `FROM (SELECT ${[...by.map((each, index) => `${each} AS ${joined[index] ?? ""}`), `${inner} AS v`].join(", ")} FROM ${identifier(rows.place.stage.name)} AS t WHERE ${inside.text} GROUP BY ${innerBy.join(", ")}) AS p`,
          ...(joined.length === 0 ? [] : [`GROUP BY ${joined.join(", ")}`]),
        ].join("\n"),
      ),
    "",
    null,
  );
  grouping.stages.splice(grouping.stages.indexOf(stage), 0, table);
  const on = by.length === 0 ? "TRUE" : by.map((each, index) => `${each} = ${joined[index] ?? ""}`).join(" AND ");
  const alias = identifier(name);
  if (stage.levels.length === 0) stage.levels.push({ columns: [], joins: [] });
  stage.levels[0]?.joins.push(`LEFT JOIN ${alias} ON ${on}`);
  const taken = (from: string): Sql => {
    const own = emission.names.fresh(from);
    stage.levels[0]?.columns.push({ name: own, text: `COALESCE(${alias}.${identifier(from)}, 0)` });
    return columnNamed(own, 1, false, emission);
  };
  const [sum, count] = [wide(taken(outerSum)), wide(taken(outerCount))];
  const under = isCount || amount === null ? number(1) : amount.under;
  const total =
    figure.function === "count"
      ? quantityOf(count, number(1), FALSE)
      : figure.function === "sum"
        ? quantityOf(sum, under, FALSE)
        : meanOf(sum, count, under);
  return absentWhere(total, or(doubt, keyUnknown, ofUnknown), or(keyMissing, ofMissing));
}

function quantitiesOf(rule: Rule, grouping: Grouping, place: Place): Grouped["quantity"] {
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
  const [least, greatest] = ["MIN", "MAX"].map((name) =>
    aggregate(grouping, "pris", `${name}(${value.value.text})${filtered(counts)}`, true),
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
