// Walks every statement of every document, so that each expression has a kind.
// Rule: whatever the parser kept gets an entry, whichever reading or amendment it belongs to.

import type { Document, RuleText } from "../resolve/document.ts";
import type { Expression, PerKey, RuleLine } from "../syntax/ast.ts";
import { declarationOf, unknown, type Checking, type Place } from "./checking.ts";
import { kindOf } from "./kind-of.ts";
import { attributeKind } from "./kind-of-attribute.ts";
import { measuredKind, termKind, valueKind } from "./kind-of-declared.ts";
import { needCondition, needDate } from "./needed-kind.ts";
import { stepKindsOf } from "./step-kinds.ts";

export function kindsOfDocument(document: Document, checking: Checking): void {
  const place: Place = { document, steps: undefined };
  for (const { statement } of document.values.values()) {
    valueKind(document.name, statement, checking);
    for (const expression of statement.dependsOn) kindOf(expression, place, checking);
  }
  for (const versions of document.measured.values()) {
    for (const { it } of versions) measuredKind(document.name, it, checking);
  }
  for (const versions of document.terms.values()) {
    for (const { it } of versions) termKind(document.name, it, checking);
  }
  for (const versions of document.conditions.values()) {
    for (const { lines } of versions) {
      for (const { line, scope } of lines) {
        const home = checking.documents.get(scope) ?? document;
        if (line.kind !== "nothing") requirement(line.condition, { document: home, steps: undefined }, checking);
      }
    }
  }
  for (const rule of document.rules) kindsOfRule(rule, document, checking);
}

function kindsOfRule(rule: RuleText, document: Document, checking: Checking): void {
  const steps = stepKindsOf(rule, document, checking);
  for (const { line, scope } of rule.lines) {
    const home = checking.documents.get(scope) ?? document;
    if (line.kind === "step") steps.kindOf(line.name.text);
    else kindsOfLine(line, { document: home, steps }, checking);
  }
}

function kindsOfLine(line: RuleLine, place: Place, checking: Checking): void {
  switch (line.kind) {
    case "scope":
      if (line.scope.kind === "days") {
        needDate(line.scope.from.at, place, checking);
        needDate(line.scope.to.at, place, checking);
      }
      if (line.scope.where !== undefined) needCondition(line.scope.where, place, checking);
      return;
    case "requires":
      return requirement(line.condition, place, checking);
    case "follows":
      return needDate(line.date, place, checking, true);
    case "per":
      for (const key of line.keys) kindOfKey(key, place, checking);
      return;
    case "payment":
      kindOf(line.from, place, checking, { kind: "payer", register: undefined });
      kindOf(line.to, place, checking);
      return;
    case "invoicer":
      kindOf(line.by, place, checking);
      return;
    case "when":
      return needCondition(line.condition, place, checking);
    default:
      return;
  }
}

/** A key alone is a name or a period of the rule's own date; with `för` it is an attribute like any other. */
function kindOfKey(key: PerKey, place: Place, checking: Checking): void {
  if (key.of !== undefined) attributeKind({ ...key, kind: "attribute", of: key.of }, place, checking);
  else if (declarationOf(key.name, checking)?.kind !== "builtIn") kindOf(key.name, place, checking);
}

/** `krävs A om C`: required only where C holds, so here `om` may stand without `annars`. */
function requirement(condition: Expression, place: Place, checking: Checking): void {
  if (condition.kind !== "if" || condition.otherwise !== undefined) return needCondition(condition, place, checking);
  needCondition(condition.then, place, checking);
  needCondition(condition.condition, place, checking);
  checking.kindOf.set(condition, condition.condition.kind === "missing" ? unknown : { kind: "condition" });
}
