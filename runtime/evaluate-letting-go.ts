// A run whose columns nobody reads once it has been evaluated, so that others may lie where they lay.
// Rule: what may still be asked for is what undecided records lacked, so their facts are copied.

import { isAbsent } from "./absent-columns.ts";
import type { Column, Columns } from "./columns.ts";
import { evaluatePart, finished } from "./evaluate-part.ts";
import { knowAnew } from "./record-account.ts";
import type { Evaluation } from "./result.ts";
import type { RuleCode } from "./rule-code.ts";
import type { RunState } from "./run-state.ts";

/**
 * `start` starts the run over some of its records: no condition of a rule may ask for figures over all of them. `letGo` is
 * told when the columns are needed no more.
 */
export function evaluateLettingGo<R extends RunState>(
  rules: readonly RuleCode<R, unknown>[],
  columns: Columns,
  start: (columns: Columns) => R,
  letGo: () => void,
): Evaluation {
  const run = start(columns);
  const part = evaluatePart(rules, run, 0, columns.count);
  const evaluation = finished(part);
  // Rules look facts up in the run each time, so it goes on over the records that were kept.
  let kept: Columns | null = null;
  const records = knowAnew(part.ledger, () => {
    if (kept !== null) Object.assign(run, start(kept));
    kept = null;
  });
  kept = copyOf(columns, records);
  letGo();
  return evaluation;
}

/** Some records, known by their places among one another. */
function copyOf({ ids, columns }: Columns, records: readonly number[]): Columns {
  const named = records.map((record) => ids[record] ?? "");
  const copiedAt = (column: Column): Column => {
    // An id is the place of its record.
    if (column.kind === "code" && column.names === ids)
      return { kind: "code", codes: Int32Array.from(records.keys()), names: named };
    return isAbsent(column) ? column : columnAt(column, records);
  };
  const copied = [...columns].map(([code, column]) => [code, copiedAt(column)] as const);
  return { count: records.length, ids: named, columns: new Map(copied) };
}

function columnAt(column: Column, records: readonly number[]): Column {
  switch (column.kind) {
    case "date":
      return { ...column, days: at(column.days, records) };
    case "moment":
      return { ...column, days: at(column.days, records), seconds: at(column.seconds, records) };
    case "condition":
      return { ...column, codes: fill(new Uint8Array(records.length), column.codes, records) };
    case "integer":
      return { ...column, values: at(column.values, records) };
    case "code":
      return { ...column, codes: at(column.codes, records) };
  }
}

function at(numbers: Int32Array, records: readonly number[]): Int32Array {
  return fill(new Int32Array(records.length), numbers, records);
}

function fill<Numbers extends Int32Array | Uint8Array>(
  found: Numbers,
  from: Numbers,
  records: readonly number[],
): Numbers {
  for (let index = 0; index < records.length; index += 1) found[index] = from[records[index] ?? 0] ?? 0;
  return found;
}
