// Whether a comparison ties out: every row accounted for on both sides, every division equal to the total.
// Rule: computed here from the parts alone, never taken over from whoever made them.

import type { Comparison } from "@avtal/replay/compare/comparison";
import type { CountedRun } from "@avtal/replay/result-json";
import type { InvoiceLine } from "@avtal/runtime/result";

export interface Account {
  readonly rows: number;
  readonly identical: number;
  readonly outsideMonths: number;
  readonly refused: number;
  readonly notCharged: number;
  readonly undecided: number;
  readonly inRule: number;
  readonly tiesOut: boolean;
}

export interface Reconciliation {
  readonly a: Account;
  readonly b: Account;
  /** Sum of lines = sum of payers = sum of payers and periods = sum of periods = total, on both sides. */
  readonly sumsTieOut: boolean;
  /** The parts of the attribution are the difference. */
  readonly partsTieOut: boolean;
  readonly tiesOut: boolean;
}

export function reconciliation(comparison: Comparison): Reconciliation {
  const { a, b, total, attribution } = comparison;
  const sides = { a: account(a.run), b: account(b.run) };
  const parts = attribution.parts.reduce((sum, { difference }) => sum + difference, 0n);
  const partsTieOut = attribution.parts.length === 0 || parts === total.difference;
  const sumsTieOut =
    sumsAre(comparison, "a", a.run.result.lines) &&
    sumsAre(comparison, "b", b.run.result.lines) &&
    total.b - total.a === total.difference &&
    comparison.payers.every(({ a: from, b: to, difference }) => to - from === difference);
  return {
    ...sides,
    sumsTieOut,
    partsTieOut,
    tiesOut: sides.a.tiesOut && sides.b.tiesOut && sumsTieOut && partsTieOut,
  };
}

export function account({ facts, outsideMonths, refused, result }: CountedRun): Account {
  const { inRule, notCharged, undecided, recordsIn } = result.accounting;
  const { rows, identicalRows: identical } = facts;
  const accounted = identical + outsideMonths + refused.rows.length + notCharged + undecided + inRule;
  const own = inRule + notCharged + undecided + result.accounting.refused;
  return {
    rows,
    identical,
    outsideMonths,
    refused: refused.rows.length,
    notCharged,
    undecided,
    inRule,
    tiesOut: accounted === rows && own === recordsIn,
  };
}

function sumsAre(comparison: Comparison, side: "a" | "b", lines: readonly InvoiceLine[]): boolean {
  const ofLines = lines.reduce((sum, { amount }) => sum + amount, 0n);
  const { payers, periods, payerPeriods, lines: pairs, total } = comparison;
  return [payers, periods, payerPeriods, pairs].every(
    (parts: readonly { readonly a: bigint; readonly b: bigint }[]) =>
      parts.reduce((sum, part) => sum + part[side], 0n) === ofLines && ofLines === total[side],
  );
}
