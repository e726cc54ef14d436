// Which facts an expression lacked for one record: the code names that an undecided record is reported with.
// Rule: every absent field that is read under the chosen readings, whichever branch would have needed it.

import { MISSING, NO, NOT_KNOWN, UNKNOWN, YES, type Column } from "./columns.ts";
import { bodyOn, cellOn, linesOn, measuredOn, rowOn, rowsInForce } from "./dated-values.ts";
import type { LineCode, MeasuredCode, Read, Reads, TermCode, ValueCode } from "./evaluator-code.ts";
import { isAbsentFraction } from "./fractions.ts";
import { eventDay, holdsOn, pickOn, type RunState } from "./run-state.ts";

/** A record as it is asked about: on the day that decides, and in a day rule on the day looked at. */
export interface RecordOnDay {
  readonly record: number;
  readonly day: number;
  readonly theDay: number;
}

/** Puts the names of the facts that some reads lacked into `lacking`, in no order and more than once. */
export function absentFacts<R extends RunState>(reads: Reads<R>, run: R, at: RecordOnDay, lacking: string[]): void {
  for (const read of reads) addFacts(read, run, at, lacking);
}

/** The same for the unknown ones among some lines. */
export function factsOfUnknownLines<R extends RunState>(
  lines: readonly LineCode<R>[],
  run: R,
  at: RecordOnDay,
  lacking: string[],
): void {
  for (const line of lines) {
    if (!holdsOn(run.choices, line.guard, at.day)) continue;
    const holds = line.holds(run, at.record, at.day, at.theDay);
    if (holds === YES || holds === NO) continue;
    // A line that asks for a `villkor` lacks what the unknown lines of that condition lack.
    const body = line.asks === null ? undefined : bodyOn(line.asks, run.choices, at.day)?.body;
    if (body?.kind === "condition") factsOfUnknownLines(body.lines, run, at, lacking);
    else absentFacts(line.reads, run, at, lacking);
  }
}

function addFacts<R extends RunState>(read: Read<R>, run: R, at: RecordOnDay, lacking: string[]): void {
  if (typeof read === "string") {
    if (isAbsentFact(run.columns.columns.get(read), at.record)) lacking.push(read);
    return;
  }
  switch (read.kind) {
    case "value":
      return addFactsOfValue(read, run, at, lacking);
    case "term":
      return addFactsOfTerm(read, run, at, lacking);
    case "measured":
      if (isMeasuredAbsent(read, run, at)) lacking.push(read.code);
      else absentFacts(read.fixedReads, run, at, lacking);
      return;
    case "event":
      if (eventDay(run.choices, read.event) === UNKNOWN) lacking.push(read.event.name);
      return;
    case "choose":
      return absentFacts(pickOn(run.choices, read.by, at.day) ?? [], run, at, lacking);
    case "on": {
      const day = read.date(run, at.record, at.day, at.theDay);
      absentFacts(read.dateReads, run, at, lacking);
      if (day > UNKNOWN) addFacts(read.of, run, { ...at, day }, lacking);
      return;
    }
    case "if":
      absentFacts(read.condition, run, at, lacking);
      absentFacts(read.then, run, at, lacking);
      return absentFacts(read.otherwise, run, at, lacking);
    case "aggregate":
      return;
    case "span":
      return absentFacts(read.ends, run, at, lacking);
  }
}

function addFactsOfTerm<R extends RunState>(term: TermCode<R>, run: R, at: RecordOnDay, lacking: string[]): void {
  const body = bodyOn(term, run.choices, at.day)?.body;
  if (body === undefined) lacking.push(term.code);
  else if (body.kind === "expression") absentFacts(body.reads, run, at, lacking);
  else for (const line of linesOn(body.lines, run.choices, at.day)) absentFacts(line.reads, run, at, lacking);
}

function addFactsOfValue<R extends RunState>(value: ValueCode<R>, run: R, at: RecordOnDay, lacking: string[]): void {
  const rows = rowsInForce(value, run.choices);
  const row = rowOn(rows, at.day);
  if (row?.supplied !== undefined && row.supplied !== null) return;
  const cell = row === null ? undefined : cellOn(rows, row, run, at.record, at.day, at.theDay);
  const isOpen = typeof cell === "object" && cell !== null && cell.value === null;
  if (row === null || isOpen) {
    lacking.push(value.code);
    return;
  }
  absentFacts(value.keyReads, run, at, lacking);
  if (typeof cell === "object" && cell !== null) absentFacts(cell.reads, run, at, lacking);
}

function isMeasuredAbsent<R extends RunState>(measured: MeasuredCode<R>, run: R, at: RecordOnDay): boolean {
  return isAbsentFraction(measuredOn(measured, run, at.record, at.day, at.theDay));
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
