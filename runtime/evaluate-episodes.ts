// Episodes as plain objects through an evaluator over columns: what a generated module's `evaluate` does.
// Rule: the host's objects are read into columns before anything is computed and the result is frozen, so neither can
// change the other; nothing is made for an episode on the way.

import { columnsFromCells } from "./columns-from-cells.ts";
import type { Columns } from "./columns.ts";
import type { RegisterCode } from "./payer-registers.ts";
import type { Cell, RecordField, RecordRefusal, RecordsRead } from "./records.ts";
import type { Evaluation, Undecided } from "./result.ts";

/** An evaluation, and the records that could not be read: by number from 1, column and reason, never with a value. */
export type EpisodesEvaluation = Evaluation & { readonly refusals: readonly RecordRefusal[] };

/** A field of the objects of a host. */
export interface EpisodeField<Episode extends object> extends RecordField {
  /** Reads it: code of its own for each field, which an engine makes one load of. */
  readonly cellOf: (episode: Episode) => unknown;
}

export function evaluateEpisodes<Episode extends object>(
  fields: readonly EpisodeField<Episode>[],
  episodes: readonly Episode[],
  evaluate: (columns: Columns) => Evaluation,
): EpisodesEvaluation {
  const read = columnsFromCells(fields, {
    count: episodes.length,
    fill: filledFrom(fields, episodes),
    strangeIn: () => none,
  });
  return withRefusals(evaluate(read.columns), read);
}

/** Register entries as the payers that a field may name. */
export function payersIn(register: RegisterCode): NonNullable<RecordField["payers"]> {
  return register.entries.map(({ code, name }) => ({ code, name, alsoKnownAs: [] }));
}

const none: readonly never[] = [];

/** The fields of each episode's own; a plain object has no others, unless all objects inherit one of that name. */
function filledFrom<Episode extends object>(
  fields: readonly EpisodeField<Episode>[],
  episodes: readonly Episode[],
): (field: number, from: number, until: number, cells: Cell[]) => void {
  const arePlain = !fields.some(({ code }) => code in Object.prototype) && episodes.every(isPlain);
  return (number, from, until, cells) => {
    const field = fields[number];
    if (field === undefined) return;
    const { code, cellOf } = field;
    for (let index = from; index < until; index += 1) {
      const episode = episodes[index];
      cells[index - from] =
        arePlain && episode !== undefined ? cellFrom(cellOf(episode)) : cellFrom(ownOf(episode, code));
    }
  };
}

function isPlain(episode: object | null | undefined): boolean {
  return episode !== null && episode !== undefined && Object.getPrototypeOf(episode) === Object.prototype;
}

function ownOf(episode: object | null | undefined, code: string): unknown {
  if (episode === null || episode === undefined || !Object.hasOwn(episode, code)) return null;
  return (episode as Readonly<Record<string, unknown>>)[code];
}

/** What no cell can be comes out as what no field takes. */
function cellFrom(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : Number.NaN;
}

/** Undecided records are still named when somebody asks for them. */
function withRefusals(evaluation: Evaluation, { refused, refusals }: RecordsRead): EpisodesEvaluation {
  if (evaluation.kind === "stopped") return frozen({ ...evaluation, refusals });
  const { kind, lines, groups, figures, notCharged, notes, accounting } = evaluation;
  const told = { kind, lines, groups, figures, notCharged, notes, refusals };
  const account = { ...accounting, recordsIn: accounting.recordsIn + refused, refused };
  let undecided: readonly Undecided[] | null = null;
  return Object.freeze({
    ...frozen({ ...told, accounting: account }),
    get undecided() {
      return (undecided ??= frozen(evaluation.undecided));
    },
  });
}

function frozen<T extends object>(thing: T): T {
  for (const part of Object.values(thing)) {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) frozen(part);
  }
  return Object.freeze(thing);
}
