// A program with everything that its main document decides taken as of one day: no row, definition or rule of it is dated.
// Rule: it gives without a wording what the program gives with that wording; readings stay open, behind their guards.

import { withoutDecided } from "@avtal/compiler/ir/fold";
import { mapChildren } from "@avtal/compiler/ir/children";
import { rowOn, suppliedOn } from "@avtal/compiler/ir/in-force";
import type { Expr, Id, Program, Question, Rule, Term, Value, ValueRow } from "@avtal/compiler/ir/ir";
import { runOf, type Run } from "@avtal/compiler/ir/run";
import { dateText } from "@avtal/runtime/calendar";
import type { SuppliedValue } from "@avtal/runtime/result";
import { withObjects } from "./json-walk.ts";
import type { Side, Standing } from "./side.ts";

export function asWorded(side: Side, day: number): Standing {
  const { program, readings, events, values } = side;
  const { main } = program;
  const run = runOf(program, { wording: dateText(day), readings, events, values });
  const own = <T extends { readonly document: string }>(things: readonly T[], change: (thing: T) => T): readonly T[] =>
    things.map((thing) => (thing.document === main ? onThatDay(change(thing), day) : thing));
  const worded: Program = {
    ...program,
    documents: program.documents.map((document) =>
      document.name !== main
        ? document
        : {
            ...document,
            inForce: decided(document.inForce, day, run),
            mayCharge: document.mayCharge === null ? null : decided(document.mayCharge, day, run),
          },
    ),
    questions: own(program.questions, (question) => chosenOn(question, day)),
    values: own(program.values, (value) => valueOn(value, day)),
    measured: own(program.measured, (measured) => measured),
    terms: own(program.terms, (term) => termOn(term, day)),
    rules: withoutVersions(
      standing(
        program.rules.map((rule) =>
          rule.document !== main
            ? rule
            : {
                ...onThatDay(rule, day),
                inForce: rule.inForce.map(({ guard, it }) => ({ guard, it: decided(it, day, run) })),
              },
        ),
      ),
    ),
  };
  return { program: worded, readings, events, values: suppliedOnThatDay(run, values) };
}

/** What was supplied for the main document and applies that day, without its date; the rest as it was. */
function suppliedOnThatDay(run: Run, values: readonly SuppliedValue[]): readonly SuppliedValue[] {
  const { main } = run.program;
  const isOwn = (id: Id): boolean => id.startsWith(`${main}.`);
  const ofValues = run.program.values.flatMap((value): SuppliedValue[] => {
    if (!isOwn(value.id) || !run.supplied.has(value.id)) return [];
    const row = rowOn(value, null, run);
    return row?.kind === "supplied" ? [{ value: value.id, from: null, exact: row.exact }] : [];
  });
  const ofMeasured = run.program.measured.flatMap(({ id, document }): SuppliedValue[] => {
    const row = isOwn(id) ? suppliedOn(id, document, null, run) : undefined;
    return row === undefined ? [] : [{ value: id, from: null, exact: row.exact }];
  });
  return [...values.filter(({ value }) => !isOwn(value)), ...ofValues, ...ofMeasured];
}

function chosenOn(question: Question, day: number): Question {
  const choice = question.chosen.findLast(({ from }) => from === null || from <= day) ?? question.chosen[0];
  return choice === undefined ? question : { ...question, chosen: [{ ...choice, from: null }] };
}

/** Rows that may be in force that day: the latest first, each behind its guard; of rows of one day the first. */
function valueOn(value: Value, day: number): Value {
  if (value.until !== null && day >= value.until) return { ...value, rows: [], until: null };
  const begun = value.rows
    .filter(({ from }) => from === null || from <= day)
    .sort((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity) || 0);
  const last = begun.findIndex(({ guard }) => guard === null);
  const rows = (last < 0 ? begun : begun.slice(0, last + 1)).map((row): ValueRow => ({ ...row, from: null }));
  return { ...value, rows, until: null };
}

function termOn(term: Term, day: number): Term {
  const definition = term.definitions.findLast(({ from }) => from === null || from <= day);
  return { ...term, definitions: definition === undefined ? [] : [{ from: null, by: definition.by }] };
}

function onThatDay<T>(thing: T, day: number): T {
  return withObjects(thing, (part) =>
    "kind" in part && part.kind === "decisionDate" ? { kind: "date", day } : undefined,
  );
}

/** A condition over days and events, worked out as far as it can be. */
function decided(expr: Expr, day: number, run: Run): Expr {
  const folded = (part: Expr): Expr => withoutDecided(mapChildren(part, folded), run.events);
  return folded(onThatDay(expr, day));
}

/** Rules that are in force under some reading, with what is left of what they stand before. */
export function standing(rules: readonly Rule[]): readonly Rule[] {
  const inForce = rules.filter(({ inForce: by }) => by.some(({ it }) => it.kind !== "truth" || it.holds !== "no"));
  const ids = new Set(inForce.map(({ id }) => id));
  return inForce
    .filter(({ onTopOf }) => onTopOf.length === 0 || onTopOf.some((id) => ids.has(id)))
    .map((rule) => ({
      ...rule,
      insteadOf: rule.insteadOf.filter((id) => ids.has(id)),
      onTopOf: rule.onTopOf.filter((id) => ids.has(id)),
    }));
}

/** The one version of a rule that is left is called by the rule's own name. */
function withoutVersions(rules: readonly Rule[]): readonly Rule[] {
  const plain = (id: Id): Id => id.replace(/@\d{4}-\d{2}-\d{2}/u, "");
  const count = new Map<Id, number>();
  for (const { id } of rules) count.set(plain(id), (count.get(plain(id)) ?? 0) + 1);
  const renamed = (id: Id): Id => (count.get(plain(id)) === 1 ? plain(id) : id);
  return rules.map((rule) => ({
    ...rule,
    id: renamed(rule.id),
    insteadOf: rule.insteadOf.map(renamed),
    onTopOf: rule.onTopOf.map(renamed),
  }));
}
