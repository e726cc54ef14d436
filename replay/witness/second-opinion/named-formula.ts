// What a document has given a name, as a formula: its rows and definitions, the spans of days one inside the other.

import { definitionOn, holds, rowOn, suppliedOn } from "@avtal/compiler/ir/in-force";
import type { Expr, Guard } from "@avtal/compiler/ir/ir";
import {
  either,
  formula,
  gap,
  joined,
  number,
  there,
  wordOf,
  worse,
  type Formula,
  type FormulaScope,
} from "./formula.ts";

type Named = Expr & { readonly kind: "term" | "value" | "measured" };

/** What a name stands for on the day that decides: the spans of days one inside the other. */
export function namedFormula(expr: Named, scope: FormulaScope): Formula {
  const at = expr.kind === "measured" ? null : expr.at;
  if (at !== null) {
    const day = formula(at, scope);
    const read = namedFormula({ ...expr, at: null } as Named, { ...scope, own: day.over });
    return { ...read, state: `(ite (= ${day.state} 0) ${read.state} ${day.state})` };
  }
  const { days, on } = spansOf(expr, scope);
  const marks = [...new Set(days)].sort((a, b) => a - b);
  const first = on((marks[0] ?? 1) - 1);
  return marks.reduce((before, day): Formula => {
    const since = on(day);
    const when = `(>= ${scope.own} ${number(BigInt(day))})`;
    const stated = (part: keyof Formula): string =>
      before[part] === since[part] ? since[part] : `(ite ${when} ${since[part]} ${before[part]})`;
    return { state: stated("state"), over: stated("over"), under: stated("under") };
  }, first);
}

interface Spans {
  readonly days: readonly number[];
  readonly on: (day: number) => Formula;
}

function spansOf(expr: Named, scope: FormulaScope): Spans {
  const { run } = scope;
  const isSettled = (document: string): boolean => run.wording !== null && document === run.program.main;
  const daysOf = (document: string, rows: readonly { readonly from: number | null }[]): readonly number[] =>
    isSettled(document) ? [] : rows.flatMap(({ from }) => (from === null ? [] : [from]));
  const missing: Formula = { state: "1", over: "0", under: "1" };
  switch (expr.kind) {
    case "term": {
      const term = run.termOf(expr.term);
      const inside = { ...scope, document: term.document };
      const isTruth = term.kind.kind === "condition";
      const on = (day: number): Formula => {
        const body = definitionOn(term, day, run)?.body;
        if (body === undefined) return isTruth ? { ...missing, over: "false" } : missing;
        if (body.kind === "expression") return formula(body.value, inside);
        const lines = body.lines.filter(({ guard }) => holds(guard, day, run));
        return joined(
          "and",
          lines.map(({ condition }) => formula(condition, inside)),
        );
      };
      if (term.definitions.some(({ by }) => by.some(({ guard }) => isOpen(guard, scope)))) gap(expr, scope);
      return { days: daysOf(term.document, term.definitions), on };
    }
    case "value": {
      const value = run.valueOf(expr.value);
      const inside = { ...scope, document: value.document };
      const on = (day: number): Formula => {
        const row = rowOn(value, day, run);
        if (row === undefined) return missing;
        if (row.kind === "supplied") return { ...there(number(row.exact.over)), under: `${row.exact.under}` };
        const keys = value.dependsOn.map((choice) => formula(choice, scope));
        const found = row.row.cells.reduceRight((otherwise, cell): Formula => {
          const is = cell.keys.flatMap((key, index) =>
            key === null ? [] : [`(= ${keys[index]?.over ?? "0"} ${wordOf(key, scope.spoken)})`],
          );
          const then = cell.value === null ? missing : formula(cell.value, inside);
          return is.length === 0 ? then : either(`(and ${is.join(" ")})`, then, otherwise);
        }, missing);
        return keys.length === 0
          ? found
          : { ...found, state: `(ite (= ${worse(keys)} 0) ${found.state} ${worse(keys)})` };
      };
      const rows = [...value.rows, { from: value.until }, ...(run.supplied.get(value.id) ?? [])];
      if (value.rows.some(({ guard }) => isOpen(guard, scope))) gap(expr, scope);
      return { days: daysOf(value.document, rows), on };
    }
    case "measured": {
      const { document, fixed } = run.measuredOf(expr.measured);
      const on = (day: number): Formula => {
        const supplied = suppliedOn(expr.measured, document, day, run);
        if (supplied !== undefined) return { ...there(number(supplied.exact.over)), under: `${supplied.exact.under}` };
        return fixed === null ? missing : formula(fixed, { ...scope, document });
      };
      return { days: daysOf(document, run.supplied.get(expr.measured) ?? []), on };
    }
  }
}

/** Whether a guard's question is answered in more than one way over the records' days. */
export function isOpen(guard: Guard | null, { run }: FormulaScope): boolean {
  return guard !== null && !run.readings.has(guard.question) && run.questionOf(guard.question).chosen.length > 1;
}
