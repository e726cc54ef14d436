// On which days a rule may need a value that nobody knows, so that no record of the other days is asked.
// Rule: a day too many costs time, a day too few would cost the truth: what is read under `vid` counts on every day.

import type { ReadsByDay } from "./reads-on-a-day.ts";
import type { Choices, RunState } from "./run-state.ts";
import type { MeasuredCode, Read, ValueCode } from "./evaluator-code.ts";
import { scheduleOf, type Schedule } from "./schedule.ts";
import { UNKNOWN } from "./columns.ts";

export function needDays<R extends RunState>(reads: ReadsByDay<R>, choices: Choices): Schedule<boolean> {
  return scheduleOf(reads.changes, (day) => mayNeedOn(reads, choices, day ?? UNKNOWN));
}

function mayNeedOn<R extends RunState>(byDay: ReadsByDay<R>, choices: Choices, day: number): boolean {
  const reads = byDay.on(day);
  const rows = [...reads.rows.values()];
  return (
    rows.some((inForce) => inForce !== null && inForce.row?.cells.some((cell) => cell.value === null) === true) ||
    [...reads.measured.keys()].some((measured) => isOpen(measured, choices)) ||
    reads.elsewhere.some((on) => mayLack(on.of, choices))
  );
}

/** Whether anything within reach is not known on some day; of a part that is being told it is not yet known, so it may. */
export function mayLack<R extends RunState>(read: Read<R>, choices: Choices): boolean {
  if (typeof read === "string") return false;
  const known = choices.lacking.get(read);
  if (known !== undefined) return known;
  choices.lacking.set(read, true);
  const found = lacks(read, choices);
  choices.lacking.set(read, found);
  return found;
}

function lacks<R extends RunState>(read: Exclude<Read<R>, string>, choices: Choices): boolean {
  const anyOf = (reads: readonly Read<R>[]): boolean => reads.some((each) => mayLack(each, choices));
  switch (read.kind) {
    case "value":
      return (
        hasOpenCell(read) ||
        anyOf([...read.keyReads, ...read.rows.flatMap((row) => row.cells.flatMap((cell) => cell.reads))])
      );
    case "term":
      return anyOf(
        read.definitions.flatMap(({ by }) =>
          by.flatMap(({ body }) =>
            body.kind === "expression" ? body.reads : body.lines.flatMap((line) => line.reads),
          ),
        ),
      );
    case "measured":
      return isOpen(read, choices) || anyOf(read.fixedReads);
    case "event":
      return false;
    case "choose":
      return anyOf(read.by.flatMap(({ it }) => it));
    case "on":
      return anyOf([...read.dateReads, read.of]);
    case "if":
      return anyOf([...read.condition, ...read.then, ...read.otherwise]);
    case "aggregate":
      return anyOf([...read.of, ...read.condition, ...read.others]);
    case "span":
      return anyOf(read.ends);
  }
}

function hasOpenCell<R extends RunState>(value: ValueCode<R>): boolean {
  return value.rows.some((row) => row.cells.some((cell) => cell.value === null));
}

/** Not fixed, and not supplied for every day. */
function isOpen<R extends RunState>(measured: MeasuredCode<R>, choices: Choices): boolean {
  const supplied = choices.supplied.get(measured.id) ?? [];
  return measured.fixed === null && !supplied.some(({ from }) => from === null);
}
