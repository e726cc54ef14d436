// The evaluator of a program as JavaScript, for a run in this process.
// Rule: the same code as the module that people read, without its types; loading it needs no TypeScript.

import type { Id, Program } from "../../ir/ir.ts";
import type { MadeFor } from "./emission.ts";
import { printJavaScript } from "./print.ts";
import { programCode } from "./program-code.ts";

/**
 * The body of a function of `runtime` and `ofRuns` that returns the evaluator. `fractional` names values that a run supplies with
 * something that is no whole number, although every row of theirs is whole; `kernels` what its kernels are made for.
 */
export function evaluatorScript(
  program: Program,
  fractional: ReadonlySet<Id> = new Set(),
  kernels: MadeFor | null = null,
): string {
  const { statements, used } = programCode(program, fractional, kernels);
  const names = used.filter((name) => !name.startsWith("type "));
  return ['"use strict";', `const { ${names.join(", ")} } = runtime;`, printJavaScript(statements), ...entries].join(
    "\n",
  );
}

/**
 * Beside what a module offers: a run in two steps, the second as often as its choices change; where records end; and a run
 * over stretches that have columns of their own.
 */
const entries = [
  "return ((noRecords, again) => ({",
  "  evaluate: evaluateRun,",
  "  measure: measureRun,",
  "  tally: (columns, options) => ofRuns.evaluatePart(rules, startRun(columns, options), 0, columns.count),",
  "  conclude: (part, options) => ofRuns.finished({ ...part, run: again(part.run, startRun(noRecords, options)) }),",
  "  inParts: (columns, options, parts) => ofRuns.evaluateInParts(rules, startRun(columns, options), parts),",
  "  withPlaces: (columns, options) => ofRuns.evaluateWithPlaces(rules, startRun(columns, options)),",
  "  among: (columns, options, gone) => ofRuns.linesAmong(rules, startRun(columns, options), gone),",
  "  canGather: ofRuns.canGather(rules),",
  "  nothing: (options) => ofRuns.nothingGathered(rules, startRun(noRecords, options)),",
  "  gather: (gathered, columns, options, handOver) =>",
  "    ofRuns.gatheredWith(gathered, rules, startRun(columns, options), handOver),",
  "  groupsCounted: ofRuns.groupsCounted,",
  "  gathered: (gathered, options) => ofRuns.concluded(gathered, (columns) => startRun(columns, options)),",
  "}))(",
  "  { count: 0, ids: [], columns: new Map() },",
  "  ({ columns, names, directory, registers, payers, facts }, run) =>",
  "    ({ ...run, columns, names, directory, registers, payers, facts }),",
  ");",
];
