// Holds an outcome against what is expected of it: every part that is said, and nothing that is not.
// Rule: exact; where nothing but steps or triggers is said, lines and undecided episodes are not looked at.

import type { Program } from "@avtal/compiler/ir/ir";
import type { Completed, Evaluation } from "@avtal/runtime/result";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Expectation, ExpectedStop } from "../scenario.ts";
import { outcomeText } from "../run/outcome-text.ts";
import type { Outcome } from "../run/run-scenario.ts";
import { notChargedMismatches, refusedMismatches, undecidedMismatches } from "./fates.ts";
import { lineMismatches } from "./lines.ts";
import { same, type Mismatch } from "./mismatch.ts";
import { stepMismatches } from "./steps.ts";

export function mismatchesOf(expectation: Expectation, outcome: Outcome, program: Program): Mismatch[] {
  const { evaluation, refused } = outcome;
  const ofRefused = refusedMismatches(expectation, refused);
  if (expectation.stopped !== null) return [...stopMismatches(expectation.stopped, outcome, program), ...ofRefused];
  if (evaluation.kind === "stopped") return [unexpectedStop(expectation, outcome, program)];
  const isStrict = !onlyFigures(expectation);
  const lines = expectation.lines ?? (isStrict ? [] : null);
  return [
    ...(lines === null ? [] : lineMismatches(lines, expectation, evaluation)),
    ...expectation.steps.flatMap((step) => stepMismatches(step, evaluation)),
    ...undecidedMismatches(expectation, evaluation, program, isStrict),
    ...notChargedMismatches(expectation, evaluation),
    ...(isStrict ? ofRefused : []),
    ...triggerMismatches(expectation, evaluation),
  ];
}

/** Nothing is said but steps and triggers. */
function onlyFigures({ lines, undecided, notCharged, refused }: Expectation): boolean {
  return lines === null && undecided === null && notCharged === null && refused === null;
}

function stopMismatches(expected: ExpectedStop, outcome: Outcome, program: Program): Mismatch[] {
  const actual = stoppedFor(outcome.evaluation, program);
  if (actual === expected.value) return [];
  return [
    {
      about: { sv: "stoppat", en: "stopped" },
      expected: same(expected.value),
      actual: outcomeText(outcome, program),
      span: expected.span,
    },
  ];
}

function stoppedFor(evaluation: Evaluation, { main }: Program): string | undefined {
  if (evaluation.kind !== "stopped") return undefined;
  return evaluation.document === main ? evaluation.value : `${evaluation.document}.${evaluation.value}`;
}

function unexpectedStop({ span }: Expectation, outcome: Outcome, program: Program): Mismatch {
  return {
    about: { sv: "körningen", en: "the run" },
    expected: { sv: "går till slut", en: "comes to its end" },
    actual: outcomeText(outcome, program),
    span,
  };
}

function triggerMismatches({ triggers, span }: Expectation, { figures }: Completed): Mismatch[] {
  if (triggers === null) return [];
  const actual = figures.flatMap(({ triggers: led }) => led ?? []).sort(byCodePoint);
  if (actual.join("\n") === triggers.join("\n")) return [];
  const shown = (words: readonly string[]): Mismatch["expected"] =>
    words.length === 0 ? { sv: "inget", en: "nothing" } : same(words.join("; "));
  return [{ about: { sv: "utlöser", en: "triggers" }, expected: shown(triggers), actual: shown(actual), span }];
}
