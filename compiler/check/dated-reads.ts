// Which dated values an expression reads without saying on which day, directly and through what it names.
// Rule: `V vid D` says the day for V and for everything that V reads, so nothing under it is listed.

import type { ValueText } from "../resolve/document.ts";
import type { Expression, Name } from "../syntax/ast.ts";
import { declarationOf, type Checking } from "./checking.ts";
import { definitionsOf, idOf, isDefined } from "./definitions.ts";
import { subexpressions } from "./subexpressions.ts";

export interface DatedRead {
  /** `document.name` of the value. */
  readonly id: string;
  readonly text: ValueText;
  /** The name in the expression at hand through which it is read. */
  readonly through: Name;
}

export function datedReads(expression: Expression, checking: Checking): DatedRead[] {
  const found = new Map<string, DatedRead>();
  collect(expression, undefined, new Set(), found, checking);
  return [...found.values()];
}

function collect(
  expression: Expression,
  through: Name | undefined,
  seen: Set<string>,
  found: Map<string, DatedRead>,
  checking: Checking,
): void {
  if (expression.kind === "at") {
    // The day itself is an expression like any other; what is read on that day is settled.
    collect(expression.at, through, seen, found, checking);
    return;
  }
  if (expression.kind === "name") {
    const declaration = declarationOf(expression, checking);
    if (!isDefined(declaration)) return;
    const id = idOf(declaration);
    const at = through ?? expression;
    if (declaration.kind === "value") {
      const text = checking.documents.get(declaration.document)?.values.get(declaration.value.name.text);
      if (text !== undefined && !found.has(id)) found.set(id, { id, text, through: at });
    }
    if (seen.has(id) || declaration.kind === "measured") return;
    seen.add(id);
    for (const { value } of definitionsOf(declaration, checking.documents)) collect(value, at, seen, found, checking);
    return;
  }
  for (const child of subexpressions(expression)) collect(child, through, seen, found, checking);
}
