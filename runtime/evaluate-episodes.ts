// Episodes as plain objects through an evaluator over columns: what a generated module's `evaluate` does.
// Rule: the host's objects are copied before anything is computed and the result is frozen, so neither can change the other.

import type { Columns } from "./columns.ts";
import type { RegisterCode } from "./payer-registers.ts";
import { columnsFromRecords, type Cell, type RecordField, type RecordRefusal } from "./records.ts";
import type { Evaluation } from "./result.ts";

/** An evaluation, and the records that could not be read: by number from 1, column and reason, never with a value. */
export type EpisodesEvaluation = Evaluation & { readonly refusals: readonly RecordRefusal[] };

export function evaluateEpisodes(
  fields: readonly RecordField[],
  episodes: readonly object[],
  evaluate: (columns: Columns) => Evaluation,
): EpisodesEvaluation {
  const read = columnsFromRecords(
    fields,
    episodes.map((episode) => cellsOf(fields, episode)),
  );
  const evaluation = evaluate(read.columns);
  return frozen({ ...withRefused(evaluation, read.refused), refusals: read.refusals });
}

/** Register entries as the payers that a field may name. */
export function payersIn(register: RegisterCode): NonNullable<RecordField["payers"]> {
  return register.entries.map(({ code, name }) => ({ code, name, alsoKnownAs: [] }));
}

/** Only the fields that the agreement reads; whatever else the host's objects hold is left alone. */
function cellsOf(fields: readonly RecordField[], episode: object): Record<string, Cell> {
  const cells: [string, Cell][] = fields.map(({ code }) => [code, cellOf(episode, code)]);
  return Object.fromEntries(cells);
}

function cellOf(episode: object, code: string): Cell {
  const cell: unknown = Object.hasOwn(episode, code) ? Reflect.get(episode, code) : undefined;
  if (cell === null || cell === undefined) return null;
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? cell : Number.NaN;
}

function withRefused(evaluation: Evaluation, refused: number): Evaluation {
  if (evaluation.kind === "stopped") return evaluation;
  const { accounting } = evaluation;
  return { ...evaluation, accounting: { ...accounting, recordsIn: accounting.recordsIn + refused, refused } };
}

function frozen<T extends object>(thing: T): T {
  for (const part of Object.values(thing)) {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) frozen(part);
  }
  return Object.freeze(thing);
}
