// A changed agreement, ready to run cases: as changed by a mutant, whichever agreement of the folder a case is about.
// Rule: the first few cases are interpreted, since most changes are noticed at once and a program is slow to make;
// the rest run on generated programs, one for the chosen readings and one for all others.

import { interpret } from "@avtal/compiler/interpret/interpret";
import { canonical } from "@avtal/compiler/ir/canonical";
import type { Program } from "@avtal/compiler/ir/ir";
import { select } from "@avtal/compiler/ir/select";
import { evaluatorFor } from "../../evaluator.ts";
import { optionsOf, type Case, type Evaluate } from "../run/run-scenario.ts";
import type { Mutant } from "./mutant.ts";

export interface ChangedAgreement {
  readonly program: Program;
  readonly evaluate: Evaluate;
}

/** Undefined for a case of an agreement that is not at hand. */
export type Changed = (one: Case) => ChangedAgreement | undefined;

/** Cases that are interpreted before a program is made. */
const interpreted = 3;

export function changedBy(mutant: Mutant, programs: ReadonlyMap<string, Program>): Changed {
  const changed = new Map<string, Program>();
  const evaluators = new Map<string, Evaluate>();
  const asked = new Map<string, number>();
  return (one) => {
    const { agreement } = one.scenario;
    const known = programs.get(agreement);
    if (known === undefined) return undefined;
    const program = changed.get(agreement) ?? mutant.change(known);
    changed.set(agreement, program);
    const count = asked.get(agreement) ?? 0;
    asked.set(agreement, count + 1);
    if (count < interpreted) return { program, evaluate: interpreterFor(one, program) };
    const key = `${agreement}\n${choicesText(one)}`;
    const evaluate = evaluators.get(key) ?? generatedFor(one, program);
    evaluators.set(key, evaluate);
    return { program, evaluate };
  };
}

function interpreterFor(one: Case, program: Program): Evaluate {
  const selected = select(program, optionsOf(one));
  return (columns, options) => interpret(selected, columns, options);
}

/** With the chosen readings worked in, which leaves a fraction of the program; whole for every other reading. */
function generatedFor(one: Case, program: Program): Evaluate {
  const { events, readings } = optionsOf(one);
  const isChosen = readings.size === 0;
  return evaluatorFor(isChosen ? select(program, { wording: null, readings, events }) : program).evaluate;
}

function choicesText(one: Case): string {
  const { events, readings } = optionsOf(one);
  return readings.size === 0 ? canonical([...events]) : "other readings";
}
