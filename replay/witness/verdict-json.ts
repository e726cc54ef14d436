// A verdict as JSON: amounts and fractions as texts, keys in one order, the scenario whole.

import { ratioText } from "@avtal/runtime/ratio";
import type { Evaluation, InvoiceLine } from "@avtal/runtime/result";
import type { ScenarioText } from "./scenario.ts";
import type { Opinion } from "./second-opinion/second-opinion.ts";
import type { Verdict } from "./verdict.ts";

export interface SideNames {
  readonly a: string;
  readonly b: string;
}

export function verdictJson(
  verdict: Verdict,
  names: SideNames,
  scenarios: readonly ScenarioText[],
  opinion: Opinion | undefined = undefined,
): string {
  const second = opinion === undefined ? {} : { secondOpinion: opinion };
  return `${JSON.stringify({ formatVersion: 1, ...names, ...bodyOf(verdict, scenarios), ...second }, null, 2)}\n`;
}

function bodyOf(verdict: Verdict, scenarios: readonly ScenarioText[]): object {
  switch (verdict.kind) {
    case "same":
      return { verdict: "same", by: verdict.argument.by, argument: verdict.argument.steps };
    case "unknown": {
      const { tried, episodes, reasons } = verdict;
      return { verdict: "unknown", casesTried: tried, episodesAtMost: episodes, reasons };
    }
    case "differ":
      return {
        verdict: "differ",
        in: verdict.in,
        casesTried: verdict.tried,
        episodes: verdict.episodes.map(({ id, facts }) => ({
          id,
          facts: Object.fromEntries(facts.map(({ field, text }) => [field.code, text])),
        })),
        outcomes: { a: outcomeOf(verdict.a), b: outcomeOf(verdict.b) },
        scenarios: scenarios.map(({ agreement, text }) => ({ agreement, text })),
      };
  }
}

function outcomeOf(evaluation: Evaluation): object {
  if (evaluation.kind === "stopped") {
    const { value, document, reason } = evaluation;
    return { kind: "stopped", value, document, reason };
  }
  return {
    kind: "completed",
    lines: evaluation.lines.map(lineOf),
    undecided: evaluation.undecided.map(({ id, missing, document, rule }) => ({ id, missing, document, rule })),
    notCharged: evaluation.notCharged.map(({ reason, clause, records }) => ({ reason, clause, records })),
  };
}

function lineOf({ place, keys, payee, invoicer, quantity, unit, unitPrice, amount }: InvoiceLine): object {
  return {
    document: place.document,
    rule: place.rule,
    clause: place.clause,
    payer: keys.payer.code,
    period: keys.period,
    episode: keys.episode,
    payee,
    invoicer,
    quantity: quantity === null ? null : ratioText(quantity),
    unit,
    unitPriceOre: unitPrice === null ? null : ratioText(unitPrice),
    amountOre: String(amount),
  };
}
