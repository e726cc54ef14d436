// One run divided: by payer, by payer and period, by period, by rule. Every division sums to the total.

import { payersIn, sumOf } from "@avtal/replay/compare/sums";
import type { CompletedRun } from "@avtal/replay/result-json";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { InvoiceLine, Ore, Payer, Place } from "@avtal/runtime/result";

export interface Divided {
  readonly total: Ore;
  /** Sorted by code; every payer of a group, those who pay nothing too. */
  readonly payers: readonly PaidBy[];
  /** Sorted by payer code, then period; of groups without a line too. */
  readonly payerPeriods: readonly (PaidBy & { readonly period: string })[];
  /** Sorted by period; only where there is a line. */
  readonly periods: readonly { readonly period: string; readonly lines: number; readonly amount: Ore }[];
  /** In the order in which lines stand. */
  readonly rules: readonly { readonly place: Place; readonly lines: number; readonly amount: Ore }[];
}

export interface PaidBy {
  readonly payer: Payer;
  readonly lines: number;
  readonly amount: Ore;
}

export function divided({ result }: CompletedRun): Divided {
  const { lines, groups } = result;
  const payers = payersIn(result);
  const byPayer = summed(lines, ({ keys }) => keys.payer.code);
  const byPeriod = summed(lines, ({ keys }) => keys.period);
  const byBoth = summed(lines, pairKey);
  const pairs = new Set([...lines, ...groups.filter(({ keys }) => keys.episode === null)].map(pairKey));
  const places = new Map(lines.map(({ place }) => [ruleKey({ place }), place]));
  const byRule = summed(lines, ruleKey);
  const nothing = { lines: 0, amount: 0n as Ore };
  return {
    total: sumOf(lines),
    payers: [...payers.values()]
      .sort((one, other) => byCodePoint(one.code, other.code))
      .map((payer) => ({ payer, ...(byPayer.get(payer.code) ?? nothing) })),
    payerPeriods: [...pairs].sort(byCodePoint).map((key) => {
      const [code = "", period = ""] = key.split("\n");
      return { payer: payers.get(code) ?? { code, name: code }, period, ...(byBoth.get(key) ?? nothing) };
    }),
    periods: [...byPeriod]
      .sort(([one], [other]) => byCodePoint(one, other))
      .map(([period, sum]) => ({ period, ...sum })),
    rules: [...places].map(([key, place]) => ({ place, ...(byRule.get(key) ?? nothing) })),
  };
}

function pairKey({ keys }: Pick<InvoiceLine, "keys">): string {
  return `${keys.payer.code}\n${keys.period}`;
}

function ruleKey({ place }: Pick<InvoiceLine, "place">): string {
  return `${place.document}\n${place.rule}`;
}

interface Sum {
  readonly lines: number;
  readonly amount: Ore;
}

function summed(lines: readonly InvoiceLine[], keyOf: (line: InvoiceLine) => string): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = sums.get(key);
    sums.set(key, { lines: (known?.lines ?? 0) + 1, amount: ((known?.amount ?? 0n) + line.amount) as Ore });
  }
  return sums;
}
