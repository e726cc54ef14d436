// Every expression that a document holds, with the home of its names and, in a rule, the line it stands in.
// Rule: each once per place where it stands; the parts inside an expression are not listed by themselves.

import type { Document, Documents, Guard, GuardedLine, RuleText } from "../resolve/document.ts";
import type { Expression, RuleLine } from "../syntax/ast.ts";
import { cellsOf } from "./definitions.ts";

export interface Standing {
  readonly expression: Expression;
  /** Whose names it uses. */
  readonly home: Document;
  readonly guard: Guard | undefined;
  readonly rule: { readonly text: RuleText; readonly line: RuleLine } | undefined;
}

export function allExpressions(document: Document, documents: Documents): readonly Standing[] {
  const known = knownExpressions.get(documents) ?? new Map<Document, readonly Standing[]>();
  knownExpressions.set(documents, known);
  const standing = known.get(document) ?? [...expressionsOf(document, documents)];
  known.set(document, standing);
  return standing;
}

/** Several questions ask for the same list; documents never change once they are put together. */
const knownExpressions = new WeakMap<Documents, Map<Document, readonly Standing[]>>();

function* expressionsOf(document: Document, documents: Documents): Generator<Standing> {
  const own = { home: document, rule: undefined };
  for (const { statement, guard, rows } of document.values.values()) {
    for (const expression of statement.dependsOn) yield { ...own, expression, guard };
    for (const row of rows) {
      for (const expression of cellsOf(row.it)) yield { ...own, expression, guard: row.guard ?? guard };
    }
  }
  for (const versions of document.measured.values()) {
    for (const { it, guard } of versions) {
      yield { ...own, expression: it.formula, guard };
      if (it.fixed.kind === "fixed") yield { ...own, expression: it.fixed.value, guard };
    }
  }
  for (const versions of document.terms.values()) {
    for (const { it, guard } of versions) yield { ...own, expression: it.definition, guard };
  }
  for (const versions of document.conditions.values()) {
    for (const { lines, guard: whole } of versions) {
      for (const { line, guard, scope } of lines) {
        if (line.kind === "nothing") continue;
        const home = documents.get(scope) ?? document;
        yield { expression: line.condition, home, guard: guard ?? whole, rule: undefined };
      }
    }
  }
  for (const text of document.rules) {
    for (const line of text.lines) yield* ofRuleLine(line, text, documents.get(line.scope) ?? document);
  }
}

/** The expressions of one line, in written order. */
export function expressionsOfLine(line: RuleLine): readonly Expression[] {
  switch (line.kind) {
    case "scope": {
      const ends = line.scope.kind === "days" ? [line.scope.from.at, line.scope.to.at] : [];
      return line.scope.where === undefined ? ends : [...ends, line.scope.where];
    }
    case "requires":
    case "when":
      return [line.condition];
    case "follows":
      return [line.date];
    case "per":
      return line.keys.flatMap((key) => (key.of === undefined ? [] : [key.of]));
    case "payment":
      return [line.from, line.to];
    case "step":
      return [line.value];
    case "invoicer":
      return [line.by];
    default:
      return [];
  }
}

function* ofRuleLine({ line, guard }: GuardedLine<RuleLine>, text: RuleText, home: Document): Generator<Standing> {
  for (const expression of expressionsOfLine(line)) {
    yield { expression, home, guard: guard ?? text.guard, rule: { text, line } };
  }
}
