// What the formula of a measured value gives on some data: shown when a run stops for want of it, never used by itself.

import type { Columns } from "@avtal/runtime/columns";
import type { Ratio } from "@avtal/runtime/ratio";
import type { RunOptions } from "@avtal/runtime/result";
import { pick } from "@avtal/compiler/ir/in-force";
import type { Id, Program } from "@avtal/compiler/ir/ir";
import { runOf } from "@avtal/compiler/ir/run";
import { evaluate } from "./evaluate.ts";
import { outsideRecords } from "./interpret.ts";

/**
 * In the unit of the measured value, money in öre; undefined where the data give no value. No rule asks, so there is no
 * decision day: texts and readings are those decided first, or the wording's in a counterfactual run.
 */
export function measure(program: Program, measuredId: Id, episodes: Columns, options: RunOptions): Ratio | undefined {
  const run = runOf(program, options);
  const measured = run.measuredOf(measuredId);
  const formula = pick(measured.formula, null, run);
  if (formula === undefined) return undefined;
  const value = evaluate(formula, { ...outsideRecords(run, episodes), document: measured.document });
  return value.kind === "quantity" ? value.exact : undefined;
}
