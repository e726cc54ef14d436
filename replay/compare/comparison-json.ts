// A comparison as JSON, `formatVersion` 1: amounts are texts of kronor with two decimals, nothing passes through a float.

import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import { kronorText } from "@avtal/runtime/money";
import type { InvoiceLine } from "@avtal/runtime/result";
import type { Change, Changes } from "../changes/change.ts";
import { suppliedJson } from "../result-json.ts";
import type { Amounts, ComparedSide, Comparison, Movement } from "./comparison.ts";

export function comparisonJson(comparison: Comparison): string {
  const { mode, a, b, changes, total, payers, periods, payerPeriods, rules, lines, moved, attribution } = comparison;
  const document = {
    formatVersion: 1,
    mode,
    a: sideJson(a),
    b: sideJson(b),
    total: amountsJson(total),
    class: changes.class,
    changes: changes.changes.map(changeJson),
    attribution: {
      method: attribution.method,
      evaluations: attribution.evaluations,
      parts: attribution.parts.map((part) => ({
        changes: part.changes,
        difference: kronorText(part.difference),
        payers: part.payers.map(({ payer, difference }) => ({ payer, difference: kronorText(difference) })),
      })),
    },
    payers: payers.map(({ payer, verdict, ...amounts }) => ({ payer, ...amountsJson(amounts), verdict })),
    periods: periods.map(({ period, ...amounts }) => ({ period, ...amountsJson(amounts) })),
    payerPeriods: payerPeriods.map(({ payer, period, ...amounts }) => ({ payer, period, ...amountsJson(amounts) })),
    rules: rules.map(({ document: name, rule, clause, lines: count, ...amounts }) => ({
      document: name,
      rule,
      clause,
      ...amountsJson(amounts),
      lines: count,
    })),
    lines: lines.map(({ key, lineA, lineB, ...amounts }) => ({
      key,
      payer: payerOf(lineA ?? lineB),
      ...amountsJson(amounts),
      lineA: lineA?.id ?? null,
      lineB: lineB?.id ?? null,
    })),
    moved: moved.map(movementJson),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What changed, without data. */
export function changesJson(a: string, b: string, { changes, class: gravest }: Changes): string {
  const document = { formatVersion: 1, a, b, class: gravest, changes: changes.map(changeJson) };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function changeJson(change: Change): object {
  return { ...change };
}

function sideJson({ label, agreement, wording, base, run, total }: ComparedSide): object {
  return {
    label,
    agreement,
    wording,
    base,
    meaningHash: meaningHash(run.program),
    supplied: suppliedJson(run.options, run.program),
    total: kronorText(total),
    accounting: run.result.accounting,
    data: { sha256: run.facts.sha256, bytes: run.facts.bytes, rows: run.facts.rows },
  };
}

function amountsJson({ a, b, difference }: Amounts): object {
  return { a: kronorText(a), b: kronorText(b), difference: kronorText(difference) };
}

function payerOf(line: InvoiceLine | null): string {
  return line?.keys.payer.code ?? "";
}

function movementJson({ from, to, records, ids }: Movement): object {
  return { from, to, records, ids };
}
