// What one line of a rule is computed for: the keys after `per`, and what can stand alone beside them.
// Rule: in a group stand alone only keys, what derives from keys, steps and aggregates; where each group is one care
// episode, anything of the episode may.

import type { Declaration } from "../resolve/bindings.ts";
import type { Guard, RuleText } from "../resolve/document.ts";
import { written } from "../resolve/written.ts";
import type { Expression, Name, PerKey } from "../syntax/ast.ts";
import { declarationOf, type Checking } from "./checking.ts";
import { definitionsOf, idOf } from "./definitions.ts";
import { canMeet } from "./guards.ts";
import { subexpressions } from "./subexpressions.ts";

export interface Group {
  readonly keys: readonly PerKey[];
  /** `vårdtillfälle` is a key. */
  readonly perEpisode: boolean;
  /** The rule looks at days one by one. */
  readonly ofDays: boolean;
  /** What the rule follows: `månad` among the keys is its month. */
  readonly follows: readonly Name[];
}

/** The groups that a line under `guard` can be computed for: one for each `per` line that can stand beside it. */
export function groupsOf(rule: RuleText, guard: Guard | undefined, checking: Checking): Group[] {
  const beside = rule.lines.filter((line) => canMeet(line.guard, guard)).map(({ line }) => line);
  const ofDays = looksAtDays(rule, guard);
  const follows = beside.flatMap((line) => (line.kind === "follows" ? [line.date] : []));
  return beside.flatMap((line) => {
    if (line.kind !== "per") return [];
    const perEpisode = line.keys.some((key) => builtInOf(key.name, checking) === "episode");
    return [{ keys: line.keys, perEpisode, ofDays, follows }];
  });
}

/** True where the rule looks at days one by one; a rule that lost its line `gäller` may have meant either. */
export function looksAtDays(rule: RuleText, guard: Guard | undefined): boolean {
  const scopes = rule.lines.filter(({ line }) => line.kind === "scope");
  const beside = scopes.filter((scope) => canMeet(scope.guard, guard));
  return scopes.length === 0 || beside.some(({ line }) => line.kind === "scope" && line.scope.kind === "days");
}

/** True where a name alone has one value for the whole group. */
export function nameStandsAlone(name: Name, group: Group, checking: Checking, seen = new Set<string>()): boolean {
  const declaration = declarationOf(name, checking);
  if (declaration === undefined) return true;
  if (group.keys.some((key) => key.of === undefined && isSame(key.name, name, declaration, checking))) return true;
  switch (declaration.kind) {
    case "field":
      return group.perEpisode;
    case "term":
    case "condition":
      return group.perEpisode || definedByKeys(declaration, group, checking, seen);
    case "value":
      return definedByKeys(declaration, group, checking, seen);
    case "builtIn":
      return periodsAndDay.includes(declaration.builtIn) ? group.keys.some((key) => isPeriodKey(key, name)) : true;
    default:
      return true;
  }
}

/** `månad för utskrivningsdatum` stands alone where it is a key; else what it is an attribute of must. */
export function attributeIsKey(
  attribute: Extract<Expression, { kind: "attribute" }>,
  group: Group,
  checking: Checking,
): boolean {
  const declaration = declarationOf(attribute.name, checking);
  if (declaration === undefined) return true;
  const asked = declaration.kind === "builtIn" ? finerPeriods.get(declaration.builtIn) : undefined;
  return group.keys.some((key) => {
    const finer = asked?.includes(builtInOf(key.name, checking) ?? "") === true;
    if (!finer && !isSame(key.name, attribute.name, declaration, checking)) return false;
    const of = key.of === undefined ? group.follows : [key.of];
    return of.length > 0 && of.every((each) => written(each) === written(attribute.of));
  });
}

export function builtInOf(name: Name, checking: Checking): string | undefined {
  const declaration = declarationOf(name, checking);
  return declaration?.kind === "builtIn" ? declaration.builtIn : undefined;
}

/** A month lies in one quarter and one year, and so does a quarter in a year. */
const finerPeriods: ReadonlyMap<string, readonly string[]> = new Map([
  ["quarterOf", ["monthOf"]],
  ["yearOf", ["monthOf", "quarterOf"]],
]);

const periodsAndDay: readonly string[] = ["theDay", "monthOf", "quarterOf", "yearOf"];

function isPeriodKey(key: PerKey, name: Name): boolean {
  return key.name.text === name.text;
}

function definedByKeys(
  declaration: Extract<Declaration, { kind: "value" | "term" | "condition" }>,
  group: Group,
  checking: Checking,
  seen: Set<string>,
): boolean {
  const id = idOf(declaration);
  if (seen.has(id)) return true;
  seen.add(id);
  return definitionsOf(declaration, checking.documents).every(({ value }) => derives(value, group, checking, seen));
}

/** Everything that the expression reads has one value for the whole group. */
function derives(expression: Expression, group: Group, checking: Checking, seen: Set<string>): boolean {
  if (expression.kind === "name") return nameStandsAlone(expression, group, checking, seen);
  if (expression.kind === "aggregate") return false;
  if (expression.kind === "attribute" && attributeIsKey(expression, group, checking)) return true;
  return subexpressions(expression).every((child) => derives(child, group, checking, seen));
}

/** The same thing, though perhaps written with its document in one place. */
function isSame(key: Name, name: Name, declaration: Declaration, checking: Checking): boolean {
  const target = declarationOf(key, checking);
  if (target === undefined) return key.text === name.text;
  if (target.kind !== declaration.kind || key.text !== name.text) return false;
  const [a, b] = [target, declaration].map((each): string => ("document" in each ? each.document : ""));
  return a === b;
}
