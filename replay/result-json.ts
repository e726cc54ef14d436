// A completed run as JSON, `formatVersion` 1: the keys of ARCHITECTURE.md in their order, further ones after them.
// Rule: amounts are texts of kronor with two decimals, quantities exact fractions; nothing passes through a float.

import type { Program } from "@avtal/compiler/ir/ir";
import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { kronorText } from "@avtal/runtime/money";
import { ratio, ratioText, times, type Ratio } from "@avtal/runtime/ratio";
import type {
  Figures,
  Group,
  GroupKeys,
  InvoiceLine,
  RunOptions,
  Step,
  StepValue,
  Undecided,
  UsedReading,
} from "@avtal/runtime/result";
import { dateText, monthText } from "@avtal/runtime/calendar";
import { eachAs, joined, jsonInPieces, type Pieces } from "./pieces.ts";
import { isStandIn } from "./protected-records.ts";
import type { RunOutcome, RunResult } from "./run.ts";
import { decimalText } from "./shown.ts";

export type CompletedRun = RunOutcome & { readonly kind: "completed" };

/** A run of which nobody asks who is undecided: the account says how many they are. */
export type CountedRun = Omit<CompletedRun, "result"> & { readonly result: Omit<RunResult, "undecided"> };

/** The whole result as text; `statistics` adds the figures. */
export function resultJson(run: CompletedRun, shown: { readonly statistics: boolean }): string {
  return joined(resultInPieces(run, shown));
}

/** The same a line or a group at a time. */
export function resultInPieces(run: CompletedRun, { statistics }: { readonly statistics: boolean }): Pieces {
  const { program, options, result } = run;
  return jsonInPieces({
    formatVersion: 1,
    agreement: program.main,
    wording: options.wording,
    meaningHash: meaningHash(program),
    mode: options.wording === null ? "in-force" : "counterfactual",
    supplied: suppliedJson(options, program),
    preliminaryReadings: preliminaryReadings(run),
    assumptions: run.assumptions.length,
    lines: eachAs(result.lines, lineJson),
    groups: eachAs(result.groups, groupJson),
    notCharged: eachAs(result.notCharged, ({ reason, clause, records, document: name, rule }) => ({
      reason,
      clause,
      records,
      document: name,
      rule,
    })),
    undecided: eachAs(result.undecided, undecidedJson),
    refused: eachAs(run.refused.rows, ({ row, code, column }) => ({ row, code, column })),
    accounting: result.accounting,
    notes: result.notes.map(({ id, says, term }) => ({ id, says, term })),
    months: {
      from: run.months.from === null ? null : monthText(run.months.from),
      through: run.months.through === null ? null : monthText(run.months.through),
      outside: run.outsideMonths,
    },
    data: {
      sha256: run.facts.sha256,
      bytes: run.facts.bytes,
      rows: run.facts.rows,
      identicalRows: run.facts.identicalRows,
    },
    ...(statistics ? { figures: eachAs(result.figures, figuresJson) } : {}),
  });
}

/** What was supplied for the run, in the words of the command line. */
export function suppliedJson(options: RunOptions, program: Program): object {
  const kindOf = new Map([...program.values, ...program.measured].map((value) => [value.id, value.kind]));
  return {
    values: options.values.map(({ value, from, exact }) => {
      const kind = kindOf.get(value);
      const unit = kind?.kind === "quantity" ? kind.unit : "other";
      const isMoney = unit === "money" || unit === "moneyPerDay";
      return {
        value,
        from,
        exact: ratioText(isMoney ? times(exact, ratio(1n, 100n)) : exact),
        unit: isMoney ? "kr" : unit,
      };
    }),
    events: [...options.events].map(([event, date]) => ({ event, date })),
    readings: [...options.readings].map(([question, reading]) => ({ question, reading })),
  };
}

/** Readings that nobody has decided: of the main document, and of others where a line stands on them. */
export function preliminaryReadings({ program, options, result }: CountedRun): readonly UsedReading[] {
  const found = new Map<string, UsedReading>();
  for (const question of program.questions) {
    const last = question.chosen.at(-1);
    const isGiven = options.readings.has(question.id);
    if (question.document !== program.main || last === undefined || !last.preliminary || isGiven) continue;
    const { document, name } = question;
    found.set(`${document}.${name}`, { question: name, document, reading: last.reading, preliminary: true });
  }
  for (const used of result.lines.flatMap((line) => line.readings)) {
    if (used.preliminary) found.set(`${used.document}.${used.question}`, used);
  }
  return [...found].sort(([a], [b]) => byCodePoint(a, b)).map(([, used]) => used);
}

export function lineJson(line: InvoiceLine): object {
  const { id, place, keys, quantity, unit, unitPrice } = line;
  return {
    id,
    payer: keys.payer,
    payee: line.payee,
    invoicer: line.invoicer,
    rule: place.rule,
    document: place.document,
    clause: place.clause,
    period: keys.period,
    episode: keys.episode,
    quantity: quantity === null ? null : ratioText(quantity),
    quantityShown: quantity === null ? null : decimalText(quantity, 2, ","),
    unit,
    unitPrice: unitPrice === null ? null : kronorPerUnit(unitPrice),
    amount: kronorText(line.amount),
    ...furtherKeys(keys),
  };
}

function groupJson({ place, keys, steps, outcome, leftOut, records }: Group): object {
  return {
    payer: keys.payer.code,
    period: keys.period,
    rule: place.rule,
    steps: isStandIn(keys.episode) ? {} : stepsJson(steps),
    outcome,
    leftOut,
    document: place.document,
    episode: keys.episode,
    records,
    ...furtherKeys(keys),
  };
}

function figuresJson({ place, keys, figures, triggers }: Figures): object {
  return {
    payer: keys.payer.code,
    period: keys.period,
    statistic: place.rule,
    figures: stepsJson(figures),
    triggers,
    document: place.document,
    ...furtherKeys(keys),
  };
}

function undecidedJson({ id, missing, rule, document }: Undecided): object {
  return { id, missing, rule, document };
}

function furtherKeys({ part, others }: GroupKeys): object {
  return { part, others: Object.fromEntries(others.map(({ name, value }) => [name, value])) };
}

function stepsJson(steps: readonly Step[]): object {
  return Object.fromEntries(steps.map(({ name, value }) => [name, stepText(value)]));
}

/** Exact: `8/5`, `2022-03-04`, `yes`; money in kronor as a fraction. */
export function stepText(value: StepValue): string {
  switch (value.kind) {
    case "quantity":
      return ratioText(
        value.unit === "kr" || value.unit === "kr/dygn" ? times(value.exact, ratio(1n, 100n)) : value.exact,
      );
    case "date":
      return dateText(value.day);
    case "text":
      return value.text;
    case "condition":
      return value.holds;
  }
}

/** Öre per unit as kronor: two decimals where they say it exactly, else the fraction. */
function kronorPerUnit(ore: Ratio): string {
  return ore.under === 1n ? decimalText(times(ore, ratio(1n, 100n)), 2, ".") : ratioText(times(ore, ratio(1n, 100n)));
}
