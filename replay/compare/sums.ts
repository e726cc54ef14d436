// Amounts of lines summed by payer, by period and by both.

import type { Completed, InvoiceLine, Ore, Payer } from "@avtal/runtime/result";
import type { Amounts } from "./comparison.ts";

export function sumOf(lines: readonly InvoiceLine[]): Ore {
  return lines.reduce((total, line) => total + line.amount, 0n) as Ore;
}

export function amounts(a: bigint, b: bigint): Amounts {
  return { a: a as Ore, b: b as Ore, difference: (b - a) as Ore };
}

/** Lines by a key of theirs. */
export function linesBy(
  lines: readonly InvoiceLine[],
  keyOf: (line: InvoiceLine) => string,
): ReadonlyMap<string, readonly InvoiceLine[]> {
  const found = new Map<string, InvoiceLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = found.get(key);
    if (known === undefined) found.set(key, [line]);
    else known.push(line);
  }
  return found;
}

/** Total by payer code; payers of whom there is no line are left out. */
export function totalsByPayer(lines: readonly InvoiceLine[]): ReadonlyMap<string, Ore> {
  const totals = new Map<string, Ore>();
  for (const { keys, amount } of lines) {
    const { code } = keys.payer;
    totals.set(code, ((totals.get(code) ?? 0n) + amount) as Ore);
  }
  return totals;
}

/** Every payer of a group or a line, by code; of two names of one code the first. */
export function payersIn(...results: readonly Pick<Completed, "lines" | "groups">[]): ReadonlyMap<string, Payer> {
  const payers = new Map<string, Payer>();
  for (const { lines, groups } of results) {
    for (const { keys } of [...lines, ...groups]) {
      if (!payers.has(keys.payer.code)) payers.set(keys.payer.code, keys.payer);
    }
  }
  return payers;
}
