// What is worked out for one record when a rule is applied to it: the values it needs and the spans it counts.
// Rule: everything that is written is reached; only an `om` whose condition the record itself decides keeps out the
// other branch, and a `där` that is no keeps out what is averaged or summed.

import type { RecordOnDay } from "./absent-facts.ts";
import { byCodePoint } from "./code-point-order.ts";
import { dateText } from "./calendar.ts";
import { NO, UNKNOWN, YES } from "./columns.ts";
import { bodyOn, cellOn, linesOn, rowOn, rowsInForce, suppliedMeasure } from "./dated-values.ts";
import type { MeasuredCode, Read, Reads, TermCode, ValueCode } from "./evaluator-code.ts";
import type { Written } from "./reads-on-a-day.ts";
import type { Stopped } from "./result.ts";
import { decisionDay, pickOn, type RunState } from "./run-state.ts";

export type Need = Omit<Stopped, "kind" | "record">;

/** The first value in written order that the record needs and nobody knows. */
export function firstNeed<R extends RunState>(
  written: readonly Written<R>[],
  run: R,
  at: RecordOnDay,
): Need | undefined {
  for (const { part, there } of reached(written, run, at)) {
    if (typeof part === "string") continue;
    if (part.kind === "value") {
      const need = needOfValue(part, run, there);
      if (need !== undefined) return need;
    }
    if (part.kind === "measured") {
      const need = needOfMeasured(part, run, there);
      if (need !== undefined) return need;
    }
  }
  return undefined;
}

/** The terms whose spans ran backwards, or the rule itself where the span stands in it; sorted, each once. */
export function backwardSpans<R extends RunState>(
  written: readonly Written<R>[],
  rule: string,
  run: R,
  at: RecordOnDay,
): string[] {
  const names: string[] = [];
  for (const { part, there, term } of reached(written, run, at)) {
    if (typeof part === "string" || part.kind !== "span") continue;
    if (part.ranBackwards(run, there.record, there.day, there.theDay)) names.push(term ?? rule);
  }
  return [...new Set(names)].sort(byCodePoint);
}

interface Reached<R extends RunState> {
  readonly part: Read<R>;
  readonly there: RecordOnDay;
  /** Name of the innermost term around it; null directly in a rule. */
  readonly term: string | null;
}

function* reached<R extends RunState>(written: readonly Written<R>[], run: R, at: RecordOnDay): Generator<Reached<R>> {
  for (const part of written) yield* within(pickOn(run.choices, part, at.day) ?? [], run, at, null);
}

function* within<R extends RunState>(
  reads: Reads<R>,
  run: R,
  at: RecordOnDay,
  term: string | null,
): Generator<Reached<R>> {
  for (const part of reads) {
    if (typeof part === "string") continue;
    yield { part, there: at, term };
    yield* inside(part, run, at, term);
  }
}

function* inside<R extends RunState>(
  part: Exclude<Read<R>, string>,
  run: R,
  at: RecordOnDay,
  term: string | null,
): Generator<Reached<R>> {
  switch (part.kind) {
    case "value":
      return yield* insideValue(part, run, at, term);
    case "term":
      return yield* insideTerm(part, run, at);
    case "measured":
      return yield* within(part.fixedReads, run, at, term);
    case "event":
      return;
    case "choose":
      return yield* within(pickOn(run.choices, part.by, at.day) ?? [], run, at, term);
    case "on": {
      yield* within(part.dateReads, run, at, term);
      const day = part.date(run, at.record, at.day, at.theDay);
      if (day > UNKNOWN) yield* within([part.of], run, { ...at, day }, term);
      return;
    }
    case "if": {
      const holds = part.holds === null ? UNKNOWN : part.holds(run, at.record, at.day, at.theDay);
      yield* within(part.condition, run, at, term);
      if (holds !== NO) yield* within(part.then, run, at, term);
      if (holds !== YES) yield* within(part.otherwise, run, at, term);
      return;
    }
    case "aggregate": {
      const isOut = part.where !== null && part.where(run, at.record, at.day, at.theDay) === NO;
      if (!isOut) yield* within(part.of, run, at, term);
      yield* within(part.condition, run, at, term);
      return yield* within(part.others, run, at, term);
    }
    case "span":
      return yield* within(part.ends, run, at, term);
  }
}

function* insideTerm<R extends RunState>(term: TermCode<R>, run: R, at: RecordOnDay): Generator<Reached<R>> {
  const body = bodyOn(term, run.choices, at.day)?.body;
  if (body?.kind === "expression") yield* within(body.reads, run, at, term.name);
  if (body?.kind === "condition") {
    for (const line of linesOn(body.lines, run.choices, at.day)) yield* within(line.reads, run, at, term.name);
  }
}

function* insideValue<R extends RunState>(
  value: ValueCode<R>,
  run: R,
  at: RecordOnDay,
  term: string | null,
): Generator<Reached<R>> {
  yield* within(value.keyReads, run, at, term);
  const rows = rowsInForce(value, run.choices);
  const row = rowOn(rows, at.day);
  if (row === null || row.supplied !== null) return;
  const cell = cellOn(rows, row, run, at.record, at.day, at.theDay);
  if (cell !== null && typeof cell !== "number" && cell.value !== null) yield* within(cell.reads, run, at, term);
}

function needOfValue<R extends RunState>(value: ValueCode<R>, run: R, at: RecordOnDay): Need | undefined {
  const rows = rowsInForce(value, run.choices);
  const row = rowOn(rows, at.day);
  if (row === null || row.supplied !== null) return undefined;
  const cell = cellOn(rows, row, run, at.record, at.day, at.theDay);
  if (cell === null || typeof cell === "number" || cell.value !== null) return undefined;
  const from = row.from === null ? null : dateText(row.from);
  const { name, document } = value;
  return { reason: "missing-row", value: name, document, from, on: lookedForOn(document, run, at) };
}

function needOfMeasured<R extends RunState>(measured: MeasuredCode<R>, run: R, at: RecordOnDay): Need | undefined {
  const { name, document, fixed } = measured;
  if (fixed !== null || suppliedMeasure(measured, run.choices, at.day) !== undefined) return undefined;
  return { reason: "not-fixed", value: name, document, from: null, on: lookedForOn(document, run, at) };
}

function lookedForOn(document: string, run: RunState, at: RecordOnDay): string {
  const day = decisionDay(run.choices, document, at.day);
  return day <= UNKNOWN ? "" : dateText(day);
}
