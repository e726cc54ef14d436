// An evaluator out of its script: what runs an agreement in this process.
// Rule: the script is ours to the last sign, and what an author wrote stands in it only as literals (inert-text.ts).

import type { Columns } from "@avtal/runtime/columns";
import type { Ratio } from "@avtal/runtime/ratio";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import type { Program } from "../../ir/ir.ts";
import { evaluatorScript } from "./script.ts";

export interface Evaluator {
  readonly evaluate: (columns: Columns, options: RunOptions) => Evaluation;
  /** What a measured value's formula gives on some records; undefined where they give none. */
  readonly measure: (measuredId: string, columns: Columns, options: RunOptions) => Ratio | undefined;
}

/** `runtime` is `@avtal/runtime`, handed in so that the script imports nothing. */
export function loadEvaluator(script: string, runtime: object): Evaluator {
  const make: unknown = new Function("runtime", script);
  if (typeof make !== "function") throw new Error("A script is no function.");
  const evaluator: unknown = make(runtime);
  if (!isEvaluator(evaluator)) throw new Error("A script gave no evaluator.");
  return evaluator;
}

/**
 * The evaluator of a program. Values that are whole numbers in the text are numbers in its script; a run that supplies
 * such a value with a fraction gets a script in which that value is one.
 */
export function evaluatorFor(program: Program, runtime: object): Evaluator {
  const loaded = new Map<string, Evaluator>();
  const evaluatorOf = (options: RunOptions): Evaluator => {
    const fractional = fractionalValues(program, options);
    const key = fractional.join(" ");
    const found = loaded.get(key) ?? loadEvaluator(evaluatorScript(program, new Set(fractional)), runtime);
    loaded.set(key, found);
    return found;
  };
  return {
    evaluate: (columns, options) => evaluatorOf(options).evaluate(columns, options),
    measure: (measuredId, columns, options) => evaluatorOf(options).measure(measuredId, columns, options),
  };
}

const greatestWhole = 2_147_483_645n;

function fractionalValues(program: Program, { values }: RunOptions): readonly string[] {
  const ids = values
    .filter(({ exact }) => exact.under !== 1n || exact.over > greatestWhole || exact.over < -greatestWhole)
    .flatMap(({ value }) => program.values.filter(({ id }) => id === `${program.main}.${value}` || id === value))
    .map(({ id }) => id);
  return [...new Set(ids)].sort();
}

function isEvaluator(thing: unknown): thing is Evaluator {
  return typeof thing === "object" && thing !== null && "evaluate" in thing && "measure" in thing;
}
