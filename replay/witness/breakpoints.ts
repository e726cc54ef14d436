// The numbers, days, clock times, names and payers at which two programs can change their mind about an episode.
// Rule: between two neighbouring ones nothing that is decided changes, so a search that stands on each of them and
// beside it misses nothing that one fact decides.

import { descendants } from "@avtal/compiler/ir/children";
import type { Expr, Field, Id, Program, Question, Value } from "@avtal/compiler/ir/ir";
import { readByMeasured, readByRule, readByTerm, readByValue } from "@avtal/compiler/ir/parts";
import { firstDayOfMonth } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { compare, ratioFromText, ratioText, type Ratio } from "@avtal/runtime/ratio";

export interface Breakpoints {
  /** Fields that a rule reads, in the order of the vocabulary; never the one that only tells episodes apart. */
  readonly fields: readonly Field[];
  /** Fields that the dates of rules are taken from. */
  readonly deciding: ReadonlySet<Id>;
  /** Days on which a row, rule, document, choice or payer begins or ends, and days that the texts name. */
  readonly days: readonly number[];
  /** Whole amounts that are compared or counted with; fractions stand here as the whole numbers around them. */
  readonly amounts: readonly number[];
  /** Limits that are no whole numbers, smaller than a hundred. */
  readonly fractions: readonly Ratio[];
  readonly seconds: readonly number[];
  readonly texts: readonly string[];
  /** By code of the field. */
  readonly payers: ReadonlyMap<string, readonly string[]>;
  /** Days on which one of them begins or ends. */
  readonly payerDays: readonly number[];
  readonly countsWeekdays: boolean;
  /** Values that have a row without an amount. */
  readonly gaps: readonly Value[];
}

interface Found {
  readonly fields: Set<string>;
  readonly deciding: Set<Id>;
  readonly days: Set<number>;
  readonly amounts: Set<number>;
  readonly fractions: Map<string, Ratio>;
  readonly seconds: Set<number>;
  readonly texts: Set<string>;
  /** Those that a text names. */
  readonly named: Set<string>;
  readonly payers: Map<string, readonly string[]>;
  readonly payerDays: Set<number>;
  readonly facts: Set<string>;
  countsWeekdays: boolean;
  readonly gaps: Map<Id, Value>;
}

export function breakpointsOf(programs: readonly Program[]): Breakpoints {
  const found: Found = {
    fields: new Set(),
    deciding: new Set(),
    days: new Set(),
    amounts: new Set([0, 1]),
    fractions: new Map(),
    seconds: new Set(),
    texts: new Set(),
    named: new Set(),
    payers: new Map(),
    payerDays: new Set(),
    facts: new Set(),
    countsWeekdays: false,
    gaps: new Map(),
  };
  for (const program of programs) collect(program, found);
  const fields = new Map(programs.flatMap((program) => program.fields).map((field) => [field.code, field]));
  for (const field of fields.values()) if (field.kind.kind === "payer") addPayers(field, programs, found);
  return {
    fields: [...fields.values()].filter(({ code, unique }) => found.fields.has(code) && !unique),
    deciding: found.deciding,
    days: sorted(new Set([...found.days, ...found.payerDays])),
    amounts: sorted(found.amounts),
    fractions: [...found.fractions.values()].sort(compare),
    seconds: sorted(found.seconds),
    texts: [...found.texts].sort(byCodePoint),
    payers: found.payers,
    payerDays: sorted(found.payerDays),
    countsWeekdays: found.countsWeekdays,
    gaps: [...found.gaps.values()],
  };
}

function collect(program: Program, found: Found): void {
  const seen = new Set<Id>();
  const fieldCode = new Map(program.fields.map(({ id, code }) => [id, code]));
  const visit = (outer: Expr, isDate: boolean): void => {
    for (const expr of descendants(outer)) {
      collectExpr(expr, found);
      if (expr.kind === "field") {
        found.fields.add(fieldCode.get(expr.field) ?? "");
        if (isDate) found.deciding.add(expr.field);
      }
      const id = idRead(expr);
      if (id === undefined || (seen.has(id) && !isDate)) continue;
      seen.add(id);
      readOf(id, program).forEach((each) => visit(each, isDate));
      datesOf(id, program).forEach((day) => found.days.add(day));
    }
  };
  for (const rule of program.rules) {
    readByRule(rule).forEach((expr) => visit(expr, false));
    rule.follows.forEach(({ it }) => visit(it, true));
  }
  for (const { inForce } of program.documents) visit(inForce, false);
  for (const value of program.values) {
    if (seen.has(value.id) && value.rows.some((row) => row.cells.some((cell) => cell.value === null)))
      found.gaps.set(value.id, value);
  }
  for (const { chosen } of program.questions) daysChosen(chosen).forEach((day) => found.days.add(day));
}

function collectExpr(expr: Expr, found: Found): void {
  switch (expr.kind) {
    case "date":
      found.days.add(expr.day);
      return;
    case "period":
      found.days.add(firstDayOfMonth(expr.index * { month: 1, quarter: 3, year: 12 }[expr.of]));
      return;
    case "clock":
      found.seconds.add(expr.seconds);
      return;
    case "text":
      found.texts.add(expr.text);
      found.facts.add(expr.text);
      return;
    case "payer":
      found.named.add(expr.code);
      if (expr.name !== null) found.facts.add(expr.name);
      return;
    case "quantity":
      wholeNumbersAround(expr.exact).forEach((amount) => found.amounts.add(amount));
      addFraction(ratioFromText(expr.exact), found);
      if (expr.unit === "hours") addMidnights(ratioFromText(expr.exact), found);
      return;
    case "weekdays":
    case "addWeekdays":
    case "isWeekday":
      found.countsWeekdays = true;
      return;
    default:
      return;
  }
}

function idRead(expr: Expr): Id | undefined {
  if (expr.kind === "term") return expr.term;
  if (expr.kind === "value") return expr.value;
  return expr.kind === "measured" ? expr.measured : undefined;
}

function readOf(id: Id, { terms, values, measured }: Program): readonly Expr[] {
  return [
    ...terms.filter((term) => term.id === id).flatMap(readByTerm),
    ...values.filter((value) => value.id === id).flatMap(readByValue),
    ...measured.filter((each) => each.id === id).flatMap(readByMeasured),
  ];
}

/** First days of rows and definitions, and the day after the last. */
function datesOf(id: Id, { terms, values }: Program): readonly number[] {
  const rows = values.filter((value) => value.id === id).flatMap(({ rows: each, until }) => [...each, { from: until }]);
  const definitions = terms.filter((term) => term.id === id).flatMap((term) => term.definitions);
  return [...rows, ...definitions].flatMap(({ from }) => (from === null ? [] : [from]));
}

function daysChosen(chosen: Question["chosen"]): readonly number[] {
  return chosen.flatMap(({ from }) => (from === null ? [] : [from]));
}

/**
 * Of each register the payers that a text names, and one or two for every combination of facts that the register
 * tells them apart by; then those that begin or end, with who comes after them.
 */
function addPayers({ kind, code }: Field, programs: readonly Program[], found: Found): void {
  if (kind.kind !== "payer" || !found.fields.has(code)) return;
  const registers = programs.flatMap((program) => program.registers).filter(({ id }) => id === kind.register);
  const kept = new Set<string>();
  const alike = new Map<string, number>();
  let ending = 0;
  for (const { code: payer, name, facts, from, until, successor } of registers.flatMap(({ entries }) => entries)) {
    const isNamed = found.named.has(payer) || found.facts.has(name);
    const told = JSON.stringify(facts.map((fact) => (fact !== null && found.facts.has(fact) ? fact : null)));
    const count = alike.get(told) ?? 0;
    const isDated = from !== null || until !== null || successor !== null;
    if (isNamed || (!isDated && count < 2) || (isDated && ending < 6)) kept.add(payer);
    if (isDated) ending += 1;
    else alike.set(told, count + 1);
    for (const day of [from, until]) if (day !== null && isDated && ending <= 6) found.payerDays.add(day);
  }
  found.payers.set(code, [...kept].sort(byCodePoint));
}

/** The clock times from which so many hours more, or less, lead to another day. */
function addMidnights({ over, under }: Ratio, { seconds }: Found): void {
  const after = Number(((over * 3600n) / under) % secondsOfDay);
  if (after === 0) return;
  seconds.add(Number(secondsOfDay) - after);
  seconds.add(after);
}

const secondsOfDay = 86_400n;

/** Amounts too large to be days or years of anybody are left out. */
function wholeNumbersAround(exact: string): readonly number[] {
  const { over, under } = ratioFromText(exact);
  if (over < 0n || over / under > 4000n) return [];
  const below = Number(over / under);
  return under === 1n ? [below] : [below, below + 1];
}

function addFraction(exact: Ratio, { fractions }: Found): void {
  const { over, under } = exact;
  if (under > 1n && over > 0n && over < 100n * under) fractions.set(ratioText(exact), exact);
}

function sorted(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}
