// What a change of wording costs: the same episodes compared in two wordings, as `avtal diff` compares them.
// Rule: whole öre throughout; the payers' differences and those of the changes sum to the total's; no value of a row is
// ever shown.

import type { Ore } from "@avtal/runtime/result";
import { dayFromText } from "@avtal/runtime/calendar";
import type { Side } from "@avtal/replay/changes/side";
import { compare } from "@avtal/replay/compare/compare";
import type { Amounts, Comparison } from "@avtal/replay/compare/comparison";
import type { DataProblem } from "@avtal/replay/data-problem";
import { allMonths } from "@avtal/replay/months";
import { stoppedBy } from "@avtal/replay/problems/stopped";
import { tooManyRefused } from "@avtal/replay/problems/too-many-refused";
import { plainDescription } from "@avtal/replay/read/description";
import { preliminaryReadings } from "@avtal/replay/result-json";
import { countShown, kronorShown } from "@avtal/replay/shown";
import type { Effect, EffectRequest, EffectRow, Lang } from "./messages.ts";
import type { Opened } from "./opened.ts";

export async function effectOf(request: EffectRequest, opened: Opened, lang: Lang): Promise<Effect> {
  const [a, b] = [sideOf(request.before, request, opened), sideOf(request.after, request, opened)];
  if (a === undefined || b === undefined) return { kind: "refused", problems: [noSuchWording[lang]] };
  const outcome = await compare({
    a,
    b,
    mode: "counterfactual",
    data: request.data,
    description: plainDescription,
    months: allMonths,
    maxRefused: 0,
    attribution: "clause-order",
    chargedThrough: null,
  });
  const refused = (...problems: readonly DataProblem[]): Effect => ({
    kind: "refused",
    problems: problems.map(({ code, headline, advice }) => `${code}: ${headline[lang]} ${advice[lang]}`),
  });
  switch (outcome.kind) {
    case "rejected":
      return refused(...outcome.problems);
    case "too-many-refused": {
      const counts = { refused: outcome.refused.rows.length, rows: outcome.facts.rows, allowed: 0 };
      return refused(tooManyRefused(request.data, counts));
    }
    case "stopped": {
      const { stopped, dataGive, program } = outcome.outcome;
      const name = stopped.document === program.main ? stopped.value : `${stopped.document}.${stopped.value}`;
      return refused(stoppedBy(stopped, name, dataGive));
    }
    case "completed":
      return compared(request, outcome.comparison, lang);
  }
}

const noSuchWording = { sv: "Lydelsen finns inte.", en: "There is no such wording." };

function sideOf(date: string, { agreement }: EffectRequest, { programs, front }: Opened): Side | undefined {
  const [program, wording] = [programs?.get(agreement), dayFromText(date)];
  if (program === undefined || wording === undefined) return undefined;
  const label = `${agreement}@${date}`;
  return { label, base: null, front, program, wording, readings: new Map(), events: new Map(), values: [] };
}

function compared({ agreement, before, after }: EffectRequest, comparison: Comparison, lang: Lang): Effect {
  const { total, changes, attribution } = comparison;
  const payers = comparison.payers.filter(({ verdict }) => verdict !== "nothing");
  const saysOf = new Map(changes.changes.map(({ key, says }) => [key, says[lang]]));
  return {
    kind: "compared",
    sentence: sentenceOf(agreement, comparison, lang),
    before: lang === "sv" ? `Lydelsen ${before}` : `The wording of ${before}`,
    after: lang === "sv" ? `lydelsen ${after}` : `that of ${after}`,
    total: rowOf(lang === "sv" ? "Summa" : "Total", total),
    payers: payers.map((row) => rowOf(row.payer.name, row)),
    changes: attribution.parts
      .filter(({ difference }) => difference !== 0n)
      .map(({ changes: keys, difference }) => ({
        says: keys.map((key) => saysOf.get(key) ?? key).join("; "),
        difference: signed(difference),
      })),
    basis: basisOf(comparison, lang),
  };
}

function rowOf(name: string, { a, b, difference }: Amounts): EffectRow {
  return {
    name,
    before: kronorShown(a),
    after: kronorShown(b),
    difference: signed(difference),
    differenceOre: String(difference),
  };
}

function sentenceOf(agreement: string, { total, payers }: Comparison, lang: Lang): string {
  const { difference } = total;
  const size = kronorShown((difference < 0n ? -difference : difference) as Ore);
  const more = payers.filter((payer) => payer.difference > 0n).length;
  const less = payers.filter((payer) => payer.difference < 0n).length;
  if (more + less === 0) {
    return lang === "sv"
      ? `Enligt ${agreement} betalar alla lika mycket före och efter.`
      : `By ${agreement} everybody pays the same before and after.`;
  }
  return lang === "sv"
    ? `Enligt ${agreement} betalar kommunerna ${size} kr ${difference < 0n ? "mindre" : "mer"}. ${more} betalar mer, ${less} mindre.`
    : `By ${agreement} the municipalities pay ${size} kr ${difference < 0n ? "less" : "more"}. ${more} pay more, ${less} less.`;
}

function basisOf({ a: { run: before }, b: { run: after } }: Comparison, lang: Lang): string[] {
  const { recordsIn, inRule, notCharged, undecided } = after.result.accounting;
  const [all, charged, not, open] = [recordsIn, inRule, notCharged, undecided].map(countShown);
  const readings = new Set(
    [before, after].flatMap(preliminaryReadings).map(({ document, question }) => `${document}.${question}`),
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

function signed(amount: Ore): string {
  if (amount === 0n) return kronorShown(amount);
  return amount < 0n ? `\u2212${kronorShown(-amount as Ore)}` : `+${kronorShown(amount)}`;
}
