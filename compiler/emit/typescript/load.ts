// An evaluator out of its script: what runs an agreement in this process.
// Rule: the script is ours to the last sign, and what an author wrote stands in it only as literals (inert-text.ts).

import type { Columns } from "@avtal/runtime/columns";
import type { Part } from "@avtal/runtime/evaluate-part";
import type { Places } from "@avtal/runtime/places";
import type { Ratio } from "@avtal/runtime/ratio";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import type { RunState } from "@avtal/runtime/run-state";
import type { Program } from "../../ir/ir.ts";
import { sharesRecords } from "./shared-records.ts";
import { evaluatorScript } from "./script.ts";

export interface Evaluator {
  readonly evaluate: (columns: Columns, options: RunOptions) => Evaluation;
  /** What a measured value's formula gives on some records; undefined where they give none. */
  readonly measure: (measuredId: string, columns: Columns, options: RunOptions) => Ratio | undefined;
  /** In which rules each record counts. Meant for rules that keep few groups. */
  readonly places: (columns: Columns, options: RunOptions) => Places;
  /** A run before its groups are worked out, for those who need less of them than lines. */
  readonly tally: (columns: Columns, options: RunOptions) => Part<RunState>;
}

/** What a script gives; what it tallied only the same script can conclude. */
interface Loaded {
  readonly evaluate: Evaluator["evaluate"];
  readonly measure: Evaluator["measure"];
  readonly places: Evaluator["places"];
  readonly tally: Evaluator["tally"];
  readonly conclude: (tallied: Part<RunState>, options: RunOptions) => Evaluation;
}

/** `runtime` is `@avtal/runtime`, handed in so that the script imports nothing. */
function loadEvaluator(script: string, runtime: object): Loaded {
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
  const loaded = new Map<string, Loaded>();
  const evaluatorOf = (options: RunOptions): Loaded => {
    const fractional = fractionalValues(program, options);
    const key = fractional.join(" ");
    const found = loaded.get(key) ?? loadEvaluator(evaluatorScript(program, new Set(fractional)), runtime);
    loaded.set(key, found);
    return found;
  };
  return {
    evaluate: (columns, options) => evaluatorOf(options).evaluate(columns, options),
    measure: (measuredId, columns, options) => evaluatorOf(options).measure(measuredId, columns, options),
    places: (columns, options) => evaluatorOf(options).places(columns, options),
    tally: (columns, options) => evaluatorOf(options).tally(columns, options),
  };
}

/**
 * For many runs over the same records: the same answers, but what the records gave is kept, and used again by a run that
 * differs from the one before it in nothing that a record is asked.
 */
export function repeatingEvaluatorFor(program: Program, runtime: object): Evaluator["evaluate"] {
  const loaded = new Map<string, Loaded>();
  const everFractional = new Set<string>();
  let last:
    | { readonly columns: Columns; readonly options: RunOptions; readonly tallied: Part<RunState>; readonly by: Loaded }
    | undefined;
  return (columns, options) => {
    // Once a value was a fraction it is held as one, so that a whole number among others needs no other script.
    for (const id of fractionalValues(program, options)) everFractional.add(id);
    const key = [...everFractional].sort().join(" ");
    const by = loaded.get(key) ?? loadEvaluator(evaluatorScript(program, new Set(everFractional)), runtime);
    loaded.set(key, by);
    if (last?.columns !== columns || last.by !== by || !sharesRecords(program, last.options, options)) {
      last = { columns, options, tallied: by.tally(columns, options), by };
    }
    return by.conclude(last.tallied, options);
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

function isEvaluator(thing: unknown): thing is Loaded {
  return typeof thing === "object" && thing !== null && "evaluate" in thing && "tally" in thing;
}
