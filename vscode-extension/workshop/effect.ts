// What a change of wording costs: the same episodes run in two wordings, and the difference for each payer.
// Rule: whole öre throughout; the payers' differences sum to the total's; no value of a row is ever shown.

import type { InvoiceLine, Ore } from "@avtal/runtime/result";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { allMonths } from "@avtal/replay/months";
import { stoppedBy } from "@avtal/replay/problems/stopped";
import { tooManyRefused } from "@avtal/replay/problems/too-many-refused";
import type { DataProblem } from "@avtal/replay/data-problem";
import { plainDescription } from "@avtal/replay/read/description";
import { preliminaryReadings, type CompletedRun } from "@avtal/replay/result-json";
import { run } from "@avtal/replay/run";
import { countShown, kronorShown } from "@avtal/replay/shown";
import type { Effect, EffectRequest, EffectRow, Lang } from "./messages.ts";
import type { Opened } from "./opened.ts";

export async function effectOf(request: EffectRequest, opened: Opened, lang: Lang): Promise<Effect> {
  const before = await runIn(request.before, request, opened);
  if (Array.isArray(before)) return { kind: "refused", problems: before.map((one) => problemText(one, lang)) };
  const after = await runIn(request.after, request, opened);
  if (Array.isArray(after)) return { kind: "refused", problems: after.map((one) => problemText(one, lang)) };
  return compared(request, before, after, lang);
}

async function runIn(
  wording: string,
  { agreement, data }: EffectRequest,
  { programs, front }: Opened,
): Promise<CompletedRun | DataProblem[]> {
  const program = programs?.get(agreement);
  if (program === undefined) return [];
  const outcome = await run({
    program,
    front,
    asked: { wording, readings: [], events: [], values: [] },
    data,
    description: plainDescription,
    months: allMonths,
    maxRefused: 0,
    statistics: false,
  });
  switch (outcome.kind) {
    case "rejected":
      return [...outcome.problems];
    case "too-many-refused":
      return [tooManyRefused(data, { refused: outcome.refused.rows.length, rows: outcome.facts.rows, allowed: 0 })];
    case "stopped": {
      const { document, value } = outcome.stopped;
      return [stoppedBy(outcome.stopped, document === program.main ? value : `${document}.${value}`, outcome.dataGive)];
    }
    case "completed":
      return outcome;
  }
}

function problemText({ code, headline, advice }: DataProblem, lang: Lang): string {
  return `${code}: ${headline[lang]} ${advice[lang]}`;
}

function compared({ agreement, before, after }: EffectRequest, a: CompletedRun, b: CompletedRun, lang: Lang): Effect {
  const payers = new Map<string, { readonly name: string; before: bigint; after: bigint }>();
  const payerOf = ({ keys: { payer } }: InvoiceLine): { before: bigint; after: bigint } => {
    const known = payers.get(payer.code) ?? { name: payer.name, before: 0n, after: 0n };
    payers.set(payer.code, known);
    return known;
  };
  for (const line of a.result.lines) payerOf(line).before += line.amount;
  for (const line of b.result.lines) payerOf(line).after += line.amount;
  const rows = [...payers].sort(([one], [other]) => byCodePoint(one, other)).map(([, row]) => row);
  const sum = { before: 0n, after: 0n };
  for (const row of rows) {
    sum.before += row.before;
    sum.after += row.after;
  }
  return {
    kind: "compared",
    sentence: sentenceOf(agreement, sum, rows, lang),
    before: `${agreement}@${before}`,
    after: `${agreement}@${after}`,
    total: rowOf(lang === "sv" ? "Summa" : "Total", sum),
    payers: rows.map((row) => rowOf(row.name, row)),
    basis: basisOf(a, b, lang),
  };
}

interface BeforeAndAfter {
  readonly before: bigint;
  readonly after: bigint;
}

function rowOf(name: string, { before, after }: BeforeAndAfter): EffectRow {
  return {
    name,
    before: shown(before),
    after: shown(after),
    difference: signed(after - before),
    differenceOre: String(after - before),
  };
}

function sentenceOf(agreement: string, sum: BeforeAndAfter, rows: readonly BeforeAndAfter[], lang: Lang): string {
  const difference = sum.after - sum.before;
  const size = shown(difference < 0n ? -difference : difference);
  const more = rows.filter(({ before, after }) => after > before).length;
  const less = rows.filter(({ before, after }) => after < before).length;
  if (difference === 0n && more === 0) {
    return lang === "sv"
      ? `Enligt ${agreement} betalar alla lika mycket före och efter.`
      : `By ${agreement} everybody pays the same before and after.`;
  }
  return lang === "sv"
    ? `Enligt ${agreement} betalar kommunerna ${size} kr ${difference < 0n ? "mindre" : "mer"}. ${more} betalar mer, ${less} mindre.`
    : `By ${agreement} the municipalities pay ${size} kr ${difference < 0n ? "less" : "more"}. ${more} pay more, ${less} less.`;
}

function basisOf(a: CompletedRun, b: CompletedRun, lang: Lang): string[] {
  const { recordsIn, inRule, notCharged, undecided } = b.result.accounting;
  const [all, charged, not, open] = [recordsIn, inRule, notCharged, undecided].map(countShown);
  const readings = new Set(
    [...preliminaryReadings(a), ...preliminaryReadings(b)].map(({ document, question }) => `${document}.${question}`),
  );
  return lang === "sv"
    ? [
        `Efter: ${all} vårdtillfällen = ${charged} i en regel + ${not} inte debiterade + ${open} obestämda.`,
        `Bygger på ${readings.size} preliminära tolkningar.`,
        "Allt i avtalet är taget som det löd den ena och den andra dagen, för alla vårdtillfällen.",
        "Gäller om vårdtiderna är oförändrade.",
      ]
    : [
        `After: ${all} care episodes = ${charged} in a rule + ${not} not charged + ${open} undecided.`,
        `Stands on ${readings.size} preliminary readings.`,
        "All of the agreement is taken as worded on the one and the other day, for all care episodes.",
        "Holds if the care episodes stay as they are.",
      ];
}

function shown(amount: bigint): string {
  return kronorShown(amount as Ore);
}

function signed(amount: bigint): string {
  if (amount === 0n) return shown(amount);
  return amount < 0n ? `\u2212${shown(-amount)}` : `+${shown(amount)}`;
}
