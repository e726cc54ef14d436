// Definitions that lead back to themselves: values, measured values, terms, conditions, steps, and rules before rules.
// Rule: one problem for each circle, at the name that closes it, with the whole way round in the message.

import type { Document, Guard, RuleText } from "../resolve/document.ts";
import type { Expression, Name } from "../syntax/ast.ts";
import { declarationOf, type Checking } from "./checking.ts";
import { definitionsOf, idOf, isDefined, nameOf, type Defined } from "./definitions.ts";
import { canMeet } from "./guards.ts";
import { circularDefinition } from "./problems/circular-definition.ts";
import { circularRules } from "./problems/circular-rules.ts";
import { linesOfStep } from "./step-kinds.ts";
import { within } from "./subexpressions.ts";

export function checkCircles(among: readonly Document[], checking: Checking): void {
  const done = new Set<string>();
  for (const document of among) {
    for (const declaration of definedIn(document)) follow(declaration, [], done, checking);
    for (const rule of document.rules) checkSteps(rule, checking);
    checkPrecedence(document, checking);
  }
}

function definedIn(document: Document): Defined[] {
  const home = document.name;
  const firsts = <T>(map: ReadonlyMap<string, readonly T[]>): T[] =>
    [...map.values()].flatMap((all) => all.slice(0, 1));
  return [
    ...[...document.values.values()].map(({ statement }): Defined => ({
      kind: "value",
      document: home,
      value: statement,
    })),
    ...firsts(document.measured).map(({ it }): Defined => ({ kind: "measured", document: home, measured: it })),
    ...firsts(document.terms).map(({ it }): Defined => ({ kind: "term", document: home, term: it })),
    ...firsts(document.conditions).map(({ statement }): Defined => ({
      kind: "condition",
      document: home,
      condition: statement,
    })),
  ];
}

interface OnTheWay {
  readonly id: string;
  readonly name: string;
}

function follow(declaration: Defined, way: readonly OnTheWay[], done: Set<string>, checking: Checking): void {
  const id = idOf(declaration);
  if (done.has(id)) return;
  const here = [...way, { id, name: nameOf(declaration).text }];
  for (const { value } of definitionsOf(declaration, checking.documents)) {
    for (const { name, declaration: read } of readsOf(value, checking)) {
      const met = here.findIndex((each) => each.id === idOf(read));
      if (met < 0) follow(read, here, done, checking);
      else checking.report(circularDefinition({ name, way: here.slice(met).map((each) => each.name) }));
    }
  }
  done.add(id);
}

function readsOf(value: Expression, checking: Checking): { readonly name: Name; readonly declaration: Defined }[] {
  return [...within(value)].flatMap((part) => {
    const declaration = part.kind === "name" ? declarationOf(part, checking) : undefined;
    return part.kind === "name" && isDefined(declaration) ? [{ name: part, declaration }] : [];
  });
}

function checkSteps(rule: RuleText, checking: Checking): void {
  const done = new Set<string>();
  const visit = (step: string, guard: Guard | undefined, way: readonly string[]): void => {
    if (done.has(step)) return;
    const here = [...way, step];
    for (const { line, guard: own } of linesOfStep(rule, step)) {
      if (!canMeet(guard, own)) continue;
      for (const part of within(line.value)) {
        if (part.kind !== "name" || declarationOf(part, checking)?.kind !== "step") continue;
        const met = here.indexOf(part.text);
        if (met < 0) visit(part.text, own ?? guard, here);
        else checking.report(circularDefinition({ name: part, way: here.slice(met) }));
      }
    }
    if (guard === undefined) done.add(step);
  };
  for (const { line } of rule.lines) if (line.kind === "step") visit(line.name.text, undefined, []);
}

/** `i stället för` must not lead back: neither rule would come before the other. */
function checkPrecedence(document: Document, checking: Checking): void {
  const before = new Map<string, { readonly rule: Name; readonly guard: Guard | undefined }[]>();
  for (const rule of document.rules) {
    for (const { line, guard } of rule.lines) {
      if (line.kind !== "insteadOf" && line.kind !== "onTopOf") continue;
      const own = line.rules.map((name) => ({ rule: name, guard: guard ?? rule.guard }));
      before.set(rule.name, [...(before.get(rule.name) ?? []), ...own]);
    }
  }
  const done = new Set<string>();
  const visit = (rule: string, guard: Guard | undefined, way: readonly string[]): void => {
    if (done.has(rule)) return;
    const here = [...way, rule];
    for (const { rule: next, guard: own } of before.get(rule) ?? []) {
      if (!canMeet(guard, own)) continue;
      const met = here.indexOf(next.text);
      if (met < 0) visit(next.text, own ?? guard, here);
      else checking.report(circularRules({ name: next, way: here.slice(met) }));
    }
    if (guard === undefined) done.add(rule);
  };
  for (const rule of document.rules) visit(rule.name, undefined, []);
}
