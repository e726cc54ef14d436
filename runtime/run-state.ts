// One run: its records, and what was decided for it beside the text.
// Rule: the same for every record, so everything here is worked out once, before the first one.

import { dayFromText } from "./calendar.ts";
import { UNKNOWN, type Columns } from "./columns.ts";
import type { EventCode, GuardCode, QuestionCode } from "./evaluator-code.ts";
import type { Fraction } from "./fractions.ts";
import { NEVER } from "./record-dates.ts";
import type { Ratio } from "./ratio.ts";
import { refusal } from "./refusal.ts";
import type { RunOptions } from "./result.ts";
import { itemOn, scheduleOf, type Schedule } from "./schedule.ts";
import type { Dictionary } from "./shown-values.ts";

/** Where something is asked that no record decides. */
export const NO_RECORD = -1;

export interface RunState extends Dictionary {
  readonly columns: Columns;
  readonly choices: Choices;
  /** Figures over all records, by their place in the generated code and the day they were asked for. */
  readonly figuresOverAll: Map<number, Map<number, Fraction>>;
}

/** What a run decides beside the text, held against what the program lets be decided. */
export interface Choices {
  readonly main: string;
  /** The counterfactual day on which everything that the main document decides is taken; null in force. */
  readonly wording: number | null;
  readonly readings: ReadonlyMap<QuestionCode, Schedule<string>>;
  /** Readings given for the run. */
  readonly givenReadings: ReadonlyMap<QuestionCode, string>;
  readonly events: ReadonlyMap<EventCode, number>;
  /** By value or measured value, sorted by first day; `from` null stands first. */
  readonly supplied: ReadonlyMap<string, readonly SuppliedRow[]>;
  /** Schedules of values and terms, by their tables, each worked out once. */
  readonly schedules: WeakMap<object, Schedule<unknown>>;
  /** By what is read: whether anything within its reach is not known on some day, each told once. */
  readonly lacking: WeakMap<object, boolean>;
  /** What is settled for each rule, by its table, worked out once for all runs of these choices. */
  readonly rulesOnDays: WeakMap<object, object>;
  /** What holds of all records of a rule on a day, by its table, told once for all runs of these choices. */
  readonly dayKinds: WeakMap<object, object>;
}

export interface SuppliedRow {
  /** First day; null means every day that no other supplied row covers. */
  readonly from: number | null;
  readonly exact: Ratio;
}

/** What a program lets be decided. */
export interface Choosable {
  readonly main: string;
  readonly questions: readonly QuestionCode[];
  readonly events: readonly EventCode[];
  /** Values and measured values; only quantities can be supplied. */
  readonly values: readonly { readonly id: string; readonly quantity: boolean }[];
}

export function choicesOf(choosable: Choosable, options: RunOptions): Choices {
  const key = optionsText(options);
  const known = key === null ? undefined : remembered.get(choosable)?.get(key);
  if (known !== undefined) return known;
  const choices = choicesMade(choosable, options);
  if (key !== null) remember(choosable, key, choices);
  return choices;
}

/** The choices of a program's latest runs: what they settle beside the records is the same for every such run. */
const remembered = new WeakMap<Choosable, Map<string, Choices>>();
const mostRemembered = 512;

function remember(choosable: Choosable, key: string, choices: Choices): void {
  const known = remembered.get(choosable) ?? new Map<string, Choices>();
  if (known.size >= mostRemembered) known.clear();
  known.set(key, choices);
  remembered.set(choosable, known);
}

/** The same for the same options; null where they are not of the kinds that they should be, so that they are refused. */
function optionsText({ wording, readings, events, values }: RunOptions): string | null {
  const isExact = values.every(({ exact }) => typeof exact.over === "bigint" && typeof exact.under === "bigint");
  if (!isExact) return null;
  const supplied = values.map(({ value, from, exact }) => [value, from, String(exact.over), String(exact.under)]);
  return JSON.stringify([wording, [...readings], [...events], supplied]);
}

function choicesMade(choosable: Choosable, options: RunOptions): Choices {
  const { main } = choosable;
  const wording = options.wording === null ? null : dayGiven(options.wording);
  const givenReadings = readingsGiven(choosable, options);
  return {
    main,
    wording,
    givenReadings,
    readings: new Map(
      choosable.questions.map((question) => {
        const decided = question.document === main ? wording : null;
        return [question, readingSchedule(question, givenReadings.get(question), decided)];
      }),
    ),
    events: eventsGiven(choosable, options),
    supplied: suppliedRows(choosable, options),
    schedules: new WeakMap(),
    lacking: new WeakMap(),
    rulesOnDays: new WeakMap(),
    dayKinds: new WeakMap(),
  };
}

/** The day on which what `document` decides is taken for a record whose own day is `day`. */
export function decisionDay(choices: Choices, document: string, day: number): number {
  return choices.wording !== null && document === choices.main ? choices.wording : day;
}

/** Whether what `document` decides is taken on one day for every record. */
export function isSettled(choices: Choices, document: string): boolean {
  return choices.wording !== null && document === choices.main;
}

/** The day on which what the main document decides is taken. */
export function decidedOn(choices: Choices, day: number): number {
  return choices.wording ?? day;
}

/** The chosen reading; where the day is absent, the one that was chosen first. */
export function readingOn(choices: Choices, question: QuestionCode, day: number): string {
  return itemOn(certain(choices.readings.get(question), question.id), day);
}

export function holdsOn(choices: Choices, guard: GuardCode | null, day: number): boolean {
  return guard === null || guard.readings.includes(readingOn(choices, guard.question, day));
}

/** The first alternative that stands on the day. */
export function pickOn<T>(
  choices: Choices,
  alternatives: readonly { readonly guard: GuardCode | null; readonly it: T }[],
  day: number,
): T | undefined {
  return alternatives.find(({ guard }) => holdsOn(choices, guard, day))?.it;
}

/** The reading of a question that is the same for all records, because it was never chosen anew. */
export function chosenReading(choices: Choices, question: QuestionCode): string {
  return readingOn(choices, question, UNKNOWN);
}

export function readingsByDay(choices: Choices, question: QuestionCode): Schedule<string> {
  return certain(choices.readings.get(question), question.id);
}

/** The day of an event, `NEVER` or `UNKNOWN`. */
export function eventDay(choices: Choices, event: EventCode): number {
  return choices.events.get(event) ?? event.day;
}

function readingSchedule(question: QuestionCode, given: string | undefined, decided: number | null): Schedule<string> {
  const chosenOn = (day: number | null): string => {
    const inForce = question.chosen.findLast(({ from }) => from === null || (day !== null && from <= day));
    return certain(inForce ?? question.chosen[0], question.id).reading;
  };
  if (given !== undefined) return scheduleOf([], () => given);
  if (decided !== null) return scheduleOf([], () => chosenOn(decided));
  return scheduleOf(
    question.chosen.map(({ from }) => from),
    chosenOn,
  );
}

function readingsGiven({ main, questions }: Choosable, { readings }: RunOptions): Map<QuestionCode, string> {
  const given = new Map<QuestionCode, string>();
  for (const [name, reading] of readings) {
    const question = named(main, questions, name);
    const known = question.readings.find((each) => each === reading);
    if (known === undefined) throw refusal("AV7004", `The question ${question.id} has no reading \`${reading}\`.`);
    given.set(question, known);
  }
  return given;
}

function eventsGiven({ main, events }: Choosable, options: RunOptions): Map<EventCode, number> {
  const days = new Map(events.map((event) => [event, event.day]));
  for (const [name, date] of options.events) {
    days.set(named(main, events, name), date === null ? NEVER : dayGiven(date));
  }
  return days;
}

function suppliedRows({ main, values }: Choosable, options: RunOptions): Map<string, SuppliedRow[]> {
  const rows = new Map<string, SuppliedRow[]>();
  for (const { value, from, exact } of options.values) {
    const { id, quantity } = named(main, values, value);
    if (!quantity) throw refusal("AV7004", `${id} is no quantity, so a run cannot supply it.`);
    if (typeof exact.over !== "bigint" || typeof exact.under !== "bigint" || exact.under <= 0n) {
      throw refusal("AV7005", `What is supplied for ${id} must be an exact fraction.`);
    }
    const row = { from: from === null ? null : dayGiven(from), exact: { over: exact.over, under: exact.under } };
    const others = (rows.get(id) ?? []).filter((other) => other.from !== row.from);
    rows.set(
      id,
      [...others, row].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity)),
    );
  }
  return rows;
}

/** `name` of the main document, `document.name`, or else the name of a single thing in the other documents. */
function named<T extends { readonly id: string }>(main: string, things: readonly T[], name: string): T {
  const exact = things.find(({ id }) => id === `${main}.${name}`) ?? things.find(({ id }) => id === name);
  if (exact !== undefined) return exact;
  const [found, ...others] = things.filter(({ id }) => id.endsWith(`.${name}`));
  if (found === undefined) throw refusal("AV7004", `Nothing that a run may decide in ${main} is called \`${name}\`.`);
  if (others.length === 0) return found;
  const known = [found, ...others].map(({ id }) => `\`${id}\``).join(", ");
  throw refusal("AV7004", `Several things that a run may decide in ${main} are called \`${name}\`: ${known}.`);
}

function dayGiven(text: string): number {
  const day = dayFromText(text);
  if (day === undefined) throw refusal("AV7004", "A date that was given for the run is no date (YYYY-MM-DD).");
  return day;
}

function certain<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`The evaluator has no ${id}.`);
  return found;
}
