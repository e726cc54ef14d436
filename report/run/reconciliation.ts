// Whether one run ties out: every row accounted for, every division equal to the total of the lines.
// Rule: computed here from the parts alone, never taken over from whoever made them.

import type { CompletedRun } from "@avtal/replay/result-json";
import { account, type Account } from "../reconciliation.ts";
import type { Divided } from "./divided.ts";

export interface RunReconciliation {
  readonly account: Account;
  /** Sum of lines = sum of payers = sum of payers and periods = sum of periods = sum of rules = total. */
  readonly sumsTieOut: boolean;
  readonly tiesOut: boolean;
}

export function runReconciliation(run: CompletedRun, { total, ...divisions }: Divided): RunReconciliation {
  const own = account(run);
  const { lines } = run.result;
  const sumsTieOut = [lines, divisions.payers, divisions.payerPeriods, divisions.periods, divisions.rules].every(
    (parts: readonly { readonly amount: bigint }[]) => parts.reduce((sum, { amount }) => sum + amount, 0n) === total,
  );
  return { account: own, sumsTieOut, tiesOut: own.tiesOut && sumsTieOut };
}
