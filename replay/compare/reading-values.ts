// What each open question is worth: every reading priced one at a time from the chosen ones, and the span over all of them.
// Rule: the span is over every combination while there are few enough; else over those that are said.

import type { Program, Question } from "@avtal/compiler/ir/ir";
import { dayFromText } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Completed, Ore, Payer, RunOptions } from "@avtal/runtime/result";
import type { StoppedThere } from "./run-side.ts";
import { payersIn, sumOf, totalsByPayer } from "./sums.ts";

export interface ReadingValue {
  readonly reading: string;
  readonly title: string;
  readonly isChosen: boolean;
  /** Null where the run stops under it; `stoppedAt` names the value that is not known. */
  readonly total: Ore | null;
  readonly stoppedAt: string | null;
  /** Against the chosen readings. */
  readonly difference: Ore | null;
  /** Payers that it moves, by code. */
  readonly payers: readonly { readonly payer: Payer; readonly total: Ore; readonly difference: Ore }[];
  /** Codes of payers who pay something under it and nothing as chosen, and the other way round. */
  readonly starts: readonly string[];
  readonly stops: readonly string[];
}

export interface QuestionValue {
  readonly question: string;
  readonly document: string;
  readonly asks: string;
  readonly preliminary: boolean;
  readonly readings: readonly ReadingValue[];
}

export interface Span {
  readonly least: Ore;
  readonly greatest: Ore;
  /** The readings that give them, where they are not the chosen ones: `faktor=alla`. */
  readonly leastBy: readonly string[];
  readonly greatestBy: readonly string[];
  /** How many combinations there are, and how many were run. */
  readonly combinations: bigint;
  readonly tried: number;
  /** `every`: all combinations. `moving`: all of the questions that move anything alone. `pairs`: one or two at a time. */
  readonly of: "every" | "moving" | "pairs";
  /** Combinations that stop at a value that is not known. */
  readonly stopped: number;
}

export interface ReadingValues {
  readonly total: Ore;
  readonly questions: readonly QuestionValue[];
  readonly span: Span;
}

/** More runs than this are not made for a span. */
export const mostCombinations = 256;

export type RunWith = (options: RunOptions) => Completed | StoppedThere;

export function readingValues(
  program: Program,
  options: RunOptions,
  run: RunWith,
): { readonly kind: "values"; readonly values: ReadingValues } | StoppedThere {
  const chosen = run(options);
  if (chosen.kind === "stopped") return chosen;
  const total = sumOf(chosen.lines);
  const questions = program.questions
    .filter(({ document }) => document === program.main)
    .map((question) => questionValue(question, options, run, chosen));
  return { kind: "values", values: { total, questions, span: spanOf(questions, { options, run, total, program }) } };
}

function questionValue(question: Question, options: RunOptions, run: RunWith, chosen: Completed): QuestionValue {
  const own = readingChosen(question, options);
  const standing = question.chosen.at(-1);
  return {
    question: question.name,
    document: question.document,
    asks: question.asks,
    preliminary: standing?.preliminary ?? false,
    readings: question.readings.map(({ name, title }) => {
      const result = name === own ? chosen : run(withReadings(options, [[question.id, name]]));
      return readingValue({ name, title, isChosen: name === own }, result, chosen);
    }),
  };
}

/** The reading of the wording, or the last one where the choice changes over the records' own days. */
function readingChosen({ id, chosen }: Question, { readings, wording }: RunOptions): string {
  const given = readings.get(id);
  if (given !== undefined) return given;
  const day = wording === null ? Infinity : (dayFromText(wording) ?? Infinity);
  return chosen.findLast(({ from }) => from === null || from <= day)?.reading ?? "";
}

function readingValue(
  { name, title, isChosen }: { readonly name: string; readonly title: string; readonly isChosen: boolean },
  result: Completed | StoppedThere,
  chosen: Completed,
): ReadingValue {
  const named = { reading: name, title, isChosen };
  if (result.kind === "stopped") {
    const { document, value } = result.stopped;
    const nothing = { total: null, difference: null, payers: [], starts: [], stops: [] };
    return { ...named, ...nothing, stoppedAt: `${document}.${value}` };
  }
  const [before, after] = [totalsByPayer(chosen.lines), totalsByPayer(result.lines)];
  const payers = [...payersIn(chosen, result).values()]
    .sort((a, b) => byCodePoint(a.code, b.code))
    .map((payer) => {
      const total = (after.get(payer.code) ?? 0n) as Ore;
      return { payer, total, difference: (total - (before.get(payer.code) ?? 0n)) as Ore };
    });
  const total = sumOf(result.lines);
  return {
    ...named,
    total,
    stoppedAt: null,
    difference: (total - sumOf(chosen.lines)) as Ore,
    payers: payers.filter(({ difference }) => difference !== 0n),
    starts: payers.filter((one) => one.total !== 0n && one.difference === one.total).map(({ payer }) => payer.code),
    stops: payers.filter((one) => one.total === 0n && one.difference !== 0n).map(({ payer }) => payer.code),
  };
}

interface Spanning {
  readonly program: Program;
  readonly options: RunOptions;
  readonly run: RunWith;
  readonly total: Ore;
}

/** All combinations where they are few; else those of the questions that move something; else one or two at a time. */
function spanOf(questions: readonly QuestionValue[], spanning: Spanning): Span {
  const combinations = product(questions.map(({ readings }) => readings.length));
  const moving = questions.filter(({ readings }) =>
    readings.some(({ difference, stoppedAt }) => stoppedAt !== null || difference !== 0n),
  );
  const few = BigInt(mostCombinations);
  if (combinations <= few) return spanOver("every", everyChoice(questions), combinations, spanning);
  if (product(moving.map(({ readings }) => readings.length)) <= few) {
    return spanOver("moving", everyChoice(moving), combinations, spanning);
  }
  return spanOver("pairs", onesAndTwos(moving).slice(0, mostCombinations), combinations, spanning);
}

type Choice = readonly (readonly [string, string])[];

function spanOver(of: Span["of"], choices: readonly Choice[], combinations: bigint, spanning: Spanning): Span {
  const { options, run, total } = spanning;
  let least: { readonly amount: Ore; readonly by: Choice } = { amount: total, by: [] };
  let greatest = least;
  let stopped = 0;
  for (const choice of choices) {
    const result = run(withReadings(options, choice));
    if (result.kind === "stopped") {
      stopped += 1;
      continue;
    }
    const amount = sumOf(result.lines);
    if (amount < least.amount) least = { amount, by: choice };
    if (amount > greatest.amount) greatest = { amount, by: choice };
  }
  const said = (by: Choice): readonly string[] =>
    by.map(([question, reading]) => `${question.slice(question.indexOf(".") + 1)}=${reading}`);
  return {
    least: least.amount,
    greatest: greatest.amount,
    leastBy: said(least.by),
    greatestBy: said(greatest.by),
    combinations,
    tried: choices.length,
    of,
    stopped,
  };
}

/** Readings other than the chosen ones, so that what is said is what differs. */
function everyChoice(questions: readonly QuestionValue[]): readonly Choice[] {
  return questions.reduce<readonly Choice[]>(
    (choices, { document, question, readings }) =>
      choices.flatMap((choice) =>
        readings.map(({ reading, isChosen }) =>
          isChosen ? choice : [...choice, [`${document}.${question}`, reading] as const],
        ),
      ),
    [[]],
  );
}

function onesAndTwos(questions: readonly QuestionValue[]): readonly Choice[] {
  const ones = questions.map(({ document, question, readings }) =>
    readings.filter(({ isChosen }) => !isChosen).map(({ reading }) => [`${document}.${question}`, reading] as const),
  );
  const twos = ones.flatMap((first, index) =>
    ones.slice(index + 1).flatMap((second) => first.flatMap((one) => second.map((other): Choice => [one, other]))),
  );
  return [...ones.flat().map((one): Choice => [one]), ...twos];
}

function withReadings(options: RunOptions, choice: Choice): RunOptions {
  return { ...options, readings: new Map([...options.readings, ...choice]) };
}

function product(factors: readonly number[]): bigint {
  return factors.reduce((all, factor) => all * BigInt(factor), 1n);
}
