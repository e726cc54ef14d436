// What the choices of a run alone settle for a rule, whatever its records are: cuts, needs, what lines stand on.
// Rule: worked out when first asked for, once for all runs of the same choices; most rules are asked for nothing.

import { needDays } from "./need-days.ts";
import { changeDays, cutsOf, readsByDay, type Written } from "./reads-on-a-day.ts";
import type { RuleCode } from "./rule-code.ts";
import type { Choices, RunState } from "./run-state.ts";
import type { Schedule } from "./schedule.ts";
import { packsOf, type Pack } from "./used-by-a-group.ts";

export interface RuleOnDays<R extends RunState> {
  /** What the rule and the ends of its span say. */
  readonly written: readonly Written<R>[];
  /** Days on which something that the rule or its ends read is replaced, sorted. */
  readonly cuts: () => readonly number[];
  /** Days on which the ends of a day rule's span read something else, or something for the first time; sorted. */
  readonly endChanges: () => readonly number[];
  /** The days on which a record may need a value that nobody knows; null where there is no such day. */
  readonly mayNeed: () => Schedule<boolean> | null;
  /** What the rule and the ends of its span stand on, by day. */
  readonly packs: () => Schedule<Pack<R>>;
  /** Whether the rule is in force, as far as it was asked: pages of days from 1980, each made when it is first met. */
  readonly inForce: (Int8Array | undefined)[];
}

export function ruleOnDays<R extends RunState>(rule: RuleCode<R, unknown>, choices: Choices): RuleOnDays<R> {
  const known = choices.rulesOnDays.get(rule) as RuleOnDays<R> | undefined;
  if (known !== undefined) return known;
  const made = settled(rule, choices);
  choices.rulesOnDays.set(rule, made);
  return made;
}

/** Days of a page, a power of two. */
export const pageDays = 512;
export const notAsked = -1;
/** 1980-01-01 to 2100-12-31 */
export const firstKept = 3_652;
export const daysKept = 44_196;

function settled<R extends RunState>(rule: RuleCode<R, unknown>, choices: Choices): RuleOnDays<R> {
  const ends: Written<R>[] = rule.span === null ? [] : [[{ guard: null, it: rule.span.reads }]];
  const written = [...ends, ...rule.reads];
  const reads = once(() => readsByDay(written, choices));
  return {
    written,
    cuts: once(() => cutsOf(reads())),
    endChanges: once(() => changeDays(readsByDay(ends, choices))),
    mayNeed: once(() => {
      const days = needDays(reads(), choices);
      return [...days.items, days.undated].includes(true) ? days : null;
    }),
    packs: once(() => packsOf(reads(), choices)),
    inForce: [],
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}
