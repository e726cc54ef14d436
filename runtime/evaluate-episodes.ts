// Episodes as plain objects through an evaluator over columns: what a generated module's `evaluate` does.
// Rule: the host's objects are read into columns before anything is computed and the result is frozen, so neither can
// change the other; nothing is made for an episode on the way.

import type { Columns } from "./columns.ts";
import type { RegisterCode } from "./payer-registers.ts";
import { columnsFromCells, type Cell, type RecordField, type RecordRefusal } from "./records.ts";
import type { Evaluation } from "./result.ts";

/** An evaluation, and the records that could not be read: by number from 1, column and reason, never with a value. */
export type EpisodesEvaluation = Evaluation & { readonly refusals: readonly RecordRefusal[] };

export function evaluateEpisodes(
  fields: readonly RecordField[],
  episodes: readonly object[],
  evaluate: (columns: Columns) => Evaluation,
): EpisodesEvaluation {
  const read = columnsFromCells(fields, {
    count: episodes.length,
    cellAt: cellsOf(fields, episodes),
    strangeIn: () => none,
  });
  const evaluation = evaluate(read.columns);
  return frozen({ ...withRefused(evaluation, read.refused), refusals: read.refusals });
}

/** Register entries as the payers that a field may name. */
export function payersIn(register: RegisterCode): NonNullable<RecordField["payers"]> {
  return register.entries.map(({ code, name }) => ({ code, name, alsoKnownAs: [] }));
}

const none: readonly never[] = [];

/** The fields of each episode's own; a plain object has no others, unless all objects inherit one of that name. */
function cellsOf(fields: readonly RecordField[], episodes: readonly object[]): (index: number, code: string) => Cell {
  const inherited = fields.some(({ code }) => code in Object.prototype);
  let at = -1;
  let episode: Readonly<Record<string, unknown>> = {};
  let isPlain = false;
  return (index, code) => {
    if (index !== at) {
      at = index;
      episode = (episodes[index] ?? {}) as Readonly<Record<string, unknown>>;
      isPlain = !inherited && Object.getPrototypeOf(episode) === Object.prototype;
    }
    const cell = isPlain || Object.hasOwn(episode, code) ? episode[code] : null;
    if (cell === null || cell === undefined) return null;
    return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? cell : Number.NaN;
  };
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
