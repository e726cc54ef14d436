// Every scenario in every wording of its agreement: what came out, and whether that is as it should be.
// Rule: what a scenario states is held against that; else the outcome file decides; else the wording before.

import type { Program } from "@avtal/compiler/ir/ir";
import type { Words } from "@avtal/compiler/problem";
import { caseTrace } from "../run/case-trace.ts";
import { outcomeText } from "../run/outcome-text.ts";
import type { Case, Outcome } from "../run/run-scenario.ts";
import { generatedTarget, runOnTargets, type Differing, type Targets } from "../run/targets.ts";
import { mismatchesOf } from "../compare/expectation.ts";
import { same, type Mismatch } from "../compare/mismatch.ts";
import { wordingsOf } from "../hold/wordings.ts";
import { noMemory, type Memory } from "../remembered/memory.ts";
import { inForceWording, type Expectation, type Scenario, type Variant } from "../scenario.ts";
import { caseName, isPassed, isStopText, sumOfText, type CaseResult, type Status } from "./case-result.ts";
import type { RecordedOutcome } from "./outcome-file.ts";

/** The targets of each agreement, made when they are first needed. */
export function targetsByAgreement(
  programs: ReadonlyMap<string, Program>,
  targetsFor: (program: Program) => Targets = generatedTarget,
): (agreement: string) => Targets {
  const made = new Map<string, Targets>();
  return (agreement) => {
    const program = programs.get(agreement);
    if (program === undefined) throw new Error(`A scenario of ${agreement} was held against no program.`);
    const targets = made.get(agreement) ?? targetsFor(program);
    made.set(agreement, targets);
    return targets;
  };
}

/** All cases of a scenario; `recorded` is what its outcome file keeps of it, `memory` what earlier runs found. */
export function resultsOf(
  scenario: Scenario,
  targets: Targets,
  recorded: readonly RecordedOutcome[],
  memory: Memory = noMemory,
): CaseResult[] {
  const kept = new Map(recorded.map((one) => [one.wording, one.outcome]));
  return scenario.variants.flatMap((variant) => variantResults(scenario, variant, { ...targets, memory }, kept));
}

/** The wordings that a variant runs in: all that the agreement has, and in force where that is asked. */
export function casesOf(scenario: Scenario, variant: Variant, program: Program): Case[] {
  const inForce = variant.expectations.has(inForceWording) ? [inForceWording] : [];
  return [...wordingsOf(program), ...inForce].map((wording) => ({ scenario, variant, wording }));
}

function variantResults(
  scenario: Scenario,
  variant: Variant,
  targets: RememberingTargets,
  kept: ReadonlyMap<string, string>,
): CaseResult[] {
  let before: Before | null = null;
  return casesOf(scenario, variant, targets.program).map((one) => {
    const result: CaseResult = caseResult(one, targets, kept.get(caseName(one)) ?? null, before);
    before = { outcome: result.yardstick ?? result.text.sv, isReviewed: result.status !== "new" };
    return result;
  });
}

/** Targets, and what earlier runs on them found. */
interface RememberingTargets extends Targets {
  readonly memory: Memory;
}

/** What the wording before should give, and whether anybody has said so. */
interface Before {
  readonly outcome: string;
  readonly isReviewed: boolean;
}

/** What passes is taken from an earlier run where one knows it; what does not is run, so that it has its trace. */
function caseResult(one: Case, targets: RememberingTargets, kept: string | null, before: Before | null): CaseResult {
  const known = targets.memory.recall(one, targets.program);
  const passed = known === undefined ? undefined : rememberedResult(one, known, kept, before);
  return passed ?? ranResult(one, targets, kept, before);
}

/** Undefined where the outcome is not what it should be. */
function rememberedResult(one: Case, text: Words, kept: string | null, before: Before | null): CaseResult | undefined {
  const expectation = one.variant.expectations.get(one.wording);
  const judged: Judged =
    expectation === undefined
      ? heldAgainstReview({ text, disagreements: [] }, kept, before)
      : { status: "held", yardstick: null, mismatches: [], more: moreThanExpected(expectation, text.sv) };
  return isPassed(judged) ? { of: one, text, ...judged, trace: [], isRemembered: true } : undefined;
}

function ranResult(one: Case, targets: RememberingTargets, kept: string | null, before: Before | null): CaseResult {
  const { outcome, differing } = runOnTargets(one, targets);
  const text = outcomeText(outcome, targets.program);
  const disagreements = differing.map((other) => disagreement(other, text, targets.program));
  const came: Came = { outcome, text, disagreements };
  const expectation = one.variant.expectations.get(one.wording);
  const judged =
    expectation === undefined ? heldAgainstReview(came, kept, before) : heldAgainst(expectation, came, targets.program);
  const hasPassed = isPassed(judged);
  if (expectation === undefined || hasPassed) targets.memory.learn(one, targets.program, text);
  const trace = hasPassed ? [] : caseTrace(one, outcome, targets.program);
  return { of: one, text, ...judged, trace, isRemembered: false };
}

interface Came {
  readonly outcome: Outcome;
  /** The outcome in short. */
  readonly text: Words;
  /** What other targets make of the case. */
  readonly disagreements: readonly Mismatch[];
}

type Judged = Pick<CaseResult, "status" | "yardstick" | "mismatches" | "more">;

/** The scenario says what must come out. */
function heldAgainst(expectation: Expectation, { outcome, text, disagreements }: Came, program: Program): Judged {
  const mismatches = [...mismatchesOf(expectation, outcome, program), ...disagreements];
  const status: Status = mismatches.length === 0 ? "held" : "failed";
  return { status, yardstick: null, mismatches, more: moreThanExpected(expectation, text.sv) };
}

/** The outcome file or the wording before says it, or nobody has. */
function heldAgainstReview(
  { text, disagreements }: Pick<Came, "text" | "disagreements">,
  kept: string | null,
  before: Before | null,
): Judged {
  const follows = before?.outcome === text.sv;
  const yardstick = kept ?? (before?.isReviewed === true || follows ? (before?.outcome ?? null) : null);
  const isSame = yardstick === text.sv;
  const status: Status =
    yardstick === null ? "new" : kept === null ? (isSame ? "followed" : "moved") : isSame ? "kept" : "changed";
  const mismatches = [...(yardstick === null || isSame ? [] : [otherOutcome(yardstick, text)]), ...disagreements];
  return { status, yardstick, mismatches, more: moreThan(yardstick, text.sv) };
}

function otherOutcome(yardstick: string, actual: Mismatch["actual"]): Mismatch {
  return { about: { sv: "utfall", en: "outcome" }, expected: same(yardstick), actual, span: null };
}

function disagreement(
  { target, parts, outcome }: Differing,
  yardstick: Mismatch["expected"],
  program: Program,
): Mismatch {
  return {
    about: {
      sv: `${target} är oense med tolken om ${parts.join(", ")}`,
      en: `${target} disagrees with the interpreter on ${parts.join(", ")}`,
    },
    expected: yardstick,
    actual: outcomeText(outcome, program),
    span: null,
  };
}

function moreThanExpected({ lines }: Expectation, text: string): bigint | null {
  const actual = sumOfText(text);
  if (lines === null || actual === undefined) return null;
  const expected = lines.reduce((sum, { amount, count }) => sum + amount.exact.over * BigInt(count), 0n);
  return lines.every(({ amount }) => amount.exact.under === 1n) ? actual - expected : null;
}

function moreThan(yardstick: string | null, text: string): bigint | null {
  if (yardstick === text) return isStopText(text) ? null : 0n;
  const [before, after] = [yardstick === null ? undefined : sumOfText(yardstick), sumOfText(text)];
  return before === undefined || after === undefined ? null : after - before;
}
