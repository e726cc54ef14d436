// Which rows and readings a line stands on.
// Rule: what its rule reads on the decision days of the records that count in it, and on the days of each `vid`.

import { dateText } from "@avtal/runtime/calendar";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { UsedReading, UsedRow } from "@avtal/runtime/result";
import { decisionDay, suppliedOn, type RowInForce } from "@avtal/compiler/ir/in-force";
import type { Id } from "@avtal/compiler/ir/ir";
import { readsOn, spanEnds, writtenIn, type Reads, type Written } from "@avtal/compiler/ir/reads";
import type { Run } from "@avtal/compiler/ir/run";
import { evaluate } from "./evaluate.ts";
import type { Gathered } from "./groups.ts";
import { ofMember, type Scope } from "./scope.ts";

export interface Used {
  /** Sorted by document, value and first day; each once. */
  readonly rows: readonly UsedRow[];
  /** Sorted by document and question; each once. */
  readonly readings: readonly UsedReading[];
}

export function usedBy({ plan, members }: Gathered, scope: Scope): Used {
  const written = [...spanEnds(plan.rule), ...writtenIn(plan.rule)];
  const rows = new Map<string, UsedRow>();
  const readings = new Map<string, UsedReading>();
  for (const member of members)
    collect(written, { ...ofMember(member, scope), document: plan.rule.document }, rows, readings);
  return { rows: inOrder(rows), readings: inOrder(readings) };
}

/** What stands on one decision day, `X vid D` aside; not sorted. */
export function usedOn(reads: Reads, on: Pick<Scope, "own" | "run">): Used {
  return {
    rows: usedRows(reads, on),
    readings: [...reads.readings].map(([question, reading]) => usedReading(question, reading, on)),
  };
}

/** All of it together, sorted and each once. */
export function usedTogether(all: readonly Used[]): Used {
  const rows = new Map<string, UsedRow>();
  const readings = new Map<string, UsedReading>();
  for (const used of all) {
    for (const row of used.rows) rows.set(orderText(row.document, row.value, row.from ?? ""), row);
    for (const reading of used.readings)
      readings.set(orderText(reading.document, reading.question, reading.reading), reading);
  }
  return { rows: inOrder(rows), readings: inOrder(readings) };
}

function collect(
  written: readonly Written[],
  scope: Scope,
  rows: Map<string, UsedRow>,
  readings: Map<string, UsedReading>,
): void {
  const reads = readsOn(written, scope.own, scope.run);
  for (const row of usedRows(reads, scope)) rows.set(orderText(row.document, row.value, row.from ?? ""), row);
  for (const [question, reading] of reads.readings) {
    const used = usedReading(question, reading, scope);
    readings.set(orderText(used.document, used.question, used.reading), used);
  }
  for (const { of, at } of reads.elsewhere) {
    const date = evaluate(at, scope);
    if (date.kind === "date") collect([[{ guard: null, it: [of] }]], { ...scope, own: date.day }, rows, readings);
  }
}

function usedRows(reads: Reads, { own, run }: Pick<Scope, "own" | "run">): UsedRow[] {
  const dated = [...reads.rows].flatMap(([id, row]) => (row === undefined ? [] : [usedRow(id, row, run)]));
  const measured = [...reads.measured.keys()].flatMap((id): UsedRow[] => {
    const { name, document } = run.measuredOf(id);
    if (suppliedOn(id, document, own, run) === undefined) return [];
    return [{ value: name, document, from: null, supplied: true }];
  });
  return [...dated, ...measured];
}

function usedRow(id: Id, row: RowInForce, run: Run): UsedRow {
  const { name, document } = run.valueOf(id);
  if (row.kind === "supplied") return { value: name, document, from: null, supplied: true };
  const { from } = row.row;
  return { value: name, document, from: from === null ? null : dateText(from), supplied: false };
}

/** A reading that the run chose itself is as good as preliminary, unless it is the chosen one. */
function usedReading(id: Id, reading: string, { own, run }: Pick<Scope, "own" | "run">): UsedReading {
  const { name, document, chosen } = run.questionOf(id);
  const day = decisionDay(document, own, run);
  const inForce =
    chosen.findLast((choice) => choice.from === null || (day !== null && choice.from <= day)) ?? chosen[0];
  const isChosen = inForce?.reading === reading;
  return { question: name, document, reading, preliminary: isChosen ? inForce.preliminary : true };
}

function orderText(...parts: readonly string[]): string {
  return parts.join("\u0000");
}

function inOrder<T>(things: ReadonlyMap<string, T>): T[] {
  return [...things].sort(([a], [b]) => byCodePoint(a, b)).map(([, thing]) => thing);
}
