// Where a case is written, for those who open files: its own line of expectation, else the scenario's name.

import type { Span } from "@avtal/compiler/source";
import { positionAt } from "@avtal/compiler/source";
import type { CaseResult } from "../matrix/case-result.ts";

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `textOf` gives a scenario file's text, `shown` its path as the user would type it. */
export function placeOf(
  { of: { scenario, variant, wording }, mismatches }: CaseResult,
  textOf: (path: string) => string,
  shown: (path: string) => string,
): Place {
  const mismatch = mismatches.find(({ span }) => span !== null)?.span ?? null;
  const span: Span = mismatch ?? variant.expectations.get(wording)?.span ?? scenario.span;
  return { file: shown(span.file), ...positionAt(textOf(span.file), span.start) };
}
