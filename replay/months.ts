// Narrows a run to the episodes discharged in some months. Each of them belongs to exactly one month, so runs over
// months that follow each other miss nothing and charge nothing twice.
// Rule: an episode that is not discharged is shown in all months that it has reached; nothing is charged for it yet.

import { firstDayOfMonth, monthIndex } from "@avtal/runtime/calendar";
import { textColumn } from "./read/columns/text-column.ts";
import { idOf, MISSING, UNKNOWN, type Column, type Columns } from "@avtal/runtime/columns";
import { withLater } from "@avtal/runtime/later";

/** Months since 0000-01, both counted; null without bound. */
export interface Months {
  readonly from: number | null;
  readonly through: number | null;
}

export const allMonths: Months = { from: null, through: null };

/** `2022-03` as months since 0000-01. */
export function monthFromText(text: string): number | undefined {
  const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return found === null ? undefined : Number(found[1]) * 12 + Number(found[2]) - 1;
}

/** The records of these months, in their order. */
export function within(columns: Columns, months: Months): Columns {
  if (months.from === null && months.through === null) return columns;
  const discharged = daysOf(columns.columns.get("discharged_at"));
  const admitted = daysOf(columns.columns.get("admitted_at"));
  const from = months.from === null ? -Infinity : firstDayOfMonth(months.from);
  const until = months.through === null ? Infinity : firstDayOfMonth(months.through + 1);
  const kept: number[] = [];
  for (let at = 0; at < columns.count; at++) {
    const day = given(discharged?.[at]);
    const isIn = day === undefined ? (given(admitted?.[at]) ?? -Infinity) < until : day >= from && day < until;
    if (isIn) kept.push(at);
  }
  return kept.length === columns.count ? columns : pick(columns, kept);
}

/** First and last month of discharge in the data; undefined where none was discharged. */
export function monthsOf(columns: Columns): { readonly first: number; readonly last: number } | undefined {
  let first = Infinity;
  let last = -Infinity;
  for (const value of daysOf(columns.columns.get("discharged_at")) ?? []) {
    const day = given(value);
    if (day === undefined) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return first > last ? undefined : { first: monthIndex(first), last: monthIndex(last) };
}

function daysOf(column: Column | undefined): Int32Array | undefined {
  return column?.kind === "moment" || column?.kind === "date" ? column.days : undefined;
}

function given(day: number | undefined): number | undefined {
  return day === undefined || day === MISSING || day === UNKNOWN ? undefined : day;
}

/** The records at some places, in that order. */
export function pick(columns: Columns, kept: readonly number[]): Columns {
  const places = Int32Array.from(kept);
  const picked = {
    count: kept.length,
    idAt: (record: number) => idOf(columns, places[record] ?? -1),
    columns: new Map([...columns.columns].map(([code, column]) => [code, pickColumn(column, places)])),
  };
  return withLater(picked, { ids: () => kept.map((at) => columns.ids[at] ?? "") });
}

function pickColumn(column: Column, places: Int32Array): Column {
  const of = (numbers: Int32Array): Int32Array => places.map((at) => numbers[at] ?? 0);
  switch (column.kind) {
    case "date":
      return { kind: "date", days: of(column.days) };
    case "moment":
      return { kind: "moment", days: of(column.days), seconds: of(column.seconds) };
    case "condition":
      return { kind: "condition", codes: pickCodes(column.codes, places) };
    case "code":
      return textColumn(of(column.codes), () => column.names);
    case "integer":
      return { kind: "integer", values: of(column.values) };
  }
}

function pickCodes(codes: Uint8Array, places: Int32Array): Uint8Array {
  const own = new Uint8Array(places.length);
  for (let index = 0; index < own.length; index++) own[index] = codes[places[index] ?? 0] ?? 0;
  return own;
}
