// What a rule leads to on a decision day: rows, definitions and readings, and the days on which any of them changes.
// Rule: only what stands under the chosen readings is read; what stands under `vid` has a day of its own and is kept apart.

import { children } from "./children.ts";
import { definitionOn, pick, readingOn, rowOn, suppliedOn, type DecisionDay, type RowInForce } from "./in-force.ts";
import type { Alternatives, Expr, Guard, Id, Rule, TermBody, Value } from "./ir.ts";
import type { Run } from "./run.ts";

/** Expressions that stand under readings, as the lines of a rule do. */
export type Written = Alternatives<readonly Expr[]>;

/** What is read on a decision day. */
export interface Reads {
  /** Row of each value that is read; undefined where it has none that day. */
  readonly rows: ReadonlyMap<Id, RowInForce | undefined>;
  /** Place of the definition of each term that is read; undefined where it has none that day. */
  readonly definitions: ReadonlyMap<Id, number | undefined>;
  readonly readings: ReadonlyMap<Id, string>;
  /** What each measured value that is read was given by that day: `supplied …`, `fixed`, or undefined where it is neither. */
  readonly measured: ReadonlyMap<Id, string | undefined>;
  /** Values and terms read as `X vid D`: X, to be read on the day that `at` gives. */
  readonly elsewhere: readonly { readonly of: Expr; readonly at: Expr }[];
}

export function readsOn(written: readonly Written[], own: DecisionDay, run: Run): Reads {
  const into: Collecting = {
    own,
    run,
    rows: new Map(),
    definitions: new Map(),
    readings: new Map(),
    measured: new Map(),
    elsewhere: [],
  };
  for (const part of written) readWritten(part, into);
  return into;
}

/** What has been read so far, and on which day. */
interface Collecting {
  readonly own: DecisionDay;
  readonly run: Run;
  readonly rows: Map<Id, RowInForce | undefined>;
  readonly definitions: Map<Id, number | undefined>;
  readonly readings: Map<Id, string>;
  readonly measured: Map<Id, string | undefined>;
  readonly elsewhere: { readonly of: Expr; readonly at: Expr }[];
}

function readWritten(part: Written, into: Collecting): void {
  readGuards(part, into);
  for (const expr of pick(part, into.own, into.run) ?? []) readExpr(expr, into);
}

function readGuards(guarded: readonly { readonly guard: Guard | null }[], { own, run, readings }: Collecting): void {
  for (const { guard } of guarded) {
    if (guard !== null) readings.set(guard.question, readingOn(guard.question, own, run));
  }
}

function readExpr(expr: Expr, into: Collecting): void {
  switch (expr.kind) {
    case "value":
    case "term":
      if (expr.at !== null) {
        into.elsewhere.push({ of: { ...expr, at: null }, at: expr.at });
        readExpr(expr.at, into);
      } else if (expr.kind === "value") readValue(into.run.valueOf(expr.value), into);
      else readTerm(expr.term, into);
      return;
    case "measured": {
      const { fixed, document } = into.run.measuredOf(expr.measured);
      const supplied = suppliedOn(expr.measured, document, into.own, into.run);
      const given =
        supplied === undefined ? (fixed === null ? undefined : "fixed") : `supplied ${supplied.from ?? "always"}`;
      into.measured.set(expr.measured, given);
      if (fixed !== null) readExpr(fixed, into);
      return;
    }
    case "choose":
      readWritten(eachAlone(expr.by), into);
      return;
    default:
      for (const child of children(expr)) readExpr(child, into);
  }
}

function readValue(value: Value, into: Collecting): void {
  if (into.rows.has(value.id)) return;
  const row = rowOn(value, into.own, into.run);
  into.rows.set(value.id, row);
  readGuards(value.rows, into);
  for (const choice of value.dependsOn) readExpr(choice, into);
  if (row?.kind !== "written") return;
  for (const cell of row.row.cells) if (cell.value !== null) readExpr(cell.value, into);
}

function readTerm(id: Id, into: Collecting): void {
  if (into.definitions.has(id)) return;
  const term = into.run.termOf(id);
  const definition = definitionOn(term, into.own, into.run);
  into.definitions.set(id, definition?.index);
  if (definition === undefined) return;
  readGuards(term.definitions[definition.index]?.by ?? [], into);
  for (const part of writtenBody(definition.body)) readWritten(part, into);
}

/** Everything that a rule says, in the order in which a need is reported. */
export function writtenIn(rule: Rule): Written[] {
  return [
    ...rule.guards.map((guard): Written => [{ guard, it: [] }]),
    eachAlone(rule.inForce),
    eachAlone(rule.scope),
    ...rule.requires.map((line): Written => [{ guard: line.guard, it: [line.condition] }]),
    rule.keys.map(({ guard, it }) => ({ guard, it: it.map((key) => key.value) })),
    ...rule.steps.map((step): Written => [{ guard: step.guard, it: [step.value] }]),
    eachAlone(rule.chargedWhen),
    rule.quantity.map(({ guard, it }) => ({
      guard,
      it: it.unitPrice === null ? [it.quantity] : [it.quantity, it.unitPrice],
    })),
    eachAlone(rule.payer),
    eachAlone(rule.payee),
    eachAlone(rule.invoicer),
  ];
}

/** The cuts of a rule: days on which a row, definition or reading that it reads takes the place of another. */
export function cutsOf(rule: Rule, run: Run): number[] {
  const written = [...writtenIn(rule), ...spanEnds(rule)];
  return possibleChanges(written, run).filter((day) =>
    isReplaced(readsOn(written, day - 1, run), readsOn(written, day, run)),
  );
}

/** What had no row or definition the day before only begins, and replaces nothing. */
function isReplaced(before: Reads, now: Reads): boolean {
  return (
    [...before.rows].some(([id, row]) => row !== undefined && now.rows.has(id) && !isSameRow(row, now.rows.get(id))) ||
    [...before.definitions].some(
      ([id, index]) => index !== undefined && now.definitions.has(id) && now.definitions.get(id) !== index,
    ) ||
    [...before.measured].some(
      ([id, given]) => given !== undefined && now.measured.has(id) && now.measured.get(id) !== given,
    ) ||
    [...before.readings].some(([id, reading]) => now.readings.has(id) && now.readings.get(id) !== reading)
  );
}

function isSameRow(row: RowInForce, other: RowInForce | undefined): boolean {
  return other !== undefined && rowName(row) === rowName(other);
}

/** The ends of a day rule's span. */
export function spanEnds({ grain }: Rule): Written[] {
  return grain.kind === "episode" ? [] : [[{ guard: null, it: [grain.from, grain.to] }]];
}

/** Days, sorted, on which something else is read than on the day before. */
export function changeDays(written: readonly Written[], run: Run): number[] {
  return possibleChanges(written, run).filter(
    (day) => signature(readsOn(written, day - 1, run)) !== signature(readsOn(written, day, run)),
  );
}

/** The first days of all rows, definitions and choices within reach, whether they stand under a chosen reading or not. */
export function possibleChanges(written: readonly Written[], run: Run): number[] {
  const days = new Set<number>();
  const seen = new Set<Id>();
  const add = (day: number | null): void => void (day !== null && days.add(day));
  const visitGuard = (guard: Guard | null): void => {
    if (guard !== null) for (const { from } of run.questionOf(guard.question).chosen) add(from);
  };
  const visitAll = (parts: Written): void => {
    for (const { guard, it } of parts) {
      visitGuard(guard);
      it.forEach(visit);
    }
  };
  const visit = (expr: Expr): void => {
    if (expr.kind === "choose") for (const { guard } of expr.by) visitGuard(guard);
    if (expr.kind === "value" && isNew(expr.value, seen)) {
      const value = run.valueOf(expr.value);
      add(value.until);
      for (const { from } of run.supplied.get(value.id) ?? []) add(from);
      for (const row of value.rows) {
        add(row.from);
        visitGuard(row.guard);
        for (const cell of row.cells) if (cell.value !== null) visit(cell.value);
      }
      value.dependsOn.forEach(visit);
    }
    if (expr.kind === "term" && isNew(expr.term, seen)) {
      for (const { from, by } of run.termOf(expr.term).definitions) {
        add(from);
        for (const { guard, it } of by) {
          visitGuard(guard);
          writtenBody(it).forEach(visitAll);
        }
      }
    }
    if (expr.kind === "measured") {
      for (const { from } of run.supplied.get(expr.measured) ?? []) add(from);
      const { fixed } = run.measuredOf(expr.measured);
      if (fixed !== null) visit(fixed);
    }
    children(expr).forEach(visit);
  };
  written.forEach(visitAll);
  return [...days].sort((a, b) => a - b);
}

function eachAlone(alternatives: Alternatives<Expr>): Written {
  return alternatives.map(({ guard, it }) => ({ guard, it: [it] }));
}

function writtenBody(body: TermBody): Written[] {
  if (body.kind === "expression") return [[{ guard: null, it: [body.value] }]];
  return body.lines.map((line) => [{ guard: line.guard, it: [line.condition] }]);
}

function signature(reads: Reads): string {
  const rows = [...reads.rows].map(([id, row]) => [id, row === undefined ? null : rowName(row)]);
  const definitions = [...reads.definitions].map(([id, index]) => [id, index ?? null]);
  const measured = [...reads.measured].map(([id, given]) => [id, given ?? null]);
  return JSON.stringify([rows, definitions, measured, [...reads.readings]]);
}

function rowName(row: RowInForce): string {
  return row.kind === "written" ? `row ${row.index}` : `supplied ${row.from ?? "always"}`;
}

function isNew(id: Id, seen: Set<Id>): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  return true;
}
