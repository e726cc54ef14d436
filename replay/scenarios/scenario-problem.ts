// A problem of a scenario file: the compiler's form of a problem, with the titles of the AV8 family.
// Rule: a place is the smallest text that must change; what looks like an identity number is never repeated.

import type { Fix, Problem, Related, Words } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioTitles, type ScenarioCode } from "../problem-titles/av8-scenarios.ts";

export interface ScenarioReport {
  readonly code: ScenarioCode;
  readonly span: Span;
  /** What I saw. */
  readonly headline: Words;
  /** What I needed and why. */
  readonly cause: Words;
  /** What you can do. */
  readonly advice: Words;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
}

export function scenarioProblem(report: ScenarioReport): Problem {
  return {
    code: report.code,
    severity: "error",
    span: report.span,
    title: scenarioTitles[report.code],
    headline: report.headline,
    cause: report.cause,
    advice: report.advice,
    fixes: report.fixes ?? [],
    related: report.related ?? [],
  };
}
