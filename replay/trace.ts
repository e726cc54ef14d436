// Why a line is what it is: every step with its numbers, its line as written, its clause and the quoted words.
// Rule: plain texts and exact fractions, nothing of any single patient; a line cannot be written without it.

import type { ClauseIndex, Guard, Program, Rule, RuleStep } from "@avtal/compiler/ir/ir";
import { dateText } from "@avtal/runtime/calendar";
import { kronorText } from "@avtal/runtime/money";
import { ratioText } from "@avtal/runtime/ratio";
import type { Group, InvoiceLine, LeftOut, Payer, Step, UsedReading, UsedRow } from "@avtal/runtime/result";
import { operandsOf } from "./operands.ts";
import type { CountedRun } from "./result-json.ts";
import { stepText } from "./result-json.ts";
import { stepShown } from "./shown.ts";
import { workedNumbers, type LineNumbers, type WorkedNumbers } from "./worked-numbers.ts";
import { stepKey, type WrittenSteps } from "./written-steps.ts";

/** Where something is said. An assumption has no place, and its words stand as `source`. */
export interface Cited {
  readonly place: string;
  readonly source: string;
  readonly quote: string | null;
  readonly assumption: boolean;
}

export interface TracedStep {
  readonly name: string;
  /** As its author wrote it; null where the step is not a line of the rule. */
  readonly written: string | null;
  /** The same with its numbers: `1,5 dagar − 1,3 dagar`; null where the step only names one thing. */
  readonly worked: string | null;
  /** What was rounded, where rounding changed it; else null. */
  readonly beforeRounding: string | null;
  readonly exact: string;
  readonly shown: string;
  readonly cited: Cited | null;
}

export interface TracedRow extends UsedRow {
  /** The supplied amount, exact; null for a row of the agreement. */
  readonly exact: string | null;
  readonly cited: Cited | null;
}

export interface LineTrace {
  readonly id: string;
  readonly agreement: string;
  readonly wording: string | null;
  readonly payer: Payer;
  readonly payee: string;
  readonly invoicer: string | null;
  readonly document: string;
  readonly rule: string;
  readonly cited: Cited | null;
  readonly period: string;
  readonly part: { readonly from: string; readonly through: string } | null;
  readonly episode: string | null;
  readonly records: number;
  readonly leftOut: LeftOut;
  readonly steps: readonly TracedStep[];
  readonly rows: readonly TracedRow[];
  readonly readings: readonly UsedReading[];
  /** Kronor with two decimals. */
  readonly amount: string;
}

export function traces(run: CountedRun, written: WrittenSteps): LineTrace[] {
  return run.result.lines.map(tracing(run, written));
}

/** Makes the trace of a line when it is asked for; where lines are many, nobody need hold all of them. */
export function tracing(run: CountedRun, written: WrittenSteps): (line: InvoiceLine) => LineTrace {
  const { program, options, result } = run;
  const recordsOf = recordsOfLines(result.groups);
  return (line) => {
    const rule = ruleOf(line, program);
    const operands = operandsOf(run.operands, line.id);
    return {
      id: line.id,
      agreement: program.main,
      wording: options.wording,
      payer: line.keys.payer,
      payee: line.payee,
      invoicer: line.invoicer,
      document: line.place.document,
      rule: line.place.rule,
      cited: citedAt(rule?.clause ?? null, program),
      period: line.keys.period,
      part: line.keys.part,
      episode: line.keys.episode,
      records: recordsOf(line),
      leftOut: line.leftOut,
      steps: line.steps.map((step) => tracedStep(step, { line, rule, program, written, operands })),
      rows: line.rows.map((row) => tracedRow(row, run)),
      readings: line.readings,
      amount: kronorText(line.amount),
    };
  };
}

/** A line shares its keys with its group, which tells two versions of a rule apart; of other engines the keys must do. */
function recordsOfLines(groups: readonly Group[]): (line: InvoiceLine) => number {
  const own = new Map(groups.map(({ keys, records }) => [keys, records]));
  let alike: ReadonlyMap<string, number> | undefined;
  return (line) => {
    const records = own.get(line.keys);
    if (records !== undefined) return records;
    alike ??= new Map(groups.map((group) => [groupKey(group), group.records]));
    return alike.get(groupKey(line)) ?? 0;
  };
}

interface Around {
  readonly line: InvoiceLine;
  readonly rule: Rule | undefined;
  readonly program: Program;
  readonly written: WrittenSteps;
  readonly operands: LineNumbers["operands"];
}

function tracedStep(step: Step, { line, rule, program, written, operands }: Around): TracedStep {
  const alternatives = written.get(stepKey(line.place.document, line.place.rule, step.name)) ?? [];
  const text = alternatives.find(({ guard }) => guard !== undefined && wasRead(line, guard.question, guard.readings));
  const always = alternatives.find(({ guard }) => guard === undefined);
  const made = rule?.steps.find(({ name, guard }) => name === step.name && holds(line, guard, program));
  return {
    name: step.name,
    written: (text ?? always)?.text ?? null,
    ...numbersOf(step, made, { steps: line.steps, operands }),
    exact: stepText(step.value),
    shown: stepShown(step.value),
    cited: citedAt(made?.clause ?? null, program),
  };
}

function numbersOf(step: Step, made: RuleStep | undefined, numbers: LineNumbers): WorkedNumbers {
  return made === undefined ? { worked: null, beforeRounding: null } : workedNumbers(step, made.value, numbers);
}

function tracedRow(row: UsedRow, { program, options }: CountedRun): TracedRow {
  const id = `${row.document}.${row.value}`;
  if (row.supplied) {
    const given = options.values.find(({ value }) => value === id || value === row.value);
    return { ...row, exact: given === undefined ? null : ratioText(given.exact), cited: null };
  }
  const rows = program.values.find((value) => value.id === id)?.rows ?? [];
  const found = rows.find(({ from }) => row.from !== null && from !== null && dayIs(from, row.from));
  return { ...row, exact: null, cited: citedAt(found?.clause ?? null, program) };
}

/** The version of the rule that made the line: the one whose guards are its readings. */
function ruleOf(line: InvoiceLine, program: Program): Rule | undefined {
  const versions = program.rules.filter(
    ({ document, name }) => document === line.place.document && name === line.place.rule,
  );
  return versions.find(({ guards }) => guards.every((guard) => holds(line, guard, program))) ?? versions[0];
}

function holds(line: InvoiceLine, guard: Guard | null, program: Program): boolean {
  if (guard === null) return true;
  const question = program.questions.find(({ id }) => id === guard.question);
  return question !== undefined && wasRead(line, question.name, guard.readings);
}

function wasRead(line: InvoiceLine, question: string, readings: readonly string[]): boolean {
  return line.readings.some((used) => used.question === question && readings.includes(used.reading));
}

function citedAt(clause: ClauseIndex | null, program: Program): Cited | null {
  const found = clause === null ? undefined : program.clauses[clause];
  if (found === undefined) return null;
  const { place, source, quote, assumption } = found;
  return { place, source, quote, assumption };
}

function groupKey({ place, keys }: Pick<InvoiceLine, "place" | "keys">): string {
  const others = keys.others.map(({ name, value }) => `${name}=${value}`);
  return [place.document, place.rule, keys.payer.code, keys.period, keys.part?.from, keys.episode, ...others].join(
    "\n",
  );
}

function dayIs(day: number, text: string): boolean {
  return dateText(day) === text;
}
