// Which facts an expression lacked for one record: the code names that an undecided record is reported with.
// Rule: the causes alone (docs/meaning.md 3.12). What has a definite value is never a cause, and nor is what it reads.

import { MISSING, NO, NOT_KNOWN, UNKNOWN, YES, type Column } from "./columns.ts";
import { bodyOn, cellOn, linesOn, rowOn, rowsInForce, suppliedMeasure } from "./dated-values.ts";
import type { LineCode, MeasuredCode, Read, Reads, TermCode, ValueCode } from "./evaluator-code.ts";
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
      return addFactsOfMeasured(read, run, at, lacking);
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
      return absentFacts(decidingPart(read, run, at), run, at, lacking);
    case "aggregate":
      return;
    case "span":
      return absentFacts(read.ends, run, at, lacking);
  }
}

/** What nobody knows decides first, then the branch that it leads to; what only a group can tell lacks nothing. */
function decidingPart<R extends RunState>(
  read: Exclude<Read<R>, string> & { readonly kind: "if" },
  run: R,
  at: RecordOnDay,
): Reads<R> {
  if (read.holds === null) return [];
  const holds = read.holds(run, at.record, at.day, at.theDay);
  if (holds <= UNKNOWN) return read.condition;
  return holds === NO ? read.otherwise : read.then;
}

/** A condition of which a line is no has a value, whatever its other lines lack. */
function addFactsOfTerm<R extends RunState>(term: TermCode<R>, run: R, at: RecordOnDay, lacking: string[]): void {
  const body = bodyOn(term, run.choices, at.day)?.body;
  if (body === undefined) lacking.push(term.code);
  else if (body.kind === "expression") absentFacts(body.reads, run, at, lacking);
  else {
    const lines = linesOn(body.lines, run.choices, at.day);
    const fails = lines.some((line) => line.holds(run, at.record, at.day, at.theDay) === NO);
    if (!fails) factsOfUnknownLines(body.lines, run, at, lacking);
  }
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
  if (typeof cell === "object" && cell !== null) absentFacts(cell.reads, run, at, lacking);
  else absentFacts(value.keyReads, run, at, lacking);
}

function addFactsOfMeasured<R extends RunState>(
  measured: MeasuredCode<R>,
  run: R,
  at: RecordOnDay,
  lacking: string[],
): void {
  if (suppliedMeasure(measured, run.choices, at.day) !== undefined) return;
  if (measured.fixed === null) lacking.push(measured.code);
  else absentFacts(measured.fixedReads, run, at, lacking);
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
