// Every mutant against the cases that reach what it changes, up to the first that notices.
// Rule: a case notices where `avtal test` would fail: something else than stated, or than the outcome file keeps.

import { interpret } from "@avtal/compiler/interpret/interpret";
import type { Program } from "@avtal/compiler/ir/ir";
import { select } from "@avtal/compiler/ir/select";
import { mismatchesOf } from "../compare/expectation.ts";
import type { Passed } from "../coverage/passings.ts";
import type { CaseResult } from "../matrix/case-result.ts";
import { outcomeText } from "../run/outcome-text.ts";
import { optionsOf, runScenario } from "../run/run-scenario.ts";
import { mutantsOf } from "./from-program.ts";
import type { Mutant } from "./mutant.ts";

export interface TriedMutant {
  readonly mutant: Mutant;
  /** The first case that noticed it; null where none did. */
  readonly noticedBy: CaseResult | null;
  /** How many cases were run. */
  readonly runs: number;
}

export interface ToMutate {
  /** What came out of each case, in the order in which they were run and watched. */
  readonly results: readonly CaseResult[];
  readonly passed: Passed;
  readonly programs: ReadonlyMap<string, Program>;
  /** Called before each mutant, with its number and how many there are. */
  readonly says: (number: number, all: number) => void;
}

/** The mutants of the agreements that the cases are about, and of the documents whose values those use. */
export function runMutants({ results, passed, programs, says }: ToMutate): TriedMutant[] {
  const tested = [...new Set(results.map((result) => result.of.scenario.agreement))];
  const held = tested.flatMap((name) => programs.get(name) ?? []);
  const mutants = documentsOf(held).flatMap(({ document, program }) => mutantsOf(document, program));
  const noticing: number[] = [];
  return mutants.map((mutant, number) => {
    says(number + 1, mutants.length);
    const candidates = candidatesFor(mutant, results, passed);
    const first = noticing.filter((one) => candidates.has(one));
    const order = [...new Set([...first, ...candidates])];
    const tried = tryMutant(mutant, order, results, programs);
    if (tried.by !== null) {
      noticing.splice(0, noticing.length, tried.by, ...noticing.filter((one) => one !== tried.by).slice(0, 40));
    }
    return { mutant, noticedBy: tried.by === null ? null : (results[tried.by] ?? null), runs: tried.runs };
  });
}

/** Each document once, in the program of its own where it has one. */
function documentsOf(held: readonly Program[]): { readonly document: string; readonly program: Program }[] {
  const found = new Map<string, Program>();
  for (const program of held) found.set(program.main, program);
  for (const program of held) {
    for (const { name, role } of program.documents) if (role === "used" && !found.has(name)) found.set(name, program);
  }
  return [...found].map(([document, program]) => ({ document, program }));
}

/** Numbers of the cases that can notice: those that reach a changed line, under readings in which it stands. */
function candidatesFor(mutant: Mutant, results: readonly CaseResult[], passed: Passed): ReadonlySet<number> {
  const reached =
    mutant.lines === null
      ? results.keys()
      : mutant.lines.flatMap((line) => passed.lines.get(line) ?? []).sort((a, b) => a - b);
  return new Set(reached);
}

function tryMutant(
  mutant: Mutant,
  order: readonly number[],
  results: readonly CaseResult[],
  programs: ReadonlyMap<string, Program>,
): { readonly by: number | null; readonly runs: number } {
  const changed = new Map<string, Program>();
  let runs = 0;
  for (const number of order) {
    const result = results[number];
    const agreement = result?.of.scenario.agreement ?? "";
    const program = changed.get(agreement) ?? changedProgram(mutant, programs.get(agreement));
    if (result === undefined || program === undefined) continue;
    changed.set(agreement, program);
    runs += 1;
    if (notices(result, program)) return { by: number, runs };
  }
  return { by: null, runs };
}

function changedProgram(mutant: Mutant, program: Program | undefined): Program | undefined {
  return program === undefined ? undefined : mutant.change(program);
}

/** A mutant that cannot be run to its end is noticed too. */
export function notices({ of: one, text }: CaseResult, program: Program): boolean {
  try {
    const selected = select(program, optionsOf(one));
    const outcome = runScenario(one, (columns, options) => interpret(selected, columns, options));
    const expectation = one.variant.expectations.get(one.wording);
    if (expectation !== undefined) return mismatchesOf(expectation, outcome, program).length > 0;
    return outcomeText(outcome, program).sv !== text.sv;
  } catch (error) {
    if (error instanceof Error) return true;
    throw error;
  }
}
