// Every mutant against the cases that reach what it changes, up to the first that notices.
// Rule: a case notices where `avtal test` would fail: something else than stated, or than the outcome file keeps.

import type { Program } from "@avtal/compiler/ir/ir";
import { mismatchesOf } from "../compare/expectation.ts";
import type { Passed } from "../coverage/passings.ts";
import type { CaseResult } from "../matrix/case-result.ts";
import { outcomeText } from "../run/outcome-text.ts";
import { runScenario } from "../run/run-scenario.ts";
import { changedBy, type ChangedAgreement } from "./changed-agreement.ts";
import { mutantsOf } from "./from-program.ts";
import type { Mutant } from "./mutant.ts";

export interface TriedMutant {
  readonly mutant: Mutant;
  /** The first case that noticed it; null where none did. */
  readonly noticedBy: CaseResult | null;
  /** How many cases were run. */
  readonly runs: number;
  /** The readings of the cases that were run, where nothing was noticed. */
  readonly reachedUnder: readonly ReadonlyMap<string, string>[];
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
    if (mutant.alike !== null) return { mutant, noticedBy: null, runs: 0, reachedUnder: [] };
    const candidates = candidatesFor(mutant, results, passed);
    const first = noticing.filter((one) => candidates.has(one));
    const order = [...new Set([...first, ...candidates])];
    const tried = tryMutant(mutant, order, results, programs);
    if (tried.by === null)
      return { mutant, noticedBy: null, runs: tried.runs, reachedUnder: readingsOf(order, results) };
    noticing.splice(0, noticing.length, tried.by, ...noticing.filter((one) => one !== tried.by).slice(0, 40));
    return { mutant, noticedBy: results[tried.by] ?? null, runs: tried.runs, reachedUnder: [] };
  });
}

function readingsOf(numbers: readonly number[], results: readonly CaseResult[]): ReadonlyMap<string, string>[] {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const number of numbers) {
    const variant = results[number]?.of.variant;
    if (variant !== undefined) found.set(variant.label, variant.readings);
  }
  return [...found.values()];
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
  const changed = changedBy(mutant, programs);
  let runs = 0;
  for (const number of order) {
    const result = results[number];
    const agreement = result === undefined ? undefined : changed(result.of);
    if (result === undefined || agreement === undefined) continue;
    runs += 1;
    if (notices(result, agreement)) return { by: number, runs };
  }
  return { by: null, runs };
}

/** A mutant that cannot be run to its end is noticed too. */
function notices({ of: one, text }: CaseResult, { program, evaluate }: ChangedAgreement): boolean {
  try {
    const outcome = runScenario(one, evaluate);
    const expectation = one.variant.expectations.get(one.wording);
    if (expectation !== undefined) return mismatchesOf(expectation, outcome, program).length > 0;
    return outcomeText(outcome, program).sv !== text.sv;
  } catch (error) {
    if (error instanceof Error) return true;
    throw error;
  }
}
