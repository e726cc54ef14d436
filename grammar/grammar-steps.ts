// The grammar as steps from one token to the next: what each rule of the parser reads, and in which order it tries.
// Rule: made from the parser's own record of itself, so that nothing about the grammar is said twice.

import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
  type IProduction,
  type TokenType,
} from "chevrotain";
import { parserAtHand } from "./parser.ts";

/** What is done at a place of the grammar; `id` tells places apart. */
export type Step = Done & { readonly id: number };

type Done =
  | { readonly kind: "end" }
  | { readonly kind: "token"; readonly type: TokenType; readonly which: number; readonly next: Step }
  | { readonly kind: "rule"; readonly name: string; readonly next: Step }
  /** Several ways on, the one that the parser tries first before the others. */
  | { readonly kind: "choice"; readonly ways: readonly Step[] };

/** The first step of a rule of the grammar. */
export function stepsOf(rule: string): Step {
  const known = made.get(rule);
  if (known !== undefined) return known;
  const written = parserAtHand().getGAstProductions()[rule];
  if (written === undefined) throw new Error(`The grammar has no rule ${rule}`);
  const steps = inOrder(written.definition, end);
  made.set(rule, steps);
  return steps;
}

/** Every step of every rule. */
export function everyStep(): readonly Step[] {
  for (const rule of Object.keys(parserAtHand().getGAstProductions())) stepsOf(rule);
  return all;
}

const made = new Map<string, Step>();
const all: Step[] = [];
const end = numbered({ kind: "end" });

function inOrder(parts: readonly IProduction[], next: Step): Step {
  return parts.reduceRight((after, part) => stepFor(part, after), next);
}

function stepFor(part: IProduction, next: Step): Step {
  if (part instanceof Terminal) return numbered({ kind: "token", type: part.terminalType, which: part.idx, next });
  if (part instanceof NonTerminal) return numbered({ kind: "rule", name: part.nonTerminalName, next });
  if (part instanceof Alternation) return choice(part.definition.map((way) => stepFor(way, next)));
  if (part instanceof Alternative) return inOrder(part.definition, next);
  if (part instanceof Option) return choice([inOrder(part.definition, next), next]);
  if (part instanceof Repetition) return again(part.definition, next);
  if (part instanceof RepetitionMandatory) return inOrder(part.definition, again(part.definition, next));
  throw new Error("The grammar has a part of an unknown sort");
}

/** As often as it stands there: after each time the same choice stands again. */
function again(parts: readonly IProduction[], next: Step): Step {
  const ways: Step[] = [];
  const loop = choice(ways);
  ways.push(inOrder(parts, loop), next);
  return loop;
}

function choice(ways: readonly Step[]): Step {
  return numbered({ kind: "choice", ways });
}

function numbered(step: Done): Step {
  const made = { ...step, id: all.length };
  all.push(made);
  return made;
}
