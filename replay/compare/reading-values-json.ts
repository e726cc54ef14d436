// What readings are worth, and how a value costs, as JSON, `formatVersion` 1: amounts are texts of kronor.

import { kronorText } from "@avtal/runtime/money";
import { ratio, ratioText, times, type Ratio } from "@avtal/runtime/ratio";
import type { QuantityUnit } from "@avtal/compiler/ir/ir";
import type { Ore } from "@avtal/runtime/result";
import type { ReadingValues } from "./reading-values.ts";
import type { Range, Sweep } from "./sweep.ts";

export function readingValuesJson(label: string, { total, questions, span }: ReadingValues): string {
  const document = {
    formatVersion: 1,
    agreement: label,
    total: kronorText(total),
    questions: questions.map(({ readings, ...question }) => ({
      ...question,
      readings: readings.map(({ payers, ...reading }) => ({
        ...reading,
        total: orNull(reading.total),
        difference: orNull(reading.difference),
        payers: payers.map((one) => ({
          payer: one.payer,
          total: kronorText(one.total),
          difference: kronorText(one.difference),
        })),
      })),
    })),
    span: {
      ...span,
      least: kronorText(span.least),
      greatest: kronorText(span.greatest),
      combinations: String(span.combinations),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

export function sweepJson(
  label: string,
  { range, unit }: { readonly range: Range; readonly unit: QuantityUnit },
  { points, payers, kinks }: Sweep,
): string {
  const isMoney = unit === "money" || unit === "moneyPerDay";
  const exact = (at: Ratio): string => ratioText(isMoney ? times(at, ratio(1n, 100n)) : at);
  const document = {
    formatVersion: 1,
    agreement: label,
    value: range.value,
    from: range.from,
    unit: isMoney ? "kr" : unit,
    payers,
    points: points.map(({ at, total, payers: paid }) => ({
      at: exact(at),
      total: kronorText(total),
      payers: payers.map(({ code }) => ({ code, amount: kronorText(paid.get(code) ?? (0n as Ore)) })),
    })),
    kinks: kinks.map(({ payer, what, before, at }) => ({ payer, what, before: exact(before), at: exact(at) })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function orNull(amount: Ore | null): string | null {
  return amount === null ? null : kronorText(amount);
}
