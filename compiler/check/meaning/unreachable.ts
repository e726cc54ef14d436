// Rules that no record can reach, whatever happens: never in force, a scope that contradicts itself, or always too late.
// Rule: said only when every case has been looked at and none of them gives the rule anything.

import type { Program, Rule } from "../../ir/ir.ts";
import type { Formula } from "./formula.ts";
import { effortFor, readingsIn, solve, type Search } from "./solve.ts";
import { takingIn, type Taking } from "./takes.ts";

export interface Unreachable {
  /** Its name; all versions and readings of it are out of reach. */
  readonly rule: string;
  readonly because:
    | { readonly kind: "neverInForce" | "scopeContradicts" }
    /** Names of the rules that together take everything before it. */
    | { readonly kind: "takenBefore"; readonly by: readonly string[] };
}

export function unreachableRules(program: Program): readonly Unreachable[] {
  const own = program.rules.filter(({ document }) => document === program.main);
  const names = [...new Set(own.map(({ name }) => name))];
  const looking: Looking = {
    ...takingIn(program, "any"),
    search: { readingsOf: readingsIn(program), wanted: 1, effort: effortFor(400_000) },
  };
  return names.flatMap((name) => {
    const reasons = own.filter((rule) => rule.name === name).map((rule) => outOfReach(rule, own, looking));
    const [because, ...others] = reasons;
    if (because === undefined || others.some((other) => other?.kind !== because.kind)) return [];
    return [{ rule: name, because }];
  });
}

interface Looking extends Taking {
  readonly search: Search;
}

function outOfReach(
  rule: Rule,
  own: readonly Rule[],
  { takes, inForce, search }: Looking,
): Unreachable["because"] | undefined {
  const isImpossible = (formula: Formula): boolean => solve(formula, search).kind === "impossible";
  if (isImpossible(inForce(rule))) return { kind: "neverInForce" };
  const taken = takes(rule);
  if (isImpossible(taken)) return { kind: "scopeContradicts" };
  const earlier = earlierRules(rule, own);
  const leaves = (before: readonly Rule[]): Formula => ({
    kind: "and",
    of: [taken, ...before.map((each): Formula => ({ kind: "not", of: takes(each) }))],
  });
  if (earlier.length === 0 || !isImpossible(leaves(earlier))) return undefined;
  const alone = earlier.find((each) => isImpossible(leaves([each])));
  const by = alone === undefined ? earlier : [alone];
  return { kind: "takenBefore", by: [...new Set(by.map(({ name }) => name))] };
}

/**
 * Rules that say that they stand before it, and leave nothing of what they take; others that come first meet it, which is
 * said elsewhere. A day rule takes days only, so an episode that comes after it may be free of them.
 */
function earlierRules(rule: Rule, own: readonly Rule[]): readonly Rule[] {
  if (rule.purpose.kind === "statistic" || rule.onTopOf.length > 0) return [];
  return own.filter(({ insteadOf, grain }) => {
    return insteadOf.includes(rule.id) && (grain.kind === "episode" || rule.grain.kind === "day");
  });
}
