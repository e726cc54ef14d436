// What each open question is worth: every reading priced one at a time from the chosen ones, and the span over all of them.
// Rule: the span is over every combination while there are few enough; else how it was looked for is said.

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
  /**
   * `every`: all combinations. `moving`: all of the questions that move anything alone. `climbed`: from the chosen ones a
   * reading at a time, always to what gives less, and always to what gives more, until none does.
   */
  readonly of: "every" | "moving" | "climbed";
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

/** All combinations where they are few; else those of the questions that move something; else the ends are climbed to. */
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
  return climbed(questions, combinations, spanning);
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

function said(by: Choice): readonly string[] {
  return by.map(([question, reading]) => `${question.slice(question.indexOf(".") + 1)}=${reading}`);
}

interface Climb {
  readonly amount: Ore;
  readonly by: Choice;
}

/** Half of the runs for the least, the rest for the greatest. What a reading gives by itself is known already. */
function climbed(questions: readonly QuestionValue[], combinations: bigint, { options, run, total }: Spanning): Span {
  const known = new Map<string, Ore | null>([["", total]]);
  for (const { document, question, readings } of questions) {
    for (const one of readings) if (!one.isChosen) known.set(`${document}.${question}=${one.reading}`, one.total);
  }
  let left = 0;
  const amountOf = (by: Choice): Ore | null => {
    const key = by.map(([question, reading]) => `${question}=${reading}`).join(" ");
    const found = known.get(key);
    if (found !== undefined || left <= 0) return found ?? null;
    left -= 1;
    const result = run(withReadings(options, by));
    const amount = result.kind === "stopped" ? null : sumOf(result.lines);
    known.set(key, amount);
    return amount;
  };
  const climb = (runs: number, isFurther: (one: Ore, other: Ore) => boolean): Climb => {
    left = runs;
    let best: Climb = { amount: total, by: [] };
    for (let before: Climb | undefined; before !== best && left > 0;) {
      before = best;
      for (const question of questions) {
        for (const by of changesOf(question, best.by, questions)) {
          const amount = amountOf(by);
          if (amount !== null && isFurther(amount, best.amount)) best = { amount, by };
        }
      }
    }
    return best;
  };
  const least = climb((mostCombinations - known.size) / 2, (one, other) => one < other);
  const greatest = climb(mostCombinations - known.size, (one, other) => one > other);
  return {
    least: least.amount,
    greatest: greatest.amount,
    leastBy: said(least.by),
    greatestBy: said(greatest.by),
    combinations,
    tried: known.size,
    of: "climbed",
    stopped: [...known.values()].filter((amount) => amount === null).length,
  };
}

/** The same choice with another reading of one question; questions in their order, those as chosen left out. */
function changesOf(
  { document, question, readings }: QuestionValue,
  by: Choice,
  questions: readonly QuestionValue[],
): readonly Choice[] {
  const own = `${document}.${question}`;
  const order = questions.map((one) => `${one.document}.${one.question}`);
  return readings.map(({ reading, isChosen }) =>
    [...by.filter(([id]) => id !== own), ...(isChosen ? [] : [[own, reading] as const])].sort(
      ([a], [b]) => order.indexOf(a) - order.indexOf(b),
    ),
  );
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

function withReadings(options: RunOptions, choice: Choice): RunOptions {
  return { ...options, readings: new Map([...options.readings, ...choice]) };
}

function product(factors: readonly number[]): bigint {
  return factors.reduce((all, factor) => all * BigInt(factor), 1n);
}
