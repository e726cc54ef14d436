// What becomes of the mutants that no scenario notices: a scenario that would, or a proof that none could.
// Rule: only a proof sets a mutant apart; one for which neither is found counts as one that can matter.

import { canonical } from "@avtal/compiler/ir/canonical";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Words } from "@avtal/compiler/problem";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { RunOptions } from "@avtal/runtime/result";
import { provedSame } from "../../witness/same.ts";
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

/** Of all documents, or of one. */
export interface MutationCounts {
  readonly mutants: number;
  readonly noticed: number;
  /** Mutants that cannot change any outcome. */
  readonly apart: number;
}

export interface Mutation extends MutationCounts {
  readonly survivors: readonly Survivor[];
  readonly documents: readonly (MutationCounts & { readonly document: string })[];
}

/** Small enough for a hundred survivors in a minute or two. */
export const survivorLimits: WitnessLimits = { episodes: 4, cases: 1_500, figures: "compared" };

export function mutationOf(
  tried: readonly TriedMutant[],
  programs: ReadonlyMap<string, Program>,
  limits: WitnessLimits,
): Mutation {
  const survivors = tried.filter(({ noticedBy }) => noticedBy === null).map((one) => survivor(one, programs, limits));
  const documents = [...new Set(tried.map(({ mutant }) => mutant.document))].sort(byCodePoint);
  return {
    ...countsOf(tried, survivors),
    survivors,
    documents: documents.map((document) => ({
      document,
      ...countsOf(
        tried.filter(({ mutant }) => mutant.document === document),
        survivors.filter(({ mutant }) => mutant.document === document),
      ),
    })),
  };
}

function countsOf(tried: readonly TriedMutant[], survivors: readonly Survivor[]): MutationCounts {
  return {
    mutants: tried.length,
    noticed: tried.length - survivors.length,
    apart: survivors.filter(({ kind }) => kind === "same").length,
  };
}

/** Per cent of the mutants that can matter, rounded down; 100 where there is none. */
export function mutationScore({ mutants, noticed, apart }: MutationCounts): number {
  const matter = mutants - apart;
  return matter === 0 ? 100 : Math.floor((noticed * 100) / matter);
}

/** The score of the document whose scenarios notice least; 100 where nothing was changed. */
export function lowestScore({ documents }: Mutation): number {
  return Math.min(100, ...documents.map(mutationScore));
}

function survivor(tried: TriedMutant, programs: ReadonlyMap<string, Program>, limits: WitnessLimits): Survivor {
  const { mutant } = tried;
  if (mutant.alike !== null) return { kind: "same", mutant, because: [mutant.alike] };
  const program = programOf(mutant.document, programs);
  const changed = mutant.change(program);
  const sides = settingsOf(tried, program).map((readings): readonly [Side, Side] => {
    const options: RunOptions = { wording: null, readings, events: new Map(), values: [] };
    return [
      { program, options },
      { program: changed, options },
    ];
  });
  const proofs = sides.map(([a, b]) => provedSame(a, b, limits));
  const open = sides.filter((_, index) => proofs[index]?.kind === "open");
  for (const [a, b] of open.slice(0, mostSearched)) {
    const verdict = witness(a, b, limits);
    if (verdict.kind !== "differ") continue;
    const [first] = scenarioTexts(a, a, { ...verdict, b: verdict.a });
    return { kind: "missed", mutant, scenario: named(first?.text ?? "", mutant) };
  }
  const reasons = proofs.flatMap((proof) => (proof.kind === "open" ? proof.reasons : []));
  if (open.length > 0) return { kind: "unknown", mutant, because: reasons };
  const [proof] = proofs;
  return { kind: "same", mutant, because: proof?.kind === "same" ? proof.argument.steps : [] };
}

/** Settings of readings in which a case is looked for; a proof is asked for under all. */
const mostSearched = 3;

/**
 * The readings under which a mutant is looked at: those that it needs, those of the cases that reach it, and each other
 * reading of each question by itself.
 */
function settingsOf({ mutant, reachedUnder }: TriedMutant, program: Program): ReadonlyMap<string, string>[] {
  const single = program.questions.flatMap(({ id, readings, chosen }) =>
    readings
      .filter(({ name }) => chosen.at(-1)?.reading !== name && !mutant.readings.has(id))
      .map(({ name }) => new Map([...mutant.readings, [id, name]])),
  );
  const needed = [...mutant.readings];
  const reached = reachedUnder.filter((readings) =>
    needed.every(([question, name]) => readings.get(question) === name),
  );
  const known = new Set(program.questions.map(({ id }) => id));
  const own = reached.filter((readings) => [...readings.keys()].every((id) => known.has(id)));
  const settings = [mutant.readings, ...own, ...single];
  return [...new Map(settings.map((readings) => [canonical([...readings].sort()), readings])).values()];
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
