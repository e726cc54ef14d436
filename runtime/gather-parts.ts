// Stretches of records that are evaluated one after another, each with columns of its own that are let go afterwards.
// Rule: what is left of a stretch is its groups, and of its records those that a group stands on; the records of what was
// gathered are these, in the order in which they came.

import { evaluatePart, finished, type Part } from "./evaluate-part.ts";
import type { Columns } from "./columns.ts";
import { ORDER, PART, RECORD } from "./group-numbers.ts";
import { noRecord, numberOf, rowFor, type GroupTable } from "./group-table.ts";
import { joined, takenOut } from "./kept-records.ts";
import { mergedWith, valuesInto } from "./merge-parts.ts";
import { undecidedIn } from "./record-account.ts";
import type { Evaluation, Undecided } from "./result.ts";
import type { RuleCode } from "./rule-code.ts";
import type { RunState } from "./run-state.ts";

export interface Gathered<R extends RunState> {
  /** Its groups stand on the records kept. Nobody in it is undecided: these were handed over. */
  readonly part: Part<R>;
  readonly kept: readonly Columns[];
  readonly keptRecords: number;
  /** Records that were handed over as undecided. */
  readonly undecided: number;
}

/** Before the first stretch; `run` is one without records. */
export function nothingGathered<R extends RunState>(rules: readonly RuleCode<R, unknown>[], run: R): Gathered<R> {
  return { part: evaluatePart(rules, run, 0, 0), kept: [], keptRecords: 0, undecided: 0 };
}

/**
 * Whether what a stretch came to can be told without its records. A rule that asks for the months before knows the groups
 * of a month by the values of their keys, which must not be numbers of records then.
 */
export function canGather<R extends RunState>(rules: readonly RuleCode<R, unknown>[]): boolean {
  return rules.every(
    (rule) => !rule.looksBack || rule.keys.every(({ it }) => it.every((key) => key.role !== "episode")),
  );
}

/** Everything so far and the records of `run`, of which the undecided are handed over in their order. */
export function gatheredWith<R extends RunState>(
  { part: earlier, kept, keptRecords, undecided }: Gathered<R>,
  rules: readonly RuleCode<R, unknown>[],
  run: R,
  handOver: (undecided: readonly Undecided[]) => void,
): Gathered<R> {
  const later = evaluatePart(rules, run, 0, run.columns.count);
  const needed = later.stopped === null ? neededRecords(earlier, later) : [];
  const numbers = new Map(needed.map((record, index) => [record, keptRecords + index]));
  const left = undecidedIn(later.ledger);
  handOver(left);
  later.ledger.undecided.length = 0;
  return {
    part: mergedWith(earlier, { ...later, records: later.records - left.length }, (record) => {
      return numbers.get(record) ?? noRecord;
    }),
    kept: needed.length === 0 ? kept : [...kept, takenOut(run.columns, needed)],
    keptRecords: keptRecords + needed.length,
    undecided: undecided + left.length,
  };
}

/** How many groups something counts in, each of which may come to a line. */
export function groupsCounted<R extends RunState>({ rules }: Part<R>): number {
  return rules.reduce((sum, { rule, groups }) => (rule.purpose === "charge" ? sum + groups.counting : sum), 0);
}

/** What all stretches come to, without the list of the undecided; `startOver` starts the run over the records kept. */
export function concluded<R extends RunState>(
  { part, kept, undecided }: Gathered<R>,
  startOver: (columns: Columns) => R,
): Evaluation {
  const evaluation = finished({ ...part, run: startOver(joined(kept)) });
  if (evaluation.kind === "stopped") return evaluation;
  const { accounting } = evaluation;
  const recordsIn = accounting.recordsIn + undecided;
  return { ...evaluation, accounting: { ...accounting, recordsIn, undecided } };
}

/** The records of `later` that some group stands on and did not stand on before, in their order. */
function neededRecords<R extends RunState>(earlier: Part<R>, later: Part<R>): number[] {
  const needed = new Set<number>();
  for (const [index, { groups }] of later.rules.entries()) {
    const into = earlier.rules[index];
    if (into !== undefined) addNeeded(into.groups, groups, into.values, needed);
  }
  return [...needed].sort((a, b) => a - b);
}

function addNeeded<R extends RunState>(
  into: GroupTable<R>,
  from: GroupTable<R>,
  values: number[],
  needed: Set<number>,
): void {
  for (let row = 0; row < from.count; row += 1) {
    const keys = from.keys[row] ?? [];
    valuesInto(values, from, row, (record) => record);
    const episode = keys.findIndex(({ role }) => role === "episode");
    const members = from.members[row] ?? [];
    if (episode >= 0) needed.add(values[episode] ?? 0);
    for (let index = 0; index < members.length; index += 3) needed.add(members[index] ?? 0);
    if (numberOf(from, row, ORDER) < 0) continue;
    // A group of a single record is a new one, and its values are not yet those that it will be known by.
    const own = episode >= 0 ? -1 : rowFor(into, keys, values, numberOf(from, row, PART));
    if (own < 0 || numberOf(into, own, RECORD) === noRecord) needed.add(numberOf(from, row, RECORD));
  }
}
