// What a document has given a name, for every case: rows, definitions and readings, each in the span of days it is for.
// Rule: between two days on which something begins the same row and definition apply, so that one day stands for all.

import { definitionOn, holds, rowOn, suppliedOn } from "@avtal/compiler/ir/in-force";
import type { Expr, Guard, Id, Value, ValueRow } from "@avtal/compiler/ir/ir";
import { ratio } from "@avtal/runtime/ratio";
import { wordsCompared } from "./case-compare.ts";
import { cases, casesOfAll, type CaseScope } from "./case-expression.ts";
import { whereAtMostZero, type Facts } from "./case-facts.ts";
import { absent, absentAmong, type Case, type CaseValue } from "./case-value.ts";
import { constant, negated, plus, type Rational } from "./rational.ts";

/** The day that decides; none where the date that a rule follows is absent. */
export type Own = { readonly kind: "day"; readonly of: Rational } | { readonly kind: "none" };

/** `X vid D`: X as it is read on D; absent as D is. */
export function onDay(
  at: Expr | null,
  scope: CaseScope,
  facts: Facts,
  read: (there: CaseScope, facts: Facts) => readonly Case[],
): readonly Case[] {
  if (at === null) return read(scope, facts);
  return cases(at, scope, facts).flatMap(({ facts: now, value }): readonly Case[] => {
    if (value.kind === "date") return read({ ...scope, own: { kind: "day", of: value.of } }, now);
    return [{ facts: now, value: value.kind === "absent" ? value : absent("missing", []) }];
  });
}

export function termCases(id: Id, scope: CaseScope, facts: Facts): readonly Case[] {
  const { run } = scope;
  const term = run.termOf(id);
  const bodies = term.definitions.flatMap(({ by }) => by);
  const guards = bodies.flatMap(({ guard, it }) => [
    guard,
    ...(it.kind === "condition" ? it.lines.map((line) => line.guard) : []),
  ]);
  const days = daysOf(term.document, term.definitions, scope);
  return spans([...days, ...daysOfGuards(guards, scope)], scope, facts).flatMap(({ day, facts: now }) => {
    const definition = definitionOn(term, day, run);
    if (definition === undefined) return [{ facts: now, value: absent("missing", [term.code]) }];
    const inside = { ...scope, document: term.document };
    const { body } = definition;
    if (body.kind === "expression") return cases(body.value, inside, now);
    const lines = body.lines.filter(({ guard }) => holds(guard, day, run));
    return cases({ kind: "and", of: lines.map(({ condition }) => condition) }, inside, now);
  });
}

export function valueCases(id: Id, scope: CaseScope, facts: Facts): readonly Case[] {
  const { run } = scope;
  const value = run.valueOf(id);
  const rows = [...value.rows, { from: value.until }, ...(run.supplied.get(id) ?? [])];
  const days = daysOf(value.document, rows, scope);
  const guards = value.rows.map(({ guard }) => guard);
  return spans([...days, ...daysOfGuards(guards, scope)], scope, facts).flatMap(({ day, facts: now }) => {
    const row = rowOn(value, day, run);
    const one = (found: CaseValue): readonly Case[] => [{ facts: now, value: found }];
    if (row === undefined) return one(absent(day === null ? "unknown" : "missing", [value.code]));
    if (row.kind === "supplied") return one({ kind: "number", of: constant(row.exact) });
    return cellCases(value, row.row, scope, now);
  });
}

export function measuredCases(id: Id, scope: CaseScope, facts: Facts): readonly Case[] {
  const { run } = scope;
  const { code, document, fixed } = run.measuredOf(id);
  const days = daysOf(document, run.supplied.get(id) ?? [], scope);
  return spans(days, scope, facts).flatMap(({ day, facts: now }): readonly Case[] => {
    const supplied = suppliedOn(id, document, day, run);
    if (supplied !== undefined) return [{ facts: now, value: { kind: "number", of: constant(supplied.exact) } }];
    if (fixed === null) return [{ facts: now, value: absent("missing", [code]) }];
    return cases(fixed, { ...scope, document }, now);
  });
}

/** The spans between the days on which the chosen reading of a guard changes. */
export function thresholdsOf(guards: readonly Guard[], scope: CaseScope, facts: Facts): readonly Span[] {
  return spans(daysOfGuards(guards, scope), scope, facts);
}

function cellCases(value: Value, row: ValueRow, scope: CaseScope, facts: Facts): readonly Case[] {
  return casesOfAll(value.dependsOn, scope, facts).flatMap(({ facts: now, values }): readonly Case[] => {
    const lacking = absentAmong(values);
    return lacking === undefined ? picked(value, row.cells, values, scope, now) : [{ facts: now, value: lacking }];
  });
}

function picked(
  value: Value,
  cells: ValueRow["cells"],
  keys: readonly CaseValue[],
  scope: CaseScope,
  facts: Facts,
): readonly Case[] {
  const [cell, ...rest] = cells;
  if (cell === undefined) return [{ facts, value: absent("missing", []) }];
  return matching(cell.keys, keys, facts).flatMap(({ facts: now, isPicked }): readonly Case[] => {
    if (!isPicked) return picked(value, rest, keys, scope, now);
    if (cell.value === null) return [{ facts: now, value: absent("missing", [value.code]) }];
    return cases(cell.value, { ...scope, document: value.document }, now);
  });
}

interface Match {
  readonly facts: Facts;
  readonly isPicked: boolean;
}

function matching(codes: readonly (string | null)[], keys: readonly CaseValue[], facts: Facts): readonly Match[] {
  return codes.reduce<readonly Match[]>(
    (before, code, index) =>
      before.flatMap((match): readonly Match[] => {
        const key = keys[index];
        if (!match.isPicked || code === null || key?.kind !== "word") return [match];
        const word: CaseValue & { kind: "word" } = { kind: "word", name: code, isConstant: true, among: [] };
        return wordsCompared("=", key, word, match.facts).map((found) => ({
          facts: found.facts,
          isPicked: found.value.kind === "truth" && found.value.holds,
        }));
      }),
    [{ facts, isPicked: true }],
  );
}

interface Span {
  /** One day of the span; null where no day decides. */
  readonly day: number | null;
  readonly facts: Facts;
}

function spans(days: readonly number[], { own }: CaseScope, facts: Facts): readonly Span[] {
  if (own.kind === "none") return [{ day: null, facts }];
  const marks = [...new Set(days)].sort((a, b) => a - b);
  const [first] = marks;
  if (first === undefined) return [{ day: 0, facts }];
  return [undefined, ...marks].flatMap((from, index): readonly Span[] => {
    const next = marks[index];
    const since = from === undefined ? facts : whereAtMostZero(before(from, own.of).over, false, facts);
    const within =
      since === undefined || next === undefined ? since : whereAtMostZero(after(own.of, next).over, true, since);
    return within === undefined ? [] : [{ day: from ?? first - 1, facts: within }];
  });
}

function before(day: number, own: Rational): Rational {
  return plus(constant(ratio(BigInt(day))), negated(own));
}

function after(own: Rational, day: number): Rational {
  return plus(own, constant(ratio(BigInt(-day))));
}

/** First days of what a document dates; none where its wording's own day decides. */
function daysOf(
  document: string,
  rows: readonly { readonly from: number | null }[],
  { run }: CaseScope,
): readonly number[] {
  if (run.wording !== null && document === run.program.main) return [];
  return rows.flatMap(({ from }) => (from === null ? [] : [from]));
}

function daysOfGuards(guards: readonly (Guard | null)[], scope: CaseScope): readonly number[] {
  const questions = new Set(guards.flatMap((guard) => (guard === null ? [] : [guard.question])));
  return [...questions].flatMap((id) => {
    const { document, chosen } = scope.run.questionOf(id);
    return scope.run.readings.has(id) ? [] : daysOf(document, chosen, scope);
  });
}
