// The kinds of a rule's steps, as anything else in the rule reads them: after rounding.
// Rule: a step that leads back to itself is `unknown` here and said elsewhere; alternatives of one step are one kind.

import type { Document, GuardedLine, RuleText } from "../resolve/document.ts";
import type { RoundTo, RuleLine } from "../syntax/ast.ts";
import { unknown, type Checking, type StepKinds } from "./checking.ts";
import type { Kind } from "./kind.ts";
import { kindOf } from "./kind-of.ts";
import { kindChanges } from "./problems/kind-changes.ts";
import { roundingUnitOf } from "./rounding-unit.ts";
import { joined } from "./same-kind.ts";

export type StepLine = RuleLine & { readonly kind: "step" };
export type RoundLine = RuleLine & { readonly kind: "round" };

export function stepKindsOf(rule: RuleText, document: Document, checking: Checking): StepKinds {
  const found = new Map<string, Kind>();
  const underWay = new Set<string>();
  const steps: StepKinds = {
    kindOf(name) {
      const known = found.get(name);
      if (known !== undefined) return known;
      if (underWay.has(name)) return unknown;
      underWay.add(name);
      const kind = rounded(together(name, linesOfStep(rule, name), steps, checking), name, rule, document);
      underWay.delete(name);
      found.set(name, kind);
      return kind;
    },
  };
  return steps;
}

export function linesOfStep(rule: RuleText, name: string): GuardedLine<StepLine>[] {
  return rule.lines.flatMap(({ line, guard, scope }) =>
    line.kind === "step" && line.name.text === name ? [{ line, guard, scope }] : [],
  );
}

export function roundingsOf(rule: RuleText, name: string): GuardedLine<RoundLine>[] {
  return rule.lines.flatMap(({ line, guard, scope }) =>
    line.kind === "round" && line.name.text === name ? [{ line, guard, scope }] : [],
  );
}

function together(name: string, lines: readonly GuardedLine<StepLine>[], steps: StepKinds, checking: Checking): Kind {
  let kind: Kind = unknown;
  for (const { line, scope } of lines) {
    const home = checking.documents.get(scope);
    if (home === undefined) continue;
    const found = kindOf(line.value, { document: home, steps }, checking);
    const both = joined(kind, found);
    if (both === undefined) checking.report(kindChanges({ name, at: line.value.span, before: kind, now: found }));
    kind = both ?? kind;
  }
  return kind;
}

/** A rounding to whole units makes a step whole, where it stands under every reading. */
function rounded(kind: Kind, name: string, rule: RuleText, document: Document): Kind {
  if (kind.kind !== "quantity" || kind.whole) return kind;
  const lines = roundingsOf(rule, name).filter(({ line }) => givesWhole(line.to, kind));
  return { ...kind, whole: lines.some(({ guard }) => guard === undefined) || coversAllReadings(lines, document) };
}

function givesWhole(to: RoundTo, kind: Kind): boolean {
  if (to.kind === "whole") return roundingUnitOf(to.unit.text) !== undefined;
  const money = kind.kind === "quantity" && kind.dimension.money === 1;
  return to.count <= (money ? 2 : 0);
}

function coversAllReadings(lines: readonly GuardedLine<RoundLine>[], document: Document): boolean {
  const byQuestion = new Map<string, Set<string>>();
  for (const { guard } of lines) {
    if (guard === undefined || guard.document !== document.name) continue;
    const readings = byQuestion.get(guard.question) ?? new Set<string>();
    for (const reading of guard.readings) readings.add(reading);
    byQuestion.set(guard.question, readings);
  }
  return [...byQuestion].some(([question, readings]) =>
    document.questions.get(question)?.readings.every((reading) => readings.has(reading)),
  );
}
