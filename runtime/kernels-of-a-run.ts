// The kernels of a run: which rules and statistics have one, and what these said of the records at hand.
// Rule: a rule without a kernel leaves open every record that no rule before it took; so does one that a rule stands on
// top of, because that rule asks what it took of the record, which kernels do not say.

import { plainRule, type Kernel, type PlainRule } from "./plain-rule.ts";
import type { Ledger } from "./record-account.ts";
import { DOUBTFUL, PASSED, TAKEN, type RuleRun } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import type { Queue } from "./who-takes.ts";

export interface Kernels<R extends RunState> {
  /** Rules with a kernel; the one at `place` says `TAKEN + 1 + place` of a record that it takes but cannot tell about. */
  readonly plain: readonly PlainRule<R, unknown>[];
  readonly inTurn: readonly Kernel[];
  /** What the rules in their turn said of each record at hand. */
  readonly verdicts: Uint8Array;
  /** Statistics, each asked of every record; `DOUBTFUL` where it has to be asked the general way. */
  readonly statistics: readonly Statistic<R>[];
}

interface Statistic<R extends RunState> {
  readonly state: RuleRun<R>;
  readonly kernel: Kernel;
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
  const kernelOf = (state: RuleRun<R>): Kernel => {
    const { kernel } = state.rule;
    const isNamed = onTop.some(({ below }) => below.includes(state));
    if (kernel === undefined || isNamed || hasChangingEnds(state) || plain.length === mostPlain) return leaveOpen;
    const rule = plainRule(state, run, ledger, TAKEN + 1 + plain.length);
    plain.push(rule);
    return kernel(run, rule);
  };
  const asked = upToFirstWithout(inTurn.map(kernelOf));
  const aside = statistics.map((state) => ({ state, kernel: kernelOf(state), verdicts: new Uint8Array(mostAtOnce) }));
  return { plain, inTurn: asked, verdicts: new Uint8Array(mostAtOnce), statistics: aside };
}

/** The ends of a day rule's span are read anew on later days, which its kernel does not do. */
function hasChangingEnds<R extends RunState>({ rule, onDays }: RuleRun<R>): boolean {
  return rule.span !== null && onDays.endChanges().length > 0;
}

/** A rule without a kernel leaves nothing to those after it. */
function upToFirstWithout(kernels: readonly Kernel[]): readonly Kernel[] {
  const first = kernels.indexOf(leaveOpen);
  return first < 0 ? kernels : kernels.slice(0, first + 1);
}

/** More records are never at hand. */
const mostAtOnce = 4_096;

/** Asks every kernel about the records from `from` up to but not including `until`. */
export function settled<R extends RunState>(
  { inTurn, verdicts, statistics }: Kernels<R>,
  from: number,
  until: number,
): void {
  verdicts.fill(PASSED);
  for (const kernel of inTurn) kernel(from, until, verdicts);
  for (const statistic of statistics) {
    statistic.verdicts.fill(PASSED);
    statistic.kernel(from, until, statistic.verdicts);
  }
}

function leaveOpen(from: number, until: number, verdicts: Uint8Array): void {
  for (let place = 0; place < until - from; place += 1) {
    if (verdicts[place] === PASSED) verdicts[place] = DOUBTFUL;
  }
}
