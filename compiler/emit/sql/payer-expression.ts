// Payers in SQL: their facts in a register, and who has taken over for them on a day.

import type { Expr, Id } from "../../ir/ir.ts";
import type { Place } from "./place.ts";
import { shortSql, shortValue } from "./shortened.ts";
import { built, compared, FALSE, firstOf, isConstant, isPresent, NULL, number, or, TRUE, type Sql } from "./sql.ts";
import { columnNamed, knownIn, lookUp } from "./stage.ts";
import { absentDay, factTable, payersByFact, successorTable } from "./tables.ts";
import { anyUnknown, isAbsent, NEVER, valueOf, type SqlValue } from "./value.ts";

/** A fact of a payer on the decision day; missing where its register says none. */
export function factOf({ register, fact }: Expr & { readonly kind: "fact" }, of: SqlValue, place: Place): SqlValue {
  const table = factTable(register, fact, place.emission);
  const payer = shortSql(of.value, place, "betalare");
  const { own } = place;
  const day = !table.daily
    ? null
    : own.day === null
      ? number(absentDay)
      : own.mayBeAbsent
        ? orAbsentDay(own.day())
        : own.day();
  return valueOf(looked({ table: table.name, by: payer, day, wish: fact }, place).found, of.unknown);
}

/**
 * Whether a fact of a payer is the one that is written out: the payers of which it is so are written out too, which costs
 * less than a register that is joined with every record. Undefined where the fact depends on the day.
 */
export function factIs(
  { register, fact }: Expr & { readonly kind: "fact" },
  wanted: string,
  of: SqlValue,
  place: Place,
): Sql | undefined {
  const payers = payersByFact(register, fact, place.emission);
  if (payers === undefined || isConstant(of.value, NULL)) return undefined;
  const payer = shortSql(of.value, place, "betalare");
  const others = [...payers].flatMap(([said, codes]) => (said === wanted ? [] : codes));
  return firstOf(
    [
      { when: isAmong(payer, payers.get(wanted) ?? [], place), then: TRUE },
      { when: isAmong(payer, others, place), then: FALSE },
    ],
    NULL,
  );
}

function isAmong(payer: Sql, codes: readonly string[], { emission }: Place): Sql {
  if (codes.length === 0) return FALSE;
  return emission.dialect.isAmong(payer, codes);
}

/** The payer itself while it exists on the day, later its successor, asked the same way. */
export function payerOn(register: Id, of: SqlValue, at: SqlValue, place: Place): SqlValue {
  const [payer, day] = [shortValue(of, place, "betalare"), shortValue(at, place, "dag")];
  const absent = or(isAbsent(payer), isAbsent(day));
  const never = day.never ? compared(day.value, "=", NEVER) : FALSE;
  const table = successorTable(register, place.emission);
  const isUnknown = anyUnknown(of, at);
  if (table === undefined) return valueOf(firstOf([{ when: or(absent, never), then: NULL }], payer.value), isUnknown);
  const { found, matched } = looked({ table, by: payer.value, day: day.value, wish: "efterträdare" }, place);
  const value = firstOf(
    [
      { when: or(absent, never), then: NULL },
      { when: isPresent(matched), then: found },
    ],
    payer.value,
  );
  return valueOf({ ...value, nullable: true }, isUnknown);
}

interface Lookup {
  readonly table: string;
  readonly by: Sql;
  /** Null where the table's rows hold on every day. */
  readonly day: Sql | null;
  readonly wish: string;
}

function looked(
  { table, by, day, wish }: Lookup,
  { emission, stage }: Place,
): { readonly found: Sql; readonly matched: Sql } {
  const { identifier } = emission.dialect;
  const key = `lookup ${table} ${by.text} ${day?.text ?? ""}`;
  const [known, knownMatch] = [knownIn(stage, key), knownIn(stage, `${key} matched`)];
  if (known !== undefined && knownMatch !== undefined) return { found: known.value, matched: knownMatch.value };
  if (isConstant(by, NULL)) return { found: NULL, matched: NULL };
  const own = emission.names.fresh(`${wish} i register`);
  const alias = identifier(own);
  const level = Math.max(by.level, day?.level ?? 0);
  const onDay = day === null ? "" : ` AND ${day.text} >= ${alias}.first_day AND ${day.text} < ${alias}.until_day`;
  lookUp(stage, level, `LEFT JOIN ${identifier(table)} AS ${alias} ON ${alias}.code = ${by.text}${onDay}`, own);
  const taken = (name: string, text: string): Sql => {
    const column = emission.names.fresh(name);
    stage.levels[level]?.columns.push({ name: column, text });
    return columnNamed(column, level + 1, true, emission);
  };
  const found = taken(wish, `${alias}.found`);
  const matched = taken(`${wish} finns`, `${alias}.code`);
  stage.known.set(key, valueOf(found, FALSE));
  stage.known.set(`${key} matched`, valueOf(matched, FALSE));
  return { found, matched };
}

function orAbsentDay(day: Sql): Sql {
  return built(`COALESCE(${day.text}, ${absentDay})`, [day], false);
}
