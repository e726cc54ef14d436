// What a rule leads to on a decision day: rows, definitions and readings, and the days on which any of them changes.
// Rule: only what stands under the chosen readings is read; what stands under `vid` has a day of its own and is kept apart.

import type {
  Alternatives,
  GuardCode,
  MeasuredCode,
  QuestionCode,
  Read,
  Reads,
  TermCode,
  ValueCode,
} from "./evaluator-code.ts";
import { bodyOn, definitionsInForce, rowOn, rowsInForce, suppliedMeasure, type RowInForce } from "./dated-values.ts";
import { UNKNOWN } from "./columns.ts";
import { holdsOn, isSettled, readingOn, type Choices, type RunState } from "./run-state.ts";
import { itemOn } from "./schedule.ts";

/** Lines of a rule: what each reads, under which reading. */
export type Written<R extends RunState> = Alternatives<Reads<R>>;

export type ReadElsewhere<R extends RunState> = Exclude<Read<R>, string> & { readonly kind: "on" };

export interface ReadOnDay<R extends RunState> {
  /** Row of each value that is read; null where it has none that day. */
  readonly rows: ReadonlyMap<ValueCode<R>, RowInForce<R> | null>;
  /** Place of the definition of each term that is read; -1 where it has none that day. */
  readonly definitions: ReadonlyMap<TermCode<R>, number>;
  readonly readings: ReadonlyMap<QuestionCode, string>;
  /** What each measured value that is read was given by that day; null where nobody knows it. */
  readonly measured: ReadonlyMap<MeasuredCode<R>, string | null>;
  /** What is read as `X vid D`. */
  readonly elsewhere: readonly ReadElsewhere<R>[];
}

/** `day` may be absent. */
function readsOnDay<R extends RunState>(written: readonly Written<R>[], day: number, choices: Choices): ReadOnDay<R> {
  const rows = new Map<ValueCode<R>, RowInForce<R> | null>();
  const definitions = new Map<TermCode<R>, number>();
  const readings = new Map<QuestionCode, string>();
  const measured = new Map<MeasuredCode<R>, string | null>();
  const elsewhere: ReadElsewhere<R>[] = [];
  const readGuard = (guard: GuardCode | null): void => {
    if (guard !== null) readings.set(guard.question, readingOn(choices, guard.question, day));
  };
  const readAll = (reads: Reads<R>): void => reads.forEach(read);
  const readAlternatives = (alternatives: Alternatives<Reads<R>>): void => {
    for (const { guard } of alternatives) readGuard(guard);
    readAll(alternatives.find(({ guard }) => holdsOn(choices, guard, day))?.it ?? []);
  };
  const readValue = (value: ValueCode<R>): void => {
    if (rows.has(value)) return;
    const row = rowOn(rowsInForce(value, choices), day);
    rows.set(value, row);
    for (const { guard } of value.rows) readGuard(guard);
    readAll(value.keyReads);
    for (const cell of row?.row?.cells ?? []) if (cell.value !== null) readAll(cell.reads);
  };
  const readTerm = (term: TermCode<R>): void => {
    if (definitions.has(term)) return;
    const index = itemOn(definitionsInForce(term, choices), day);
    const found = bodyOn(term, choices, day);
    definitions.set(term, found === undefined ? -1 : index);
    if (found !== undefined) for (const { guard } of term.definitions[index]?.by ?? []) readGuard(guard);
    if (found?.body.kind === "expression") readAll(found.body.reads);
    if (found?.body.kind === "condition") {
      for (const line of found.body.lines) readAlternatives([{ guard: line.guard, it: line.reads }]);
    }
  };
  const read = (part: Read<R>): void => {
    if (typeof part === "string") return;
    switch (part.kind) {
      case "value":
        return readValue(part);
      case "term":
        return readTerm(part);
      case "measured":
        measured.set(part, givenOn(part, choices, day));
        return readAll(part.fixedReads);
      case "event":
        return;
      case "choose":
        return readAlternatives(part.by);
      case "on":
        elsewhere.push(part);
        return readAll(part.dateReads);
      case "if":
        readAll(part.condition);
        readAll(part.then);
        return readAll(part.otherwise);
      case "aggregate":
        readAll(part.of);
        readAll(part.condition);
        return readAll(part.others);
      case "span":
        return readAll(part.ends);
    }
  };
  written.forEach(readAlternatives);
  return { rows, definitions, readings, measured, elsewhere };
}

function givenOn<R extends RunState>(measured: MeasuredCode<R>, choices: Choices, day: number): string | null {
  const supplied = suppliedMeasure(measured, choices, day);
  if (supplied !== undefined) return `supplied ${supplied.from ?? "always"}`;
  return measured.fixed === null ? null : "fixed";
}

/** What some lines read by day, each day worked out once. */
export interface ReadsByDay<R extends RunState> {
  /** The days, sorted, on which something else may be read than on the day before; between them it is the same. */
  readonly changes: readonly number[];
  /** The day may be absent. */
  readonly on: (day: number) => ReadOnDay<R>;
}

export function readsByDay<R extends RunState>(written: readonly Written<R>[], choices: Choices): ReadsByDay<R> {
  const known = new Map<number, ReadOnDay<R>>();
  const on = (day: number): ReadOnDay<R> => {
    const reads = known.get(day) ?? readsOnDay(written, day, choices);
    known.set(day, reads);
    return reads;
  };
  return { changes: possibleChanges(written, choices), on };
}

/** The cuts: days, sorted, on which a row, definition or reading takes the place of another; what only begins is none. */
export function cutsOf<R extends RunState>(reads: ReadsByDay<R>): number[] {
  return reads.changes.filter((day, index) => isReplaced(readBefore(index, reads), reads.on(day)));
}

/** Days, sorted, on which something else is read than on the day before. */
export function changeDays<R extends RunState>(reads: ReadsByDay<R>): number[] {
  return reads.changes.filter((day, index) => !isSameReading(readBefore(index, reads), reads.on(day)));
}

/** What is read on the day before a change: the same as on the change before it. */
function readBefore<R extends RunState>(index: number, { changes, on }: ReadsByDay<R>): ReadOnDay<R> {
  return on(changes[index - 1] ?? (changes[index] ?? UNKNOWN) - 1);
}

/**
 * The first days of all rows, definitions and choices within reach, whether under a chosen reading or not. What a wording
 * settles for every day changes on none.
 */
function possibleChanges<R extends RunState>(written: readonly Written<R>[], choices: Choices): number[] {
  const days = new Set<number>();
  const seen = new Set<object>();
  const add = (document: string, day: number | null): void => {
    if (day !== null && day > UNKNOWN && !isSettled(choices, document)) days.add(day);
  };
  const visitGuard = (guard: GuardCode | null): void => {
    if (guard !== null) for (const { from } of guard.question.chosen) add(guard.question.document, from);
  };
  const visitAlternatives = (alternatives: Alternatives<Reads<R>>): void => {
    for (const { guard, it } of alternatives) {
      visitGuard(guard);
      it.forEach(visit);
    }
  };
  const visit = (part: Read<R>): void => {
    if (typeof part === "string" || seen.has(part)) return;
    seen.add(part);
    switch (part.kind) {
      case "value":
        add(part.document, part.until);
        for (const { from } of choices.supplied.get(part.id) ?? []) add(part.document, from);
        for (const row of part.rows) {
          add(part.document, row.from);
          visitGuard(row.guard);
          for (const cell of row.cells) cell.reads.forEach(visit);
        }
        return part.keyReads.forEach(visit);
      case "term":
        for (const { from, by } of part.definitions) {
          add(part.document, from);
          for (const { guard, body } of by) {
            visitGuard(guard);
            if (body.kind === "expression") body.reads.forEach(visit);
            else visitAlternatives(body.lines.map((line) => ({ guard: line.guard, it: line.reads })));
          }
        }
        return;
      case "measured":
        for (const { from } of choices.supplied.get(part.id) ?? []) add(part.document, from);
        return part.fixedReads.forEach(visit);
      case "event":
        return;
      case "choose":
        return visitAlternatives(part.by);
      case "on":
        part.dateReads.forEach(visit);
        return visit(part.of);
      case "if":
        return [...part.condition, ...part.then, ...part.otherwise].forEach(visit);
      case "aggregate":
        return [...part.of, ...part.condition, ...part.others].forEach(visit);
      case "span":
        return part.ends.forEach(visit);
    }
  };
  written.forEach(visitAlternatives);
  return [...days].sort((a, b) => a - b);
}

/** What had no row or definition the day before only begins, and replaces nothing. */
function isReplaced<R extends RunState>(before: ReadOnDay<R>, now: ReadOnDay<R>): boolean {
  return (
    anyReplaced(before.rows, now.rows, (row, other) => row === null || sameRow(row, other)) ||
    anyReplaced(before.definitions, now.definitions, (place, other) => place < 0 || place === other) ||
    anyReplaced(before.measured, now.measured, (given, other) => given === null || given === other) ||
    anyReplaced(before.readings, now.readings, Object.is)
  );
}

/** `stays` compares what is read on both days. */
function anyReplaced<K, V>(
  before: ReadonlyMap<K, V>,
  now: ReadonlyMap<K, V>,
  stays: (value: V, other: V) => boolean,
): boolean {
  for (const [key, value] of before) {
    const other = now.get(key);
    if (other !== undefined && !stays(value, other)) return true;
  }
  return false;
}

function isSameReading<R extends RunState>(a: ReadOnDay<R>, b: ReadOnDay<R>): boolean {
  return (
    sameEntries(a.rows, b.rows, sameRow) &&
    sameEntries(a.definitions, b.definitions, Object.is) &&
    sameEntries(a.measured, b.measured, Object.is) &&
    sameEntries(a.readings, b.readings, Object.is)
  );
}

/** Rows are made anew for each day that is asked for, so they are compared by what they are. */
function sameRow<R extends RunState>(a: RowInForce<R> | null, b: RowInForce<R> | null): boolean {
  if (a === null || b === null) return a === b;
  return a.index === b.index && a.from === b.from;
}

function sameEntries<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>, same: (a: V, b: V) => boolean): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !same(value, other)) return false;
  }
  return true;
}
