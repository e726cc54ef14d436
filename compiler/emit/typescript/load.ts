// An evaluator out of its script: what runs an agreement in this process.
// Rule: the script is ours to the last sign, and what an author wrote stands in it only as literals (inert-text.ts).

import type { Columns } from "@avtal/runtime/columns";
import type { Gathered } from "@avtal/runtime/gather-parts";
import { ofRuns } from "@avtal/runtime/of-runs";
import type { Part } from "@avtal/runtime/evaluate-part";
import type { Places } from "@avtal/runtime/places";
import type { Ratio } from "@avtal/runtime/ratio";
import type { Names } from "@avtal/runtime/record-facts";
import type { Evaluation, InvoiceLine, RunOptions, Stopped, Undecided } from "@avtal/runtime/result";
import type { RunState } from "@avtal/runtime/run-state";
import type { Program } from "../../ir/ir.ts";
import type { MadeFor } from "./emission.ts";
import { anyRunOf, madeFor } from "./kernel/made-for.ts";
import { programCode } from "./program-code.ts";
import { sharesRecords } from "./shared-records.ts";
import { evaluatorScript } from "./script.ts";

export interface Evaluator {
  readonly evaluate: (columns: Columns, options: RunOptions) => Evaluation;
  /** What a measured value's formula gives on some records; undefined where they give none. */
  readonly measure: (measuredId: string, columns: Columns, options: RunOptions) => Ratio | undefined;
  /** A run, and in which rules each record counts. */
  readonly withPlaces: (columns: Columns, options: RunOptions) => RunWithPlaces;
  /** What the rules charge for the records that are `PASSED` in `gone`, where all others are `TAKEN`. */
  readonly among: (columns: Columns, options: RunOptions, gone: Uint8Array) => readonly InvoiceLine[] | Stopped;
  /** A run before its groups are worked out, for those who need less of them than lines. */
  readonly tally: (columns: Columns, options: RunOptions) => Part<RunState>;
  /** How many groups of a run may come to a line, found before any line is made. */
  readonly groups: (columns: Columns, options: RunOptions) => number;
}

export interface RunWithPlaces {
  readonly evaluation: Evaluation;
  readonly places: Places;
}

export interface KernelEvaluator extends Pick<Evaluator, "withPlaces" | "among"> {
  readonly inParts: InParts;
  /** With the kernels of a module, which are made before anybody knows what runs come. */
  readonly asModule: Evaluator["evaluate"];
}

/** A run in so many stretches of its records, which gives what a run in one gives. */
type InParts = (columns: Columns, options: RunOptions, parts: number) => Evaluation;

/** A run over stretches of its records, each handed over once, in order, and let go. */
export interface StretchEvaluator {
  /** Takes the records of the next stretch. `handOver` is given those that are undecided. */
  readonly take: (columns: Columns, handOver: (undecided: readonly Undecided[]) => void) => void;
  /** How many groups there are that may come to a line. */
  readonly groups: () => number;
  /** What all stretches come to, but for the list of the undecided. */
  readonly conclude: () => Evaluation;
}

/** What a script gives; what it tallied only the same script can conclude. */
interface Loaded {
  readonly canGather: boolean;
  readonly nothing: (options: RunOptions) => Gathered<RunState>;
  readonly gather: (
    gathered: Gathered<RunState>,
    columns: Columns,
    options: RunOptions,
    handOver: (undecided: readonly Undecided[]) => void,
  ) => Gathered<RunState>;
  readonly groupsCounted: (part: Part<RunState>) => number;
  readonly gathered: (gathered: Gathered<RunState>, options: RunOptions) => Evaluation;
  readonly evaluate: Evaluator["evaluate"];
  readonly measure: Evaluator["measure"];
  readonly withPlaces: Evaluator["withPlaces"];
  readonly among: Evaluator["among"];
  readonly inParts: InParts;
  readonly tally: Evaluator["tally"];
  readonly conclude: (tallied: Part<RunState>, options: RunOptions) => Evaluation;
}

/** `runtime` is `@avtal/runtime`, handed in so that the script imports nothing. */
function loadEvaluator(script: string, runtime: object): Loaded {
  const make: unknown = new Function("runtime", "ofRuns", script);
  if (typeof make !== "function") throw new Error("A script is no function.");
  const evaluator: unknown = make(runtime, ofRuns);
  if (!isEvaluator(evaluator)) throw new Error("A script gave no evaluator.");
  return evaluator;
}

/**
 * The evaluator of a program. Values that are whole numbers in the text are numbers in its script; a run that supplies
 * such a value with a fraction gets a script in which that value is one.
 */
export function evaluatorFor(program: Program, runtime: object): Evaluator {
  const scripts = scriptsOf(program, runtime);
  const evaluatorOf = (columns: Columns, options: RunOptions): Loaded =>
    scripts(fractionalValues(program, options), kernelsFor(program, columns, options));
  return {
    evaluate: (columns, options) => evaluatorOf(columns, options).evaluate(columns, options),
    measure: (id, columns, options) => scripts(fractionalValues(program, options), null).measure(id, columns, options),
    withPlaces: (columns, options) => evaluatorOf(columns, options).withPlaces(columns, options),
    among: (columns, options, gone) => evaluatorOf(columns, options).among(columns, options, gone),
    tally: (columns, options) => evaluatorOf(columns, options).tally(columns, options),
    groups: (columns, options) => {
      const by = evaluatorOf(columns, options);
      return by.groupsCounted(by.tally(columns, options));
    },
  };
}

/** With kernels however few the records are, and in stretches where asked: for tests and measurements. */
export function kernelEvaluatorFor(program: Program, runtime: object): KernelEvaluator {
  const scripts = scriptsOf(program, runtime);
  const loaded = (columns: Columns, options: RunOptions): Loaded =>
    scripts(fractionalValues(program, options), madeFor(program, columns, options));
  return {
    inParts: (columns, options, parts) => loaded(columns, options).inParts(columns, options, parts),
    asModule: (columns, options) =>
      scripts(fractionalValues(program, options), anyRunOf(program)).evaluate(columns, options),
    withPlaces: (columns, options) => loaded(columns, options).withPlaces(columns, options),
    among: (columns, options, gone) => loaded(columns, options).among(columns, options, gone),
  };
}

/**
 * For records that do not all fit in memory at once: an evaluator for each run; undefined where a rule asks for figures
 * over all records. `first` is the first stretch, which says what columns there are.
 */
export function stretchEvaluatorsFor(
  program: Program,
  runtime: RuntimeWithNames,
): (options: RunOptions, first: Columns) => StretchEvaluator | undefined {
  const scripts = new Map<string, string>();
  let needsAll: boolean | undefined;
  return (options, first) => {
    if ((needsAll ??= programCode(program, new Set(), null).rulesAskForAll)) return undefined;
    const fractional = fractionalValues(program, options);
    const kernels = madeFor(program, first, options);
    const key = scriptKey(fractional, kernels);
    const script = scripts.get(key) ?? evaluatorScript(program, new Set(fractional), kernels);
    scripts.set(key, script);
    return stretchEvaluator(script, runtime, options);
  };
}

function stretchEvaluator(
  script: string,
  runtime: RuntimeWithNames,
  options: RunOptions,
): StretchEvaluator | undefined {
  // Every stretch is a run of its own, but payers and texts have the same numbers in all of them.
  let names: Names | undefined;
  const namesOf = (known: string[]): Names => (names ??= runtime.namesOf(known));
  const loaded = loadEvaluator(script, { ...runtime, namesOf });
  if (!loaded.canGather) return undefined;
  let gathered = loaded.nothing(options);
  return {
    take(columns, handOver) {
      if (gathered.part.stopped === null) gathered = loaded.gather(gathered, columns, options, handOver);
    },
    groups: () => loaded.groupsCounted(gathered.part),
    conclude: () => loaded.gathered(gathered, options),
  };
}

/** The part of `@avtal/runtime` that gives payers and texts their numbers. */
type RuntimeWithNames = object & { readonly namesOf: (known: readonly string[]) => Names };

/**
 * Kernels make a script twice as long, and are made for one choice of readings and columns. They pay from a few thousand
 * records on where these meet in groups, and from some fifty thousand where nearly every record has a line of its own.
 */
const recordsForKernels = 20_000;

function kernelsFor(program: Program, columns: Columns, options: RunOptions): MadeFor | null {
  return columns.count < recordsForKernels ? null : madeFor(program, columns, options);
}

/** The scripts of a program, each made when it is first asked for. */
function scriptsOf(
  program: Program,
  runtime: object,
): (fractional: readonly string[], kernels: MadeFor | null) => Loaded {
  const loaded = new Map<string, Loaded>();
  return (fractional, kernels) => {
    const key = scriptKey(fractional, kernels);
    const found = loaded.get(key) ?? loadEvaluator(evaluatorScript(program, new Set(fractional), kernels), runtime);
    loaded.set(key, found);
    return found;
  };
}

function scriptKey(fractional: readonly string[], kernels: MadeFor | null): string {
  return JSON.stringify([
    fractional,
    kernels === null ? null : [[...kernels.readings], [...kernels.absent], [...kernels.chosen], kernels.isPutTogether],
  ]);
}

/**
 * For many runs over the same records: the same answers, but what the records gave is kept, and used again by a run that
 * differs from the one before it in nothing that a record is asked.
 */
export function repeatingEvaluatorFor(program: Program, runtime: object): Evaluator["evaluate"] {
  const scripts = scriptsOf(program, runtime);
  const everFractional = new Set<string>();
  let last:
    | { readonly columns: Columns; readonly options: RunOptions; readonly tallied: Part<RunState>; readonly by: Loaded }
    | undefined;
  return (columns, options) => {
    // Once a value was a fraction it is held as one, so that a whole number among others needs no other script.
    for (const id of fractionalValues(program, options)) everFractional.add(id);
    const by = scripts([...everFractional].sort(), kernelsFor(program, columns, options));
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
