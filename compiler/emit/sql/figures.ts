// Means, sums and counts over the records of a group that count.
// Rule: sums of whole numbers over a denominator that is known beforehand; absent as soon as a part is (docs/meaning.md 4).

import type { Aggregate } from "../../ir/ir.ts";
import { canonical } from "../../ir/canonical.ts";
import { filtered } from "./dialect.ts";
import { Unsayable, type Emission } from "./emission.ts";
import { expression, truth } from "./expression.ts";
import type { Judged } from "./judged.ts";
import {
  FALSE,
  NULL,
  TRUE,
  and,
  built,
  compared,
  counted,
  firstOf,
  isConstant,
  isNull,
  number,
  numberIn,
  or,
  surely,
  type Sql,
} from "./sql.ts";
import { column, columnNamed, columns, newStage, writtenBody } from "./stage.ts";
import { quantityOf, type SqlValue } from "./value.ts";
import { aggregate, some, type Grouping } from "./grouping.ts";

/** A mean, sum or count over the group's records that count. */
export function figureOf(figure: Aggregate, grouping: Grouping): SqlValue {
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
  const condition = figure.where === null ? TRUE : truth(figure.where, { ...place, group: null });
  const where = column(place.stage, condition, "där", emission);
  const doubt = where.nullable ? some(grouping, and(counts, isNull(where)), "där okänt") : FALSE;
  let inside = and(counts, surely(where));
  const perDay = answer.grain === "day";
  const once = perDay && figure.each === "episode";
  const { text: record } = rows.record;
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

/** An absent value has a type, or PostgreSQL does not know which sum is meant. */
function summed(value: Sql, { dialect }: Emission): Sql {
  return dialect.name === "spark" || isConstant(value, NULL) ? dialect.wide(value) : value;
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

/** Marks the first day of each record in its group, among those that a condition lets in. */
function firstDayOfEach(inside: Sql, { rows, emission, by }: Grouping): Sql {
  const { stage } = rows.place;
  const isIn = column(stage, inside, "med", emission);
  const day = rows.place.theDay?.text ?? "";
  const { record } = rows;
  const order = built(
    `(row_number() OVER (PARTITION BY ${[...by, record.text, isIn.text].join(", ")} ORDER BY ${day}))`,
    [record, isIn],
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
  if (stage.levels.length === 0) stage.levels.push({ columns: [], lookups: [], joins: [] });
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
