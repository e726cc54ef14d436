// One rule in one run as its kernel sees it: the kernel is straight code that settles plain records by itself and leaves
// every other one to the general way (rule-run.ts).
// Rule: what a kernel does to groups and accounts is what the general way would have done, record by record, in order.

import { factsOfUnknownLines } from "./absent-facts.ts";
import { UNKNOWN, idOf } from "./columns.ts";
import type { GroupTable } from "./group-table.ts";
import { enterUnnamed, undecidedRecord, type Ledger, type Reason } from "./record-account.ts";
import type { Undecided } from "./result.ts";
import { dayKindsOf, type DayKinds } from "./rule-day-kinds.ts";
import type { Kernel } from "./rule-code.ts";
import { followedDay, type RuleRun } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";

/** `T` is what the rule tallies for each group. */
export interface PlainRule<R extends RunState, T> {
  readonly state: RuleRun<R>;
  readonly run: R;
  /** What settles the plain records of this run. */
  readonly kernel: Kernel<R, T>;
  readonly groups: GroupTable<R>;
  readonly tallies: T;
  readonly dayKinds: DayKinds<R>;
  readonly ledger: Ledger;
  /** What the rules in their turn said of each record at hand; of a statistic its own. */
  readonly verdicts: Uint8Array;
  /** The verdict on a record that the rule takes, but cannot tell about. */
  readonly undecided: number;
  /** Names what the rule lacked of such a record. */
  readonly named: (record: number) => Undecided;
  /** By the number that the kernel gives a failing line: what it says, and how many records it refused. */
  readonly reasons: (Reason | undefined)[];
  readonly refused: Int32Array;
  /** One number: the records that count. */
  readonly counted: Int32Array;
  /** Rows of groups, for each alternative of keys: by their keys, and of those that were met lately. */
  readonly tables: Int32Array[];
  readonly lately: Int32Array[];
}

/** More lines than these have no number. */
export const mostLines = 255;

/** In `refused`: nobody has asked yet what the line says. */
export const NOT_SAID = -1;

/** `null` where the rule has no kernel. */
export function plainRule<R extends RunState>(
  state: RuleRun<R>,
  run: R,
  ledger: Ledger,
  verdicts: Uint8Array,
  undecided: number,
): PlainRule<R, unknown> | null {
  const { kernel, chosenKernel } = state.rule;
  if (kernel === undefined) return null;
  return {
    state,
    run,
    kernel: chosenKernel?.fits(run) === true ? chosenKernel.kernel : kernel,
    groups: state.groups,
    tallies: state.groups.tallies,
    dayKinds: dayKindsOf(state, run),
    ledger,
    verdicts,
    undecided,
    named: (record) => lackedOf(state, run, record),
    reasons: [],
    refused: new Int32Array(mostLines + 1).fill(NOT_SAID),
    counted: new Int32Array(1),
    tables: [],
    lately: [],
  };
}

/** Enters a record that a rule is undecided about; what it lacked is named later, if anybody asks. */
export function enterLacking<R extends RunState>(rule: PlainRule<R, unknown> | undefined, record: number): void {
  if (rule === undefined) throw new Error("A verdict of no rule.");
  enterUnnamed(rule.ledger, record, rule.named);
}

function lackedOf<R extends RunState>(state: RuleRun<R>, run: R, record: number): Undecided {
  const lacking: string[] = [];
  const day = followedDay(state, run, record, UNKNOWN);
  factsOfUnknownLines(state.rule.lines, run, { record, day, theDay: UNKNOWN }, lacking);
  return undecidedRecord(idOf(run.columns, record), lacking, state.rule.place);
}

/** Puts what a kernel has counted into the account of all records. */
export function enterPlain<R extends RunState>(rule: PlainRule<R, unknown>): void {
  const { ledger } = rule;
  ledger.inRule += rule.counted[0] ?? 0;
  const ofRule = ledger.reasons.get(rule.state.order) ?? new Map<Reason, number>();
  for (const [line, reason] of rule.reasons.entries()) {
    const records = rule.refused[line] ?? 0;
    if (reason === undefined || records <= 0) continue;
    ledger.reasons.set(rule.state.order, ofRule.set(reason, (ofRule.get(reason) ?? 0) + records));
    ledger.notCharged += records;
  }
}
