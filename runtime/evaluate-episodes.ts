// Episodes as plain objects through an evaluator over columns: what a generated module's `evaluate` does.
// Rule: the host's objects are read into columns before anything is computed and the result is frozen, so neither can
// change the other; nothing is made for an episode on the way.

import { lentMemory } from "./column-memory.ts";
import type { Reading, Writers } from "./column-writer.ts";
import { columnsFromCells, type Stretch } from "./columns-from-cells.ts";
import type { Columns } from "./columns.ts";
import { withLater } from "./later.ts";
import type { RegisterCode } from "./payer-registers.ts";
import { takeOwn, type RecordField, type RecordRefusal, type RecordsRead } from "./records.ts";
import type { Evaluation } from "./result.ts";

/** An evaluation, and the records that could not be read: by number from 1, column and reason, never with a value. */
export type EpisodesEvaluation = Evaluation & { readonly refusals: readonly RecordRefusal[] };

/** How the objects of a host are read. */
export interface EpisodeReader<Episode extends object> {
  readonly fields: readonly RecordField[];
  /**
   * Hands the fields of plain episodes to the writers, code of its own for each agreement with one load for each field: up
   * to but not including the one that it gives, which is no plain object, or has been handed over and was odd.
   */
  readonly takePlain: (episodes: readonly Episode[], writers: Writers, reading: Reading, stretch: Stretch) => number;
}

/** `evaluate` says so if nothing of what it gives reads the columns later. */
export function evaluateEpisodes<Episode extends object>(
  { fields, takePlain }: EpisodeReader<Episode>,
  episodes: readonly Episode[],
  evaluate: (columns: Columns, letGo: () => void) => Evaluation,
): EpisodesEvaluation {
  // A plain object has no fields but its own, unless all objects inherit one of that name.
  const inheritsNone = !fields.some(({ code }) => code in Object.prototype);
  const { memory, giveBack } = lentMemory(episodes.length);
  const records = columnsFromCells(fields, {
    count: episodes.length,
    takePlain: inheritsNone ? (...asked) => takePlain(episodes, ...asked) : null,
    take: (index, writers, at) => {
      takeOwn(episodes[index], writers, at);
    },
    strangeIn: null,
    memory,
  });
  return withRefusals(evaluate(records.columns, giveBack), records);
}

/** Register entries as the payers that a field may name. */
export function payersIn(register: RegisterCode): NonNullable<RecordField["payers"]> {
  return register.entries.map(({ code, name }) => ({ code, name, alsoKnownAs: [] }));
}

/** Its constructor is asked for first, as an engine that has looked an object up there knows what its prototype is. */
export function isPlain<Episode extends object>(episode: Episode | null | undefined): episode is Episode {
  if (episode === null || episode === undefined || episode.constructor !== Object) return false;
  return Object.getPrototypeOf(episode) === Object.prototype;
}

/** Undecided records are still named when somebody asks for them. */
function withRefusals(evaluation: Evaluation, { refused, refusals }: RecordsRead): EpisodesEvaluation {
  if (evaluation.kind === "stopped") return frozen({ ...evaluation, refusals });
  const { kind, lines, groups, figures, notCharged, notes, accounting } = evaluation;
  const told = { kind, lines, groups, figures, notCharged, notes, refusals };
  const account = { ...accounting, recordsIn: accounting.recordsIn + refused, refused };
  const all = frozen({ ...told, accounting: account });
  return Object.freeze(withLater({ ...all }, { undecided: () => frozen(evaluation.undecided) }));
}

/** Lists are gone through where they stand: a copy of each would be made to be thrown away. */
function frozen<T extends object>(thing: T): T {
  if (Array.isArray(thing)) for (const part of thing as readonly unknown[]) freeze(part);
  else for (const part of Object.values(thing)) freeze(part);
  return Object.freeze(thing);
}

function freeze(part: unknown): void {
  if (typeof part === "object" && part !== null && !Object.isFrozen(part)) frozen(part);
}
