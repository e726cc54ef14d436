// One case by itself under both wordings as they are: by the compiled evaluators, and by the interpreter.
// Rule: what the three do not agree on is our own fault and is never shown as a difference between wordings.

import { isDeepStrictEqual } from "node:util";
import type { Field, Program, RegisterIr } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import type { Evaluation } from "@avtal/runtime/result";
import { evaluatorFor } from "../evaluator.ts";
import { checkOrderOfEvents } from "../read/checks/order-of-events.ts";
import { checkPayersOfTheDay } from "../read/checks/payers-of-the-day.ts";
import { holdText } from "../read/cell.ts";
import { recordTable } from "../read/record-table.ts";
import { interpreterOf } from "../scenarios/run/targets.ts";
import { cellOf, type Vocabulary } from "./episode-shapes.ts";
import { differenceOf, outcomeOfCase } from "./outcomes.ts";
import type { TrialCase } from "./trials.ts";
import type { DifferenceSort, Side, WitnessEpisode } from "./verdict.ts";

export interface Confirmed {
  readonly in: DifferenceSort;
  readonly a: Evaluation;
  readonly b: Evaluation;
}

/** Undefined where the two give the same after all, or the reader would refuse the case. */
export type Confirm = (episodes: readonly WitnessEpisode[]) => Confirmed | undefined;

export function confirming(a: Side, b: Side): Confirm {
  const [runA, runB] = [runOn(a), runOn(b)];
  return (episodes) => {
    const [first, second] = [runA(episodes), runB(episodes)];
    if (first === undefined || second === undefined) return undefined;
    const sort = differenceOf(outcomeOfCase(first), outcomeOfCase(second));
    return sort === undefined ? undefined : { in: sort, a: first, b: second };
  };
}

function runOn({ program, options }: Side): (episodes: readonly WitnessEpisode[]) => Evaluation | undefined {
  const compiled = evaluatorFor(program);
  const interpreted = interpreterOf(program);
  return (episodes) => {
    const columns = columnsOf(episodes, program);
    if (columns === undefined) return undefined;
    const evaluation = interpreted(columns, options);
    if (!isDeepStrictEqual(evaluation, compiled.evaluate(columns, options)))
      throw new Error(`The compiled evaluator of ${program.main} differs from the interpreter on a made-up case.`);
    return evaluation;
  };
}

/** As the reader of data files takes them; undefined where it refuses one. */
export function columnsOf(episodes: readonly WitnessEpisode[], program: Program): Columns | undefined {
  const table = recordTable(program.fields, program.registers, "");
  episodes.forEach(({ id, facts }, index) => {
    const texts = new Map(facts.map(({ field, text }) => [field.code, text]));
    table.take(index + 1, (builder, cell) => {
      const field = program.fields[builder];
      holdText(cell, field === undefined ? "" : field.unique ? id : (texts.get(field.code) ?? ""));
    });
  });
  checkOrderOfEvents(table);
  checkPayersOfTheDay(table);
  const { columns, refused } = table.finish();
  return refused.rows.length === 0 ? columns : undefined;
}

/** The episodes of a case as they are shown, named a, b, c …, without the facts that are empty. */
export function episodesOf(
  shapes: TrialCase,
  vocabulary: Vocabulary,
  registers: readonly RegisterIr[],
): readonly WitnessEpisode[] {
  return shapes.map((shape, index) => ({
    id: letters(index),
    facts: vocabulary.fields.flatMap((field) => {
      const text = cellOf(shape, field, vocabulary);
      return text === "" ? [] : [{ field, text: namedText(field, text, registers) }];
    }),
  }));
}

/** a … z, aa, ab …, as a scenario names its episodes. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`;
}

/** A choice or a payer by its name, where no other has that name. */
function namedText({ kind, choices }: Field, text: string, registers: readonly RegisterIr[]): string {
  if (kind.kind === "choice") return choices.find(({ code }) => code === text)?.name ?? text;
  if (kind.kind !== "payer") return text;
  const entries = registers.filter(({ id }) => id === kind.register).flatMap((register) => register.entries);
  const name = entries.find(({ code }) => code === text)?.name ?? text;
  const isShared = entries.filter((entry) => entry.name === name || entry.alsoKnownAs.includes(name)).length > 1;
  return isShared ? text : name;
}
