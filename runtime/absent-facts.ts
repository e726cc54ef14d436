// Which facts an expression lacked for one record: the code names that an undecided record is reported with.
// Rule: every absent field that is read under the chosen readings, whichever branch would have needed it.

import { byCodePoint } from "./code-point-order.ts";
import { MISSING, NO, NOT_KNOWN, UNKNOWN, YES, type Column } from "./columns.ts";
import { bodyOn, cellOn, linesOn, measuredOn, rowOn, rowsInForce } from "./dated-values.ts";
import type { LineCode, MeasuredCode, Read, Reads, TermCode, ValueCode } from "./evaluator-code.ts";
import { eventDay, pickOn, type RunState } from "./run-state.ts";

/** A record as it is asked about: on the day that decides, and in a day rule on the day looked at. */
export interface RecordOnDay {
  readonly record: number;
  readonly day: number;
  readonly theDay: number;
}

/** Sorted by code point, each once. */
export function absentFacts<R extends RunState>(reads: Reads<R>, run: R, at: RecordOnDay): string[] {
  return sortedOnce(reads.flatMap((read) => factsOf(read, run, at)));
}

/** The facts that the unknown ones among some lines lacked. */
export function factsOfUnknownLines<R extends RunState>(
  lines: readonly LineCode<R>[],
  run: R,
  at: RecordOnDay,
): string[] {
  return sortedOnce(linesOn(lines, run.choices, at.day).flatMap((line) => factsOfUnknownLine(line, run, at)));
}

/** A line that asks for a `villkor` lacks what the unknown lines of that condition lack. */
function factsOfUnknownLine<R extends RunState>(line: LineCode<R>, run: R, at: RecordOnDay): string[] {
  const holds = line.holds(run, at.record, at.day, at.theDay);
  if (holds === YES || holds === NO) return [];
  const body = line.asks === null ? undefined : bodyOn(line.asks, run.choices, at.day)?.body;
  if (body?.kind === "condition") return factsOfUnknownLines(body.lines, run, at);
  return line.reads.flatMap((read) => factsOf(read, run, at));
}

function factsOf<R extends RunState>(read: Read<R>, run: R, at: RecordOnDay): string[] {
  const ofAll = (reads: Reads<R>): string[] => reads.flatMap((each) => factsOf(each, run, at));
  if (typeof read === "string") return isAbsentFact(run.columns.columns.get(read), at.record) ? [read] : [];
  switch (read.kind) {
    case "value":
      return factsOfValue(read, run, at);
    case "term":
      return factsOfTerm(read, run, at);
    case "measured":
      return isMeasuredAbsent(read, run, at) ? [read.code] : ofAll(read.fixedReads);
    case "event":
      return eventDay(run.choices, read.event) === UNKNOWN ? [read.event.name] : [];
    case "choose":
      return ofAll(pickOn(run.choices, read.by, at.day) ?? []);
    case "on": {
      const day = read.date(run, at.record, at.day, at.theDay);
      return [...ofAll(read.dateReads), ...(day <= UNKNOWN ? [] : factsOf(read.of, run, { ...at, day }))];
    }
    case "if":
      return [...ofAll(read.condition), ...ofAll(read.then), ...ofAll(read.otherwise)];
    case "aggregate":
      return [];
    case "span":
      return ofAll(read.ends);
  }
}

function factsOfTerm<R extends RunState>(term: TermCode<R>, run: R, at: RecordOnDay): string[] {
  const body = bodyOn(term, run.choices, at.day)?.body;
  if (body === undefined) return [term.code];
  const reads =
    body.kind === "expression" ? body.reads : linesOn(body.lines, run.choices, at.day).flatMap((line) => line.reads);
  return reads.flatMap((read) => factsOf(read, run, at));
}

function factsOfValue<R extends RunState>(value: ValueCode<R>, run: R, at: RecordOnDay): string[] {
  const ofAll = (reads: Reads<R>): string[] => reads.flatMap((read) => factsOf(read, run, at));
  const rows = rowsInForce(value, run.choices);
  const row = rowOn(rows, at.day);
  if (row === null) return [value.code];
  if (row.supplied !== null) return [];
  const cell = cellOn(rows, row, run, at.record, at.day, at.theDay);
  if (cell === null || typeof cell === "number") return ofAll(value.keyReads);
  return cell.value === null ? [value.code] : [...ofAll(value.keyReads), ...ofAll(cell.reads)];
}

function isMeasuredAbsent<R extends RunState>(measured: MeasuredCode<R>, run: R, at: RecordOnDay): boolean {
  return typeof measuredOn(measured, run, at.record, at.day, at.theDay) === "number";
}

function isAbsentFact(column: Column | undefined, record: number): boolean {
  switch (column?.kind) {
    case undefined:
      return true;
    case "condition":
      return column.codes[record] === NOT_KNOWN;
    case "date":
    case "moment":
      return isSentinel(column.days[record]);
    case "code":
      return isSentinel(column.codes[record]);
    case "integer":
      return isSentinel(column.values[record]);
  }
}

function isSentinel(number: number | undefined): boolean {
  return number === MISSING || number === UNKNOWN;
}

function sortedOnce(names: readonly string[]): string[] {
  return [...new Set(names)].sort(byCodePoint);
}
