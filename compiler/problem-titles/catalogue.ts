// Every problem code with its title in both languages: the one list that pages, tests and messages are held against.
// Rule: a code is never reused or renumbered.

import type { Fix, Problem, Related, Severity, Words } from "../problem.ts";
import type { Span } from "../source.ts";
import { syntaxTitles } from "./av1-syntax.ts";
import { nameTitles } from "./av2-names.ts";
import { kindTitles } from "./av3-kinds.ts";
import { timeTitles } from "./av4-time.ts";
import { sourceTitles } from "./av5-sources.ts";
import { readingTitles } from "./av6-readings.ts";
import { targetTitles } from "./av7-targets.ts";

export const titles = {
  ...syntaxTitles,
  ...nameTitles,
  ...kindTitles,
  ...timeTitles,
  ...sourceTitles,
  ...readingTitles,
  ...targetTitles,
} as const satisfies Readonly<Record<string, Words>>;

export type ProblemCode = keyof typeof titles;

/** What a problem function says; the title follows from the code. */
export interface Report {
  readonly code: ProblemCode;
  readonly severity?: Severity;
  readonly span: Span;
  readonly headline: Words;
  readonly cause: Words;
  readonly advice: Words;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
}

export function problem(report: Report): Problem {
  return {
    code: report.code,
    severity: report.severity ?? "error",
    span: report.span,
    title: titles[report.code],
    headline: report.headline,
    cause: report.cause,
    advice: report.advice,
    fixes: report.fixes ?? [],
    related: report.related ?? [],
  };
}
