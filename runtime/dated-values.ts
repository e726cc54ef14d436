// Dated values and terms in a run: which row or definition applies on a day, and what the row's cell gives.
// Rule: a supplied row takes the place of the written one from its own first day, or on every day that no other covers.

import { MISSING, UNKNOWN } from "./columns.ts";
import type {
  CellCode,
  CellValue,
  LineCode,
  MeasuredCode,
  RowCode,
  TermBodyCode,
  TermCode,
  ValueCode,
} from "./evaluator-code.ts";
import type { Fraction } from "./fractions.ts";
import { refusal } from "./refusal.ts";
import { decisionDay, holdsOn, type Choices, type RunState, type SuppliedRow } from "./run-state.ts";
import { itemOn, scheduleOf, type Schedule } from "./schedule.ts";
import { absenceOf, isAbsent } from "./whole-numbers.ts";

/** A row that applies: one of the text, or one that was supplied for the run. */
export interface RowInForce<R extends RunState> {
  /** Place among the written rows, or -1 where it was supplied. */
  readonly index: number;
  readonly row: RowCode<R> | null;
  readonly from: number | null;
  /** Null where the row is written. */
  readonly supplied: CellValue | null;
  /** The only cell of a row that depends on nothing. */
  readonly only: CellCode<R> | null;
}

export interface RowsInForce<R extends RunState> {
  readonly value: ValueCode<R>;
  readonly schedule: Schedule<RowInForce<R> | null>;
}

export function rowsInForce<R extends RunState>(value: ValueCode<R>, choices: Choices): RowsInForce<R> {
  return { value, schedule: onceARun(choices, value, () => rowSchedule(value, choices)) };
}

function rowSchedule<R extends RunState>(value: ValueCode<R>, choices: Choices): Schedule<RowInForce<R> | null> {
  const supplied = (choices.supplied.get(value.id) ?? []).map((row) => ({
    from: row.from,
    row: {
      index: -1,
      row: null,
      from: row.from,
      supplied: value.whole ? wholeNumber(row, value.id) : row.exact,
      only: null,
    } satisfies RowInForce<R>,
  }));
  const written = value.rows.map((row, index): RowInForce<R> => ({
    index,
    row,
    from: row.from,
    supplied: null,
    only: value.keys.length === 0 ? (row.cells[0] ?? null) : null,
  }));
  const rowFor = (own: number | null): RowInForce<R> | null => {
    const day = decidedDay(choices, value.document, own);
    const always = supplied.find(({ from }) => from === null)?.row ?? null;
    const since = supplied.findLast(({ from }) => from !== null && day !== null && from <= day)?.row;
    const inText = writtenRow(value, written, day, own, choices);
    if (since !== undefined && (inText === null || startOf(since) >= startOf(inText))) return since;
    return always ?? inText;
  };
  return scheduleOf(changesOf(value, choices), rowFor);
}

export function rowOn<R extends RunState>(rows: RowsInForce<R>, day: number): RowInForce<R> | null {
  return itemOn(rows.schedule, day);
}

/** The value on a day, held as a number. */
export function numberOn<R extends RunState>(
  rows: RowsInForce<R>,
  run: R,
  record: number,
  day: number,
  theDay: number,
): number {
  const found = valueOn(rows, run, record, day, theDay);
  if (typeof found !== "number") throw new Error(`${rows.value.id} is held as a number.`);
  return found;
}

/** The value on a day, held as a fraction. */
export function fractionOn<R extends RunState>(
  rows: RowsInForce<R>,
  run: R,
  record: number,
  day: number,
  theDay: number,
): Fraction {
  return valueOn(rows, run, record, day, theDay);
}

/** The cell that the keys of a table pick; a sentinel where a key is absent, null where no cell is meant. */
export function cellOn<R extends RunState>(
  rows: RowsInForce<R>,
  inForce: RowInForce<R>,
  run: R,
  record: number,
  day: number,
  theDay: number,
): CellCode<R> | number | null {
  if (inForce.only !== null) return inForce.only;
  const keys = rows.value.keys.map((key) => key(run, record, day, theDay));
  const absent = keys.filter(isAbsent);
  if (absent.length > 0) return absent.reduce(absenceOf);
  const cells = inForce.row?.cells ?? [];
  return cells.find((cell) => cell.keys.every((key, index) => key === null || key === keys[index])) ?? null;
}

/** What was supplied for a measured value, else what a decision fixed; missing while it is neither. */
export function measuredOn<R extends RunState>(
  measured: MeasuredCode<R>,
  run: R,
  record: number,
  day: number,
  theDay: number,
): Fraction {
  const supplied = suppliedMeasure(measured, run.choices, day);
  if (supplied !== undefined) return supplied.exact;
  return measured.fixed === null ? MISSING : measured.fixed(run, record, day, theDay);
}

export function suppliedMeasure<R extends RunState>(
  measured: MeasuredCode<R>,
  choices: Choices,
  own: number,
): SuppliedRow | undefined {
  const day = decidedDay(choices, measured.document, isAbsent(own) ? null : own);
  return choices.supplied.get(measured.id)?.findLast(({ from }) => from === null || (day !== null && from <= day));
}

/** The place of the definition that applies on a day; -1 where none does. */
export function definitionsInForce<R extends RunState>(term: TermCode<R>, choices: Choices): Schedule<number> {
  return onceARun(choices, term, () => {
    const starts = term.definitions.map(({ from }) => from);
    return scheduleOf(starts, (own) => {
      const day = decidedDay(choices, term.document, own);
      const begun = starts.findLastIndex((from) => from === null || (day !== null && from <= day));
      return begun < 0 && day === null && starts.length > 0 ? 0 : begun;
    });
  });
}

/** The body of a term on a day, under the chosen readings, and the place of its definition. */
export function bodyOn<R extends RunState>(
  term: TermCode<R>,
  choices: Choices,
  day: number,
): { readonly index: number; readonly body: TermBodyCode<R> } | undefined {
  const first = term.definitions[0];
  const always = first?.by[0];
  if (term.definitions.length === 1 && first?.from === null && always?.guard === null) {
    return { index: 0, body: always.body };
  }
  const index = itemOn(definitionsInForce(term, choices), day);
  const body = term.definitions[index]?.by.find(({ guard }) => holdsOn(choices, guard, day))?.body;
  return body === undefined ? undefined : { index, body };
}

export function linesOn<R extends RunState>(
  lines: readonly LineCode<R>[],
  choices: Choices,
  day: number,
): readonly LineCode<R>[] {
  if (lines.every(({ guard }) => guard === null)) return lines;
  return lines.filter((line) => holdsOn(choices, line.guard, day));
}

/** A table has one schedule, always of the same kind: rows for a value, definitions for a term. */
function onceARun<T>(choices: Choices, table: object, make: () => Schedule<T>): Schedule<T> {
  const known = choices.schedules.get(table) as Schedule<T> | undefined;
  if (known !== undefined) return known;
  const made = make();
  choices.schedules.set(table, made);
  return made;
}

function valueOn<R extends RunState>(
  rows: RowsInForce<R>,
  run: R,
  record: number,
  day: number,
  theDay: number,
): CellValue {
  const inForce = itemOn(rows.schedule, day);
  if (inForce === null) return day <= UNKNOWN ? UNKNOWN : MISSING;
  if (inForce.supplied !== null) return inForce.supplied;
  const cell = cellOn(rows, inForce, run, record, day, theDay);
  if (typeof cell === "number") return cell;
  return cell === null || cell.value === null ? MISSING : cell.value(run, record, day, theDay);
}

/** The latest row that has begun and stands under the chosen reading; of rows of one day the first. */
function writtenRow<R extends RunState>(
  value: ValueCode<R>,
  written: readonly RowInForce<R>[],
  day: number | null,
  own: number | null,
  choices: Choices,
): RowInForce<R> | null {
  if (day !== null && value.until !== null && day >= value.until) return null;
  let found: RowInForce<R> | null = null;
  for (const inForce of written) {
    const begun = inForce.from === null || (day !== null && inForce.from <= day);
    if (!begun || !holdsOn(choices, inForce.row?.guard ?? null, own ?? UNKNOWN)) continue;
    if (found === null || startOf(inForce) > startOf(found)) found = inForce;
  }
  return found;
}

/** Days on which another row may begin to apply. */
function changesOf<R extends RunState>(value: ValueCode<R>, choices: Choices): readonly (number | null)[] {
  return [
    value.until,
    ...(choices.supplied.get(value.id) ?? []).map(({ from }) => from),
    ...value.rows.flatMap(({ from, guard }) => [from, ...(guard?.question.chosen ?? []).map((choice) => choice.from)]),
  ];
}

function decidedDay(choices: Choices, document: string, own: number | null): number | null {
  const day = decisionDay(choices, document, own ?? UNKNOWN);
  return day <= UNKNOWN && own === null ? null : day;
}

/** A value that is held as a number takes whole numbers within the bounds of a column. */
function wholeNumber({ exact }: SuppliedRow, id: string): number {
  const value = Number(exact.over);
  if (exact.under !== 1n || value > greatestSupplied || value < -greatestSupplied) {
    throw refusal("AV7005", `${id} counts in whole numbers here; what is supplied must be one.`);
  }
  return value;
}

const greatestSupplied = 2_147_483_645;

function startOf({ from }: { readonly from: number | null }): number {
  return from ?? -Infinity;
}
