// The coverage part of `avtal test`: when it is asked for, what it says, and whether it is enough.

import { writeFileSync } from "node:fs";
import type { FrontEnd } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Problem } from "@avtal/compiler/problem";
import { clauseShare, percent, pointShare, type Coverage } from "@avtal/replay/scenarios/coverage/coverage";
import { coverageOf } from "@avtal/replay/scenarios/coverage/from-cases";
import { lcovText } from "@avtal/replay/scenarios/coverage/lcov";
import type { Passed } from "@avtal/replay/scenarios/coverage/passings";
import { notPercent } from "@avtal/replay/scenarios/problems/asked";
import type { Tested } from "@avtal/replay/scenarios/test-scenarios";
import { wholeNumber } from "../whole-number.ts";

export interface CoverageOptions {
  readonly coverage?: true;
  readonly lcov?: string;
  readonly threshold?: string;
}

export interface Covered {
  readonly coverage: Coverage;
  /** A program that has the document. */
  readonly programOf: (document: string) => Program;
}

/** A file to write or a threshold asks for it too. */
export function wantsCoverage({ coverage, lcov, threshold }: CoverageOptions): boolean {
  return coverage === true || lcov !== undefined || threshold !== undefined;
}

export function thresholdProblems({ threshold }: CoverageOptions): Problem[] {
  return threshold === undefined || percentFrom(threshold) !== undefined ? [] : [notPercent(threshold)];
}

export function coveredBy(tested: Tested, programs: ReadonlyMap<string, Program>, passed: Passed): Covered {
  const cases = tested.files.flatMap(({ results }) => results.map((result) => result.of));
  return {
    coverage: coverageOf(cases, programs, passed),
    programOf: (document) => {
      const all = [...programs.values()];
      const found = programs.get(document) ?? all.find((one) => one.documents.some(({ name }) => name === document));
      if (found === undefined) throw new Error(`No program has the document ${document}.`);
      return found;
    },
  };
}

/** What kept the file from being written; undefined where it was, or where none was asked for. */
export function writeLcov(
  { lcov }: CoverageOptions,
  covered: Covered | undefined,
  { front, shown }: { readonly front: FrontEnd; readonly shown: (path: string) => string },
): unknown {
  if (lcov === undefined || covered === undefined) return undefined;
  try {
    writeFileSync(lcov, lcovText(covered.coverage, front, shown));
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Clauses and places at limits both reach the threshold. */
export function isCoveredEnough({ threshold }: CoverageOptions, covered: Covered | undefined): boolean {
  const least = threshold === undefined ? undefined : percentFrom(threshold);
  if (least === undefined || covered === undefined) return true;
  const { coverage } = covered;
  return percent(clauseShare(coverage)) >= least && percent(pointShare(coverage, "boundary")) >= least;
}

export function percentFrom(text: string): number | undefined {
  const number = wholeNumber(text);
  return number === undefined || number > 100 ? undefined : number;
}
