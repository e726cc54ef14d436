// The lines of each rule and statistic: what it must have, what it must not have, and nothing twice.
// Rule: this holds under every combination of readings, because any of them may be run.

import type { Document, GuardedLine, RuleText } from "../resolve/document.ts";
import { mayStandSeveralTimes, slotOf } from "../resolve/line-slots.ts";
import type { RuleLine } from "../syntax/ast.ts";
import { declarationOf, type Checking } from "./checking.ts";
import { combinations, combinationText, holds, type Combination } from "./guards.ts";
import { grainDiffers } from "./problems/grain-differs.ts";
import { lineDoesNotFit } from "./problems/line-does-not-fit.ts";
import { lineMissing } from "./problems/line-missing.ts";
import { lineMissingInReading } from "./problems/line-missing-in-reading.ts";
import { lineTwice } from "./problems/line-twice.ts";
import { lineTwiceInReading } from "./problems/line-twice-in-reading.ts";
import { roundedTwice } from "./problems/rounded-twice.ts";
import { roundingMissing } from "./problems/rounding-missing.ts";

type Line = GuardedLine<RuleLine>;
export type Purpose = "charge" | "noCharge" | "notModelled" | "statistic";

export function checkRuleLines(document: Document, checking: Checking): void {
  for (const rule of document.rules) {
    for (const slot of requiredSlots) checkRequired(slot, rule, checking);
    checkEachOnce(rule, checking);
    checkFitting(rule, checking);
    checkGrain(rule, checking);
  }
}

/** What a rule is for under one combination of readings. */
export function purposeOf(rule: RuleText, combination: Combination): Purpose {
  if (rule.statement.kind === "statistic") return "statistic";
  const stands = (kind: Purpose): boolean =>
    rule.lines.some(({ line, guard }) => line.kind === kind && holds(guard, combination));
  if (stands("noCharge")) return "noCharge";
  return stands("notModelled") ? "notModelled" : "charge";
}

/** A line that a rule needs, by its slot; a statistic needs at least one named figure. */
export type RequiredSlot = "scope" | "follows" | "per" | "payment" | "step belopp" | "round belopp" | "figure";

const requiredSlots: readonly RequiredSlot[] = [
  "scope",
  "follows",
  "per",
  "payment",
  "step belopp",
  "round belopp",
  "figure",
];

const neededFor: Readonly<Record<RequiredSlot, readonly Purpose[]>> = {
  scope: ["charge", "noCharge", "notModelled", "statistic"],
  follows: ["charge", "noCharge", "notModelled", "statistic"],
  per: ["charge", "statistic"],
  payment: ["charge"],
  "step belopp": ["charge"],
  "round belopp": ["charge"],
  figure: ["statistic"],
};

function checkRequired(slot: RequiredSlot, rule: RuleText, checking: Checking): void {
  const lines = rule.lines.filter(({ line }) => fills(line, slot));
  for (const combination of combinationsFor(rule, lines, checking)) {
    if (!neededFor[slot].includes(purposeOf(rule, combination))) continue;
    if (lines.some((line) => holds(line.guard, combination))) continue;
    if (slot === "round belopp" && !amountStands(rule, combination)) continue;
    reportMissing(slot, lines, rule, combination, checking);
    return;
  }
}

function amountStands(rule: RuleText, combination: Combination): boolean {
  return rule.lines.some(({ line, guard }) => fills(line, "step belopp") && holds(guard, combination));
}

function reportMissing(
  slot: RequiredSlot,
  lines: readonly Line[],
  rule: RuleText,
  combination: Combination,
  checking: Checking,
): void {
  if (lines.length > 0) {
    checking.report(lineMissingInReading({ rule, slot, standing: lines, combination: combinationText(combination) }));
  } else if (slot === "round belopp") {
    // A rounding of a misspelt name has been reported; it was probably meant for the amount.
    if (rule.lines.some(({ line }) => line.kind === "round" && declarationOf(line.name, checking) === undefined))
      return;
    checking.report(roundingMissing({ rule, amount: rule.lines.find(({ line }) => fills(line, "step belopp"))?.line }));
  } else checking.report(lineMissing({ rule, slot }));
}

function fills(line: RuleLine, slot: RequiredSlot): boolean {
  return slot === "figure" ? line.kind === "step" : slotOf(line) === slot;
}

/** Combinations of the readings that decide about these lines, among those under which the rule exists at all. */
function combinationsFor(rule: RuleText, lines: readonly Line[], checking: Checking): Combination[] {
  const purposes = rule.lines.filter(({ line }) => line.kind === "noCharge" || line.kind === "notModelled");
  const guards = [rule.guard, ...[...lines, ...purposes].map((line) => line.guard)];
  return combinations(guards, checking.documents).filter((combination) => holds(rule.guard, combination));
}

function checkEachOnce(rule: RuleText, checking: Checking): void {
  const bySlot = new Map<string, Line[]>();
  for (const line of rule.lines) {
    if (mayStandSeveralTimes(line.line) || line.line.kind === "nothing") continue;
    const slot = slotOf(line.line);
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), line]);
  }
  for (const lines of bySlot.values()) checkOnce(lines, rule, checking);
}

function checkOnce(lines: readonly Line[], rule: RuleText, checking: Checking): void {
  const combos = combinations([rule.guard, ...lines.map((line) => line.guard)], checking.documents);
  for (const combination of combos) {
    if (!holds(rule.guard, combination)) continue;
    const [first, second] = lines.filter((line) => holds(line.guard, combination));
    if (first === undefined || second === undefined) continue;
    const about = { rule, first: first.line, second: second.line };
    if (first.guard !== undefined || second.guard !== undefined) {
      checking.report(lineTwiceInReading({ ...about, combination: combinationText(combination) }));
    } else if (second.line.kind === "round") checking.report(roundedTwice(about));
    else if (second.line.kind !== "step") checking.report(lineTwice(about));
    return;
  }
}

function checkFitting(rule: RuleText, checking: Checking): void {
  for (const line of rule.lines) {
    for (const combination of combinationsFor(rule, [line], checking)) {
      if (!holds(line.guard, combination)) continue;
      const purpose = purposeOf(rule, combination);
      if (doesNotFit[purpose].includes(line.line.kind) || isAmountOf(line.line, purpose)) {
        checking.report(lineDoesNotFit({ rule, line: line.line, purpose }));
        break;
      }
    }
  }
}

const doesNotFit: Readonly<Record<Purpose, readonly RuleLine["kind"][]>> = {
  charge: ["triggers"],
  noCharge: ["per", "payment", "step", "when", "round", "invoicer", "triggers", "notModelled"],
  notModelled: ["per", "payment", "step", "when", "round", "invoicer", "triggers", "noCharge"],
  statistic: ["noCharge", "notModelled", "insteadOf", "onTopOf"],
};

function isAmountOf(line: RuleLine, purpose: Purpose): boolean {
  return purpose === "statistic" && line.kind === "step" && line.name.text === "belopp";
}

/** A rule looks at care episodes or at care days under all its readings; to change that is to write another rule. */
function checkGrain(rule: RuleText, checking: Checking): void {
  const scopes = rule.lines.flatMap(({ line }) => (line.kind === "scope" ? [line] : []));
  const first = scopes[0];
  const other = scopes.find((line) => line.scope.kind !== first?.scope.kind);
  if (first !== undefined && other !== undefined) checking.report(grainDiffers({ rule, first, other }));
}
