// What becomes of the mutants that no scenario notices: a scenario that would, or a proof that none could.
// Rule: only a proof sets a mutant apart; one for which neither is found counts as one that can matter.

import type { Program } from "@avtal/compiler/ir/ir";
import type { Words } from "@avtal/compiler/problem";
import type { RunOptions } from "@avtal/runtime/result";
import { scenarioTexts } from "../../witness/scenario.ts";
import type { Side, WitnessLimits } from "../../witness/verdict.ts";
import { witness } from "../../witness/witness.ts";
import type { Mutant } from "./mutant.ts";
import type { TriedMutant } from "./run-mutants.ts";

export type Survivor = { readonly mutant: Mutant } &
  /** A case that comes out otherwise: a scenario file that passes as the agreement stands. */
  (
    | { readonly kind: "missed"; readonly scenario: string }
    /** No case can come out otherwise. */
    | { readonly kind: "same"; readonly because: readonly Words[] }
    /** No such case was found, and no proof that there is none. */
    | { readonly kind: "unknown"; readonly because: readonly Words[] }
  );

export interface Mutation {
  readonly mutants: number;
  readonly noticed: number;
  readonly survivors: readonly Survivor[];
}

/** Small enough for a hundred survivors in a minute or two. */
export const survivorLimits: WitnessLimits = { episodes: 4, cases: 1_500, figures: "compared" };

export function mutationOf(
  tried: readonly TriedMutant[],
  programs: ReadonlyMap<string, Program>,
  limits: WitnessLimits,
): Mutation {
  const open = tried.filter(({ noticedBy }) => noticedBy === null);
  return {
    mutants: tried.length,
    noticed: tried.length - open.length,
    survivors: open.map(({ mutant }) => survivor(mutant, programs, limits)),
  };
}

/** Per cent of the mutants that can matter, rounded down; 100 where there is none. */
export function mutationScore({ mutants, noticed, survivors }: Mutation): number {
  const matter = mutants - survivors.filter(({ kind }) => kind === "same").length;
  return matter === 0 ? 100 : Math.floor((noticed * 100) / matter);
}

function survivor(mutant: Mutant, programs: ReadonlyMap<string, Program>, limits: WitnessLimits): Survivor {
  const program = programOf(mutant.document, programs);
  const options: RunOptions = { wording: null, readings: mutant.readings, events: new Map(), values: [] };
  const asItStands: Side = { program, options };
  const verdict = witness(asItStands, { program: mutant.change(program), options }, limits);
  switch (verdict.kind) {
    case "differ": {
      const [first] = scenarioTexts(asItStands, asItStands, { ...verdict, b: verdict.a });
      return { kind: "missed", mutant, scenario: named(first?.text ?? "", mutant) };
    }
    case "same":
      return { kind: "same", mutant, because: verdict.argument.steps };
    case "unknown":
      return { kind: "unknown", mutant, because: verdict.reasons };
  }
}

/** The scenario under a name that says what it is for. */
function named(text: string, { owner, before }: Mutant): string {
  const name = `Gränsfall i ${owner.sv}: ${before.sv}`
    .replaceAll(/[":{}[\]#]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .slice(0, 110);
  return text.replace(/^ {2}- namn: .*$/mu, `  - namn: ${name.trim()}`);
}

/** The document's own program, else one that uses it. */
function programOf(document: string, programs: ReadonlyMap<string, Program>): Program {
  const all = [...programs.values()];
  const found = programs.get(document) ?? all.find((one) => one.documents.some(({ name }) => name === document));
  if (found === undefined) throw new Error(`No program has the document ${document}.`);
  return found;
}
