// What is being found out while names are bound, and where a name stands that is looked up.

import type { Problem } from "../problem.ts";
import type { Name } from "../syntax/ast.ts";
import type { Declaration } from "./bindings.ts";
import type { Documents, Guard } from "./document.ts";
import type { Scope, Thing } from "./scope.ts";

export interface Binder {
  readonly documents: Documents;
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly targetOf: Map<Name, Declaration>;
  readonly problems: Problem[];
  /** Documents that were said to be missing after `använder`, each with the one that lacks it. */
  readonly notUsed: Set<string>;
}

/** Where a name stands. */
export interface Place {
  readonly scope: Scope;
  /** The reading under which the line stands. */
  readonly guard: Guard | undefined;
  /** The steps of the rule around it, by name; undefined outside rules. */
  readonly steps: ReadonlyMap<string, Thing> | undefined;
  /** The same where they cannot be read yet: in what is decided record by record. */
  readonly laterSteps?: ReadonlyMap<string, Thing> | undefined;
}

export function bind(name: Name, target: Declaration, binder: Binder): void {
  binder.targetOf.set(name, target);
}

/** The steps of a rule in all its versions and readings, those that it takes over among them. */
export function stepsOf(rule: string, { document }: Scope): ReadonlyMap<string, Thing> {
  const steps = new Map<string, Thing>();
  for (const text of document.rules) {
    if (text.name !== rule) continue;
    for (const { line, guard, scope } of text.lines) {
      if (line.kind !== "step" || line.name.text === "") continue;
      const { text: name } = line.name;
      const known = steps.get(name);
      if (known !== undefined) steps.set(name, { ...known, guards: [...known.guards, guard] });
      else steps.set(name, { name, declaration: { kind: "step", document: scope, step: line }, guards: [guard] });
    }
  }
  for (const { statements } of document.files) {
    for (const it of statements) {
      if ((it.kind !== "rule" && it.kind !== "statistic") || it.name.text !== rule) continue;
      for (const line of it.lines) {
        if (line.kind !== "step" || steps.has(line.name.text)) continue;
        const declaration = { kind: "step" as const, document: document.name, step: line };
        steps.set(line.name.text, { name: line.name.text, declaration, guards: [undefined] });
      }
    }
  }
  return steps;
}
