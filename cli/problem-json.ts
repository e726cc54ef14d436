// Problems as JSON, `formatVersion` 1: both languages, places as lines and columns from 1, fixes as edits.

import type { Problem } from "@avtal/compiler/problem";
import { positionAt, type Span } from "@avtal/compiler/source";
import type { DataProblem } from "@avtal/replay/data-problem";

export interface Texts {
  readonly textOf: (path: string) => string;
  readonly shown: (path: string) => string;
}

export function problemJson(problem: Problem, texts: Texts): object {
  const { code, severity, title, headline, cause, advice } = problem;
  return {
    code,
    severity,
    ...placeJson(problem.span, texts),
    title,
    headline,
    cause,
    advice,
    fixes: problem.fixes.map((fix) => ({
      label: fix.label,
      edits: fix.edits.map((edit) => ({ ...placeJson(edit.span, texts), text: edit.text })),
    })),
    related: problem.related.map((related) => ({ ...placeJson(related.span, texts), says: related.says })),
  };
}

export function dataProblemJson(problem: DataProblem): object {
  const { code, severity, file, row, column, title, headline, advice } = problem;
  return { code, severity, file, row, column, title, headline, advice };
}

function placeJson(span: Span, { textOf, shown }: Texts): object {
  const text = textOf(span.file);
  const start = positionAt(text, span.start);
  const end = positionAt(text, span.end);
  return {
    file: shown(span.file),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
