// What became of every case as JSON, `formatVersion` 1, keys in this order, amounts as texts of kronor with two decimals.

import { kronorText } from "@avtal/runtime/money";
import type { Ore } from "@avtal/runtime/result";
import { isPassed, type CaseResult } from "../matrix/case-result.ts";
import { inForceWording } from "../scenario.ts";
import type { Tested, TestedFile } from "../test-scenarios.ts";
import type { Place } from "./place.ts";

export interface JsonRequest {
  readonly tested: Tested;
  readonly placeOf: (result: CaseResult) => Place;
  /** Problems as plain data, made by the caller, who knows the texts. */
  readonly problems: readonly object[];
  /** How many outcomes earlier runs had found, and why none could be kept; null where they were. */
  readonly remembered?: { readonly outcomes: number; readonly notKept: string | null } | undefined;
  /** Where coverage was asked for. */
  readonly coverage?: object | undefined;
  /** Where mutation was asked for. */
  readonly mutation?: object | undefined;
}

export function testedJson({ tested, placeOf, problems, remembered, coverage, mutation }: JsonRequest): string {
  const results = tested.files.flatMap((file) => file.results);
  const document = {
    formatVersion: 1,
    scenarios: tested.scenarios.length,
    cases: results.length,
    passed: results.filter(isPassed).length,
    results: results.map((result) => caseJson(result, placeOf(result))),
    leftOver: tested.files.flatMap(leftOverJson),
    problems,
    ...(remembered === undefined ? {} : { remembered }),
    ...(coverage === undefined ? {} : { coverage }),
    ...(mutation === undefined ? {} : { mutation }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function caseJson(result: CaseResult, place: Place): object {
  const { of: one, status, text, yardstick, mismatches, more, trace } = result;
  const { scenario, variant, wording } = one;
  return {
    file: place.file,
    line: place.line,
    column: place.column,
    agreement: scenario.agreement,
    scenario: scenario.name,
    clauses: scenario.clauses,
    wording: wording === inForceWording ? null : wording,
    readings: Object.fromEntries(variant.readings),
    status,
    passed: isPassed(result),
    outcome: text,
    reviewed: yardstick,
    mismatches: mismatches.map(({ about, expected, actual }) => ({ about, expected, actual })),
    more: more === null ? null : kronorText(more as Ore),
    trace,
  };
}

function leftOverJson({ outcomePath, leftOver }: TestedFile): object[] {
  return leftOver.map(({ scenario, wording }) => ({ file: outcomePath, scenario, wording }));
}
