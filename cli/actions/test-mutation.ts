// The mutation part of `avtal test`: tried only where every case is as it should be, for else nothing could be noticed.

import type { Program } from "@avtal/compiler/ir/ir";
import type { Passed } from "@avtal/replay/scenarios/coverage/passings";
import { isPassed } from "@avtal/replay/scenarios/matrix/case-result";
import { runMutants } from "@avtal/replay/scenarios/mutation/run-mutants";
import { lowestScore, mutationOf, survivorLimits, type Mutation } from "@avtal/replay/scenarios/mutation/survivors";
import type { Tested } from "@avtal/replay/scenarios/test-scenarios";
import { progressOn } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { percentFrom } from "./test-coverage.ts";

export interface MutationOptions {
  readonly mutate?: true;
  readonly threshold?: string;
}

interface Watched {
  readonly passed: Passed;
  readonly programs: ReadonlyMap<string, Program>;
}

/** Undefined where it was not asked for, or where a case is not as it should be. */
export function mutatedBy(
  tested: Tested,
  { passed, programs }: Watched,
  { mutate }: MutationOptions,
  terminal: Terminal,
): Mutation | undefined {
  const results = tested.files.flatMap((file) => file.results);
  if (mutate !== true || !results.every(isPassed)) return undefined;
  const progress = progressOn(terminal);
  const says = (number: number, all: number): void => {
    if (number % 25 === 1) progress.says({ sv: `Ändring ${number} av ${all}`, en: `Change ${number} of ${all}` });
  };
  const tried = runMutants({ results, passed, programs, says });
  progress.says({ sv: "Söker fall för det som inte märktes", en: "Looking for cases of what went unnoticed" });
  const mutation = mutationOf(tried, programs, survivorLimits);
  progress.ends();
  return mutation;
}

/** Each agreement reaches the threshold. */
export function isNoticedEnough({ threshold }: MutationOptions, mutation: Mutation | undefined): boolean {
  const least = threshold === undefined ? undefined : percentFrom(threshold);
  return least === undefined || mutation === undefined || lowestScore(mutation) >= least;
}
