// The kernels of a run: which rules and statistics have one, and what these said of the records at hand.
// Rule: a rule without a kernel leaves open every record that no rule before it took; so does one that a rule stands on
// top of, because that rule asks what it took of the record, which kernels do not say.

import { placeOf, recordsAtHand } from "./kernel-steps.ts";
import { placeOfRule, type PlacesNoted } from "./places.ts";
import { plainRule, type PlainRule } from "./plain-rule.ts";
import type { Ledger } from "./record-account.ts";
import { COUNTED, DOUBTFUL, PASSED, TAKEN, type RuleRun } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import type { Queue } from "./who-takes.ts";

export interface Kernels<R extends RunState> {
  /** Rules with a kernel; the one at `place` says `COUNTED + 1 + place` of a record that it takes but cannot tell about. */
  readonly plain: readonly PlainRule<R, unknown>[];
  /** Rules in their turn, up to the first without a kernel. */
  readonly inTurn: readonly PlainRule<R, unknown>[];
  /** Whether a rule without a kernel comes after them. */
  readonly leavesOpen: boolean;
  /** What the rules in their turn said of each record at hand, and the same four at a time. */
  readonly verdicts: Uint8Array;
  readonly fours: Uint32Array;
  /** Statistics, each asked of every record. */
  readonly statistics: readonly Statistic<R>[];
}

interface Statistic<R extends RunState> {
  readonly state: RuleRun<R>;
  readonly rule: PlainRule<R, unknown> | null;
  /** `DOUBTFUL` where it has to be asked the general way. */
  readonly verdicts: Uint8Array;
}

/** As many as a verdict in a byte can tell apart. */
const mostPlain = 200;

export function kernelsOf<R extends RunState>(
  { inTurn, onTop, statistics }: Queue<R>,
  run: R,
  ledger: Ledger,
): Kernels<R> {
  const plain: PlainRule<R, unknown>[] = [];
  const plainOf = (state: RuleRun<R>, verdicts: Uint8Array): PlainRule<R, unknown> | null => {
    const isNamed = onTop.some(({ below }) => below.includes(state));
    if (isNamed || hasChangingEnds(state) || plain.length === mostPlain) return null;
    const rule = plainRule(state, run, ledger, verdicts, COUNTED + 1 + plain.length);
    if (rule !== null) plain.push(rule);
    return rule;
  };
  const verdicts = new Uint8Array(recordsAtHand);
  const asked: PlainRule<R, unknown>[] = [];
  let leavesOpen = false;
  for (const state of inTurn) {
    const rule = plainOf(state, verdicts);
    if (rule !== null) asked.push(rule);
    else leavesOpen = true;
    // What a rule without a kernel leaves open, the rules after it are not asked about.
    if (leavesOpen) break;
  }
  const aside = statistics.map((state) => {
    const own = new Uint8Array(recordsAtHand);
    return { state, rule: plainOf(state, own), verdicts: own };
  });
  return { plain, inTurn: asked, leavesOpen, verdicts, fours: new Uint32Array(verdicts.buffer), statistics: aside };
}

/** The ends of a day rule's span are read anew on later days, which its kernel does not do. */
function hasChangingEnds<R extends RunState>({ rule, onDays }: RuleRun<R>): boolean {
  return rule.span !== null && onDays.endChanges().length > 0;
}

/** Asks every kernel about the records from `from` up to but not including `until`; `gone` and `noted` as a run has them. */
export function settled<R extends RunState>(
  { inTurn, leavesOpen, verdicts, fours, statistics }: Kernels<R>,
  from: number,
  until: number,
  gone: Uint8Array | null,
  noted: PlacesNoted | null,
): void {
  // Where there are fewer records than verdicts, those that belong to none are taken.
  const isWhole = gone === null && until - from === recordsAtHand;
  verdicts.fill(isWhole ? PASSED : TAKEN);
  if (!isWhole)
    for (let record = from; record < until; record += 1) verdicts[placeOf(record)] = gone?.[record] ?? PASSED;
  for (const rule of inTurn) {
    askKernel(rule, from, until);
    if (noted !== null) noteCounted(rule, from, until, noted);
    if (!isAnyLeft(fours)) break;
  }
  if (leavesOpen) {
    for (let record = from; record < until; record += 1) {
      const place = placeOf(record);
      if (verdicts[place] === PASSED) verdicts[place] = DOUBTFUL;
    }
  }
  for (const { rule, verdicts: own } of statistics) {
    own.fill(rule === null ? DOUBTFUL : PASSED);
    if (rule !== null) askKernel(rule, from, until);
  }
}

function askKernel<R extends RunState>(rule: PlainRule<R, unknown>, from: number, until: number): void {
  const { kernel } = rule;
  let at = from;
  while (at < until) at = kernel(rule, at, until);
}

/** What counts and has no place yet counts in the rule that was asked last. */
function noteCounted<R extends RunState>(
  { verdicts, state }: PlainRule<R, unknown>,
  from: number,
  until: number,
  { at }: PlacesNoted,
): void {
  const own = placeOfRule(state.order);
  for (let record = from; record < until; record += 1) {
    if (verdicts[placeOf(record)] === COUNTED && at[record] === 0) at[record] = own;
  }
}

/** Whether a record is left that no rule took: a verdict of `PASSED`, which is 0. */
function isAnyLeft(fours: Uint32Array): boolean {
  for (let index = 0; index < fours.length; index += 1) {
    const four = fours[index] ?? 0;
    if (((four - 0x01010101) & ~four & 0x80808080) !== 0) return true;
  }
  return false;
}

/** Whether four verdicts are all of them `TAKEN` or `COUNTED`. */
export function areTaken(four: number): boolean {
  return (four & 0xfefefefe) === fourTaken;
}

const fourTaken = 0x02020202;
