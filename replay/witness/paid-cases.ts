// Cases that a rule may charge for: what the conditions of that rule and of those before it read, put together by lot.
// Rule: a rule that asks four things at once is not reached by changing one or two, so each rule gets a lot of its own.

import type { Program, Rule } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { breakpointsOf } from "./breakpoints.ts";
import { lot } from "./drawn-cases.ts";
import { absentFact, vocabularyOf, type Fact, type Shape } from "./episode-shapes.ts";
import type { Days } from "./ordinary-days.ts";
import type { Searching } from "./search.ts";
import { fewOf, longStay } from "./single-cases.ts";
import type { TrialCase } from "./trials.ts";

/** Of each rule, in the order of the rules; the more it asks, the more of them there are. */
export function casesOfRules(programs: readonly Program[], days: Days, searching: Searching): readonly TrialCase[] {
  const seen = new Set<string>();
  const cases: TrialCase[] = [];
  for (const rule of programs.flatMap(({ rules }) => rules)) {
    if (rule.purpose.kind !== "charge" || seen.has(rule.id)) continue;
    seen.add(rule.id);
    cases.push(...casesOf(rule, programs, days, searching));
  }
  return cases;
}

const casesOfARule = 300;
const seedOfLots = 20_211_101;

function casesOf(rule: Rule, programs: readonly Program[], days: Days, searching: Searching): readonly TrialCase[] {
  const choices = choicesOf(rule, programs, searching);
  const draw = lot(seedOfLots);
  const stays = [longStay(searching.points), 3, 2, 1];
  const around = days.ordinary.slice(0, 6);
  return Array.from({ length: casesOfARule }, (): TrialCase => {
    const odd = choices.flatMap(([code, facts]): [string, Fact][] => {
      const fact = draw([true, false, false]) === true ? draw(facts) : undefined;
      return fact === undefined ? [] : [[code, fact]];
    });
    const shape: Shape = { day: draw(around) ?? 0, stay: draw(stays) ?? 0, odd: new Map(odd) };
    return [shape];
  });
}

/** What else than the ordinary may stand in each fact that decides whether the rule takes a record and charges for it. */
function choicesOf(
  rule: Rule,
  programs: readonly Program[],
  { vocabulary }: Searching,
): readonly (readonly [string, readonly Fact[]])[] {
  const own = programs.map((program): Program => ({ ...program, rules: deciding(rule, program) }));
  const { others } = vocabularyOf(breakpointsOf(own));
  return [...others]
    .filter(([code]) => vocabulary.others.has(code))
    .map(([code, facts]) => [code, fewOf([...facts, vocabulary.ordinary.get(code) ?? absentFact])] as const)
    .sort(([a], [b]) => byCodePoint(a, b));
}

/** The rule, and those that may take its records before it. */
function deciding({ id }: Rule, { rules }: Program): readonly Rule[] {
  return rules.filter((rule) => rule.id === id || rule.insteadOf.includes(id));
}
