// What is worked out for one record when a rule is applied to it: the values it needs and the spans it counts.
// Rule: everything that is written is reached; only an `om` whose condition the record itself decides keeps out the
// other branch, and a `där` that is no keeps out what is averaged or summed.

import type { RecordOnDay } from "./absent-facts.ts";
import { byCodePoint } from "./code-point-order.ts";
import { dateText } from "./calendar.ts";
import { NO, UNKNOWN, YES } from "./columns.ts";
import { bodyOn, cellOn, linesOn, rowOn, rowsInForce, suppliedMeasure } from "./dated-values.ts";
import type { MeasuredCode, Read, Reads, TermCode, ValueCode } from "./evaluator-code.ts";
import { mayLack } from "./need-days.ts";
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
  let need: Need | undefined;
  const see: See<R> = (part, there) => {
    if (part.kind === "value") need = needOfValue(part, run, there);
    if (part.kind === "measured") need = needOfMeasured(part, run, there);
    return need !== undefined;
  };
  // Most of what a rule reads is always known.
  reach(written, run, at, { see, isAskedIn: (part) => mayLack(part, run.choices) });
  return need;
}

/** The terms whose spans ran backwards, or the rule itself where the span stands in it; sorted, each once. */
export function backwardSpans<R extends RunState>(
  written: readonly Written<R>[],
  rule: string,
  run: R,
  at: RecordOnDay,
): string[] {
  const names: string[] = [];
  const see: See<R> = (part, there, term) => {
    if (part.kind !== "span") return false;
    if (part.ranBackwards(run, there.record, there.day, there.theDay)) names.push(term ?? rule);
    return false;
  };
  reach(written, run, at, { see, isAskedIn: () => true });
  return [...new Set(names)].sort(byCodePoint);
}

type ReadPart<R extends RunState> = Exclude<Read<R>, string>;

/** Told of each part in written order; true where nothing more need be told. `term`: the innermost around it, or null. */
type See<R extends RunState> = (part: ReadPart<R>, there: RecordOnDay, term: string | null) => boolean;

interface Asking<R extends RunState> {
  readonly see: See<R>;
  /** Whether a part is told of, and walked through. */
  readonly isAskedIn: (part: ReadPart<R>) => boolean;
}

/** Where the walk is, and who is told. */
interface Walk<R extends RunState> extends Asking<R> {
  readonly run: R;
  readonly at: RecordOnDay;
  readonly term: string | null;
}

function reach<R extends RunState>(
  written: readonly Written<R>[],
  run: R,
  at: RecordOnDay,
  { see, isAskedIn }: Asking<R>,
): void {
  const walk: Walk<R> = { run, at, term: null, see, isAskedIn };
  for (const part of written) if (within(pickOn(run.choices, part, at.day) ?? [], walk)) return;
}

/** True where the walk is over. */
function within<R extends RunState>(reads: Reads<R>, walk: Walk<R>): boolean {
  for (const part of reads) {
    if (typeof part === "string" || !walk.isAskedIn(part)) continue;
    if (walk.see(part, walk.at, walk.term) || inside(part, walk)) return true;
  }
  return false;
}

function inside<R extends RunState>(part: ReadPart<R>, walk: Walk<R>): boolean {
  const { run, at } = walk;
  switch (part.kind) {
    case "value":
      return insideValue(part, walk);
    case "term":
      return insideTerm(part, walk);
    case "measured":
      return within(part.fixedReads, walk);
    case "event":
      return false;
    case "choose":
      return within(pickOn(run.choices, part.by, at.day) ?? [], walk);
    case "on": {
      if (within(part.dateReads, walk)) return true;
      const day = part.date(run, at.record, at.day, at.theDay);
      return day > UNKNOWN && within([part.of], { ...walk, at: { ...at, day } });
    }
    case "if": {
      const holds = part.holds === null ? UNKNOWN : part.holds(run, at.record, at.day, at.theDay);
      return (
        within(part.condition, walk) ||
        (holds !== NO && within(part.then, walk)) ||
        (holds !== YES && within(part.otherwise, walk))
      );
    }
    case "aggregate": {
      const isOut = part.where !== null && part.where(run, at.record, at.day, at.theDay) === NO;
      return (!isOut && within(part.of, walk)) || within(part.condition, walk) || within(part.others, walk);
    }
    case "span":
      return within(part.ends, walk);
  }
}

function insideTerm<R extends RunState>(term: TermCode<R>, walk: Walk<R>): boolean {
  const { run, at } = walk;
  const body = bodyOn(term, run.choices, at.day)?.body;
  if (body === undefined) return false;
  const inTerm = { ...walk, term: term.name };
  if (body.kind === "expression") return within(body.reads, inTerm);
  return linesOn(body.lines, run.choices, at.day).some((line) => within(line.reads, inTerm));
}

function insideValue<R extends RunState>(value: ValueCode<R>, walk: Walk<R>): boolean {
  const { run, at } = walk;
  if (within(value.keyReads, walk)) return true;
  const rows = rowsInForce(value, run.choices);
  const row = rowOn(rows, at.day);
  if (row === null || row.supplied !== null) return false;
  const cell = cellOn(rows, row, run, at.record, at.day, at.theDay);
  return cell !== null && typeof cell !== "number" && cell.value !== null && within(cell.reads, walk);
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
