// Which line of a rule's conditions is no, as a number: the first one, innermost first, as `runtime/failing-line.ts` tells.
// Rule: the same number always means the same line, so that what is said of it is looked up once; 0 where none is no.

import type { Requirement, Rule, Term } from "../../../ir/ir.ts";
import { conditional, number, type Code } from "../code.ts";
import { guardCode, numberCode, type Place } from "../expression-code.ts";
import { placeIn } from "../term-code.ts";
import type { Scope } from "./scope.ts";
import { allOf, booleanOf, noOf } from "./truths.ts";
import { firstThatHolds } from "./without-branches.ts";

export function failingLine(rule: Rule, place: Place, scope: Scope): Code {
  const lines = linesWithin(rule.requires, place, scope, []);
  const told = lines.every(({ isTold }) => isTold) ? firstThatHolds(lines.map(({ fails }) => fails)) : null;
  if (told !== null) return told;
  return lines.reduceRight<Code>((otherwise, line, index) => {
    const told = number(line.isTold ? index + 1 : notTold);
    return line.fails.kind === "word" && line.fails.word === "false"
      ? otherwise
      : conditional(line.fails, told, otherwise);
  }, number(0));
}

/** A line is no, and only the general way can tell what is said of it. */
export const notTold = -1;

interface Line {
  readonly fails: Code;
  /** False where it asks for a condition whose lines depend on the day. */
  readonly isTold: boolean;
}

/** The lines in their order, each line that asks for a condition and nothing else as the lines of that condition. */
function linesWithin(
  lines: readonly Requirement[],
  place: Place,
  scope: Scope,
  around: readonly Code[],
): readonly Line[] {
  const { emission } = scope.kernel;
  return lines.flatMap((line): readonly Line[] => {
    const guard = guardCode(line.guard, place, emission);
    const stands = guard === null ? around : [...around, booleanOf(guard, scope)];
    const asked = askedCondition(line, scope);
    const only = asked === null ? null : onlyLines(asked);
    if (asked !== null && only !== null) {
      return linesWithin(only, placeIn(asked.document, emission), scope, stands);
    }
    const fails = allOf([...stands, noOf(numberCode(line.condition, place, emission), scope)]);
    return [{ fails, isTold: asked === null }];
  });
}

/** The condition that a line asks for and nothing else. */
function askedCondition({ condition }: Requirement, { kernel }: Scope): Term | null {
  if (condition.kind !== "term" || condition.at !== null) return null;
  const term = kernel.emission.term(condition.term);
  return term.definitions.some(({ by }) => by.some(({ it }) => it.kind === "condition")) ? term : null;
}

/** The lines of a condition that has one definition, whatever the day and the readings. */
function onlyLines({ definitions }: Term): readonly Requirement[] | null {
  const [definition, ...later] = definitions;
  const [body, ...others] = definition?.by ?? [];
  if (definition === undefined || body === undefined || later.length > 0 || others.length > 0) return null;
  if (definition.from !== null || body.guard !== null || body.it.kind !== "condition") return null;
  return body.it.lines;
}
