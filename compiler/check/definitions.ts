// Everything that a name is defined by: each version, reading, row and line, with the document whose names it uses.
// Rule: all alternatives count, whichever is chosen, because any of them may be run.

import type { Declaration } from "../resolve/bindings.ts";
import type { Days, Document, Documents, Guard } from "../resolve/document.ts";
import type { Expression, Name, ValueRow } from "../syntax/ast.ts";

export interface Definition {
  readonly value: Expression;
  /** Whose names the expression uses. */
  readonly home: Document;
  readonly guard: Guard | undefined;
  readonly days: Days;
}

/** The declarations that are defined by expressions. */
export type Defined = Extract<Declaration, { kind: "value" | "measured" | "term" | "condition" }>;

export function isDefined(declaration: Declaration | undefined): declaration is Defined {
  return (
    declaration?.kind === "value" ||
    declaration?.kind === "measured" ||
    declaration?.kind === "term" ||
    declaration?.kind === "condition"
  );
}

/** `document.name`. */
export function idOf(declaration: Defined): string {
  return `${declaration.document}.${nameOf(declaration).text}`;
}

export function nameOf(declaration: Defined): Name {
  switch (declaration.kind) {
    case "value":
      return declaration.value.name;
    case "measured":
      return declaration.measured.name;
    case "term":
      return declaration.term.name;
    case "condition":
      return declaration.condition.name;
  }
}

/** What the declaration is defined by; for a value also what its table depends on. */
export function definitionsOf(declaration: Defined, documents: Documents): Definition[] {
  const home = documents.get(declaration.document);
  if (home === undefined) return [];
  const name = nameOf(declaration).text;
  switch (declaration.kind) {
    case "value":
      return valueDefinitions(name, home);
    case "measured":
      return (home.measured.get(name) ?? []).flatMap(({ it, guard, days }) => [
        { value: it.formula, home, guard, days },
        ...(it.fixed.kind === "fixed" ? [{ value: it.fixed.value, home, guard, days }] : []),
      ]);
    case "term":
      return (home.terms.get(name) ?? []).map(({ it, guard, days }) => ({ value: it.definition, home, guard, days }));
    case "condition":
      return (home.conditions.get(name) ?? []).flatMap(({ lines, days, guard: whole }) =>
        lines.flatMap(({ line, guard, scope }) => {
          if (line.kind === "nothing") return [];
          return [{ value: line.condition, home: documents.get(scope) ?? home, guard: guard ?? whole, days }];
        }),
      );
  }
}

function valueDefinitions(name: string, home: Document): Definition[] {
  const text = home.values.get(name);
  if (text === undefined) return [];
  const always: Days = { from: undefined, until: undefined };
  const picks = text.statement.dependsOn.map((value) => ({ value, home, guard: text.guard, days: always }));
  const cells = text.rows.flatMap(({ it, guard, days }) =>
    cellsOf(it).map((value) => ({ value, home, guard: guard ?? text.guard, days })),
  );
  return [...picks, ...cells];
}

/** The cells of a row that hold something; `saknas` holds nothing. */
export function cellsOf(row: ValueRow): Expression[] {
  const cells = row.content.kind === "cell" ? [row.content.cell] : row.content.rows.map((each) => each.cell);
  return cells.flatMap((cell) => (cell.kind === "notKnown" ? [] : [cell]));
}
