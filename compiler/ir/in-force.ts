// What applies on a day: the decision day of a document, the chosen reading, the row of a value, the definition of a term.
// Rule: everything here is asked with the record's own decision day; a counterfactual run answers for the main document
// with its wording's day instead. An absent day gives what was decided first, and no row of a dated value.

import type { Ratio } from "@avtal/runtime/ratio";
import type { Alternatives, Guard, Id, Term, TermBody, Value, ValueRow } from "./ir.ts";
import type { Run, SuppliedRow } from "./run.ts";

/** A day that decides, or null where the date that a rule follows is absent. */
export type DecisionDay = number | null;

/** The day on which what `document` decides is taken. */
export function decisionDay(document: string, own: DecisionDay, run: Run): DecisionDay {
  return run.wording !== null && document === run.program.main ? run.wording : own;
}

export function readingOn(question: Id, own: DecisionDay, run: Run): string {
  const given = run.readings.get(question);
  if (given !== undefined) return given;
  const { chosen, document } = run.questionOf(question);
  const day = decisionDay(document, own, run);
  const inForce = chosen.findLast((choice) => choice.from === null || (day !== null && choice.from <= day));
  return (inForce ?? certain(chosen[0], question)).reading;
}

export function holds(guard: Guard | null, own: DecisionDay, run: Run): boolean {
  return guard === null || guard.readings.includes(readingOn(guard.question, own, run));
}

/** The first alternative whose guard holds; undefined where none does, as where a rule has no such line. */
export function pick<T>(alternatives: Alternatives<T>, own: DecisionDay, run: Run): T | undefined {
  return alternatives.find(({ guard }) => holds(guard, own, run))?.it;
}

/** A row that applies: one of the text, or one that was supplied for the run. */
export type RowInForce =
  | { readonly kind: "written"; readonly row: ValueRow; readonly index: number }
  | { readonly kind: "supplied"; readonly from: number | null; readonly exact: Ratio };

/** The row of a value on its document's decision day; undefined before the first row and after the last. */
export function rowOn(value: Value, own: DecisionDay, run: Run): RowInForce | undefined {
  const day = decisionDay(value.document, own, run);
  const supplied = run.supplied.get(value.id) ?? [];
  const always = supplied.find((row) => row.from === null);
  const since = day === null ? undefined : supplied.findLast((row) => row.from !== null && row.from <= day);
  const written = writtenRow(value, day, own, run);
  if (since !== undefined && (written === undefined || startOf(since) >= startOf(written.row))) {
    return { kind: "supplied", ...since };
  }
  return always === undefined ? written : { kind: "supplied", ...always };
}

/** The latest row that has begun and stands under the chosen reading; of rows of one day the first. */
function writtenRow(
  value: Value,
  day: DecisionDay,
  own: DecisionDay,
  run: Run,
): (RowInForce & { kind: "written" }) | undefined {
  if (day !== null && value.until !== null && day >= value.until) return undefined;
  let found: (RowInForce & { kind: "written" }) | undefined;
  value.rows.forEach((row, index) => {
    const begun = row.from === null || (day !== null && row.from <= day);
    if (!begun || !holds(row.guard, own, run)) return;
    if (found === undefined || startOf(row) > startOf(found.row)) found = { kind: "written", row, index };
  });
  return found;
}

/** Which definition of a term applies, by its place; undefined before the first one. */
export function definitionOn(
  term: Term,
  own: DecisionDay,
  run: Run,
): { readonly index: number; readonly body: TermBody } | undefined {
  const day = decisionDay(term.document, own, run);
  const begun = term.definitions.findLastIndex(({ from }) => from === null || (day !== null && from <= day));
  const index = begun < 0 && day === null ? 0 : begun;
  const body = pick(term.definitions[index]?.by ?? [], own, run);
  return body === undefined ? undefined : { index, body };
}

/** The supplied value of a measured value, or undefined. */
export function suppliedOn(id: Id, document: string, own: DecisionDay, run: Run): SuppliedRow | undefined {
  const day = decisionDay(document, own, run);
  return run.supplied.get(id)?.findLast((row) => row.from === null || (day !== null && row.from <= day));
}

function startOf({ from }: { readonly from: number | null }): number {
  return from ?? -Infinity;
}

function certain<T>(found: T | undefined, id: Id): T {
  if (found === undefined) throw new Error(`${id} has no chosen reading.`);
  return found;
}
