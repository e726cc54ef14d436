// The fields that decide what a set of rules takes, and the amounts and clock times that they are measured against.

import { descendants } from "../../ir/children.ts";
import type { Expr, Field, Id, Program, Rule } from "../../ir/ir.ts";
import { readByMeasured, readByTerm, readByValue } from "../../ir/parts.ts";
import { firstDayOfMonth } from "@avtal/runtime/calendar";
import { ratioFromText } from "@avtal/runtime/ratio";

export interface Deciding {
  readonly fields: readonly Field[];
  readonly days: readonly number[];
  /** Whole amounts of days, ages and the like; fractions stand here as the whole numbers around them. */
  readonly amounts: readonly number[];
  readonly seconds: readonly number[];
  readonly texts: readonly string[];
}

/** Through terms and values, whatever the reading. */
export function decidingFields(rules: readonly Rule[], program: Program): Deciding {
  const seen = new Set<Id>();
  const fields = new Set<Id>();
  const days = new Set<number>();
  const amounts = new Set<number>([0, 1]);
  const seconds = new Set<number>();
  const texts = new Set<string>();
  const visit = (outer: Expr): void => {
    for (const expr of descendants(outer)) {
      if (expr.kind === "field") fields.add(expr.field);
      if (expr.kind === "date") days.add(expr.day);
      if (expr.kind === "period") days.add(firstDayOf(expr));
      if (expr.kind === "clock") seconds.add(expr.seconds);
      if (expr.kind === "text") texts.add(expr.text);
      if (expr.kind === "quantity") wholeNumbersAround(expr.exact).forEach((amount) => amounts.add(amount));
      const id = idOfNamed(expr);
      if (id === undefined || seen.has(id)) continue;
      seen.add(id);
      readBy(id, program).forEach(visit);
    }
  };
  for (const rule of rules) decidingExprs(rule, program).forEach(visit);
  return {
    fields: program.fields.filter(({ id }) => fields.has(id)),
    days: [...days].sort((a, b) => a - b),
    amounts: [...amounts].sort((a, b) => a - b),
    seconds: [...seconds].sort((a, b) => a - b),
    texts: [...texts],
  };
}

function firstDayOf({ of, index }: Expr & { kind: "period" }): number {
  const months = { month: 1, quarter: 3, year: 12 }[of];
  return firstDayOfMonth(index * months);
}

function decidingExprs(rule: Rule, program: Program): readonly Expr[] {
  const document = program.documents.find(({ name }) => name === rule.document);
  return [
    ...(document === undefined ? [] : [document.inForce]),
    ...[...rule.inForce, ...rule.scope, ...rule.follows].map(({ it }) => it),
    ...(rule.grain.kind === "day" ? [rule.grain.from, rule.grain.to] : []),
  ];
}

function idOfNamed(expr: Expr): Id | undefined {
  if (expr.kind === "term") return expr.term;
  if (expr.kind === "value") return expr.value;
  return expr.kind === "measured" ? expr.measured : undefined;
}

function readBy(id: Id, { terms, values, measured }: Program): readonly Expr[] {
  return [
    ...terms.filter((term) => term.id === id).flatMap(readByTerm),
    ...values.filter((value) => value.id === id).flatMap(readByValue),
    ...measured.filter((each) => each.id === id).flatMap(readByMeasured),
  ];
}

/** Amounts too large to be days or years of anybody are left out. */
function wholeNumbersAround(exact: string): readonly number[] {
  const { over, under } = ratioFromText(exact);
  if (over < 0n || over / under > 4000n) return [];
  const below = Number(over / under);
  return under === 1n ? [below] : [below, below + 1];
}
