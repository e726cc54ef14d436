// Civil dates, `2022-03-04` and no other form.

import type { Field } from "@avtal/compiler/ir/ir";
import { dateFromText } from "@avtal/runtime/moment-text";
import { unreadableDate } from "../../problems/unreadable-date.ts";
import { cellText } from "../cell.ts";
import { ABSENT, gather, grown, sentinelOf, type ColumnBuilder, type Run } from "./column-builder.ts";
import type { PlainCells } from "./plain-cells.ts";
import { plainDay, plainDayLength } from "./plain-day.ts";
import { wordsOfMany } from "./words.ts";

export function dateBuilder(field: Field): ColumnBuilder {
  const empty = sentinelOf(field);
  const wordsFor = wordsOfMany();
  let days = new Int32Array(0);
  return {
    field,
    put(cell, at) {
      const plain = cell.end - cell.start === plainDayLength ? plainDay(wordsFor(cell.bytes), cell.start) : 0;
      if (plain !== 0) {
        days[at] = plain;
        return undefined;
      }
      const text = cellText(cell);
      const date = dateFromText(text);
      if (!date.ok) return unreadableDate(text, date.reason);
      days[at] = date.day;
      return undefined;
    },
    usualLength: plainDayLength,
    putCells: (cells, run) => datesInto(days, cells, run, empty),
    putNumbers(values, { from, until, at }) {
      const into = days;
      for (let index = from, to = at; index < until; index++, to++) {
        const day = values[index] ?? ABSENT;
        into[to] = day === ABSENT ? empty : day;
      }
      return until;
    },
    putEmpty(at) {
      days[at] = empty;
    },
    reserve(capacity) {
      days = grown(days, new Int32Array(capacity));
    },
    column: (places) => ({ kind: "date", days: days.subarray(0, gather(days, places)) }),
  };
}

/** Fills days up to one that `put` has to say. */
function datesInto(days: Int32Array, cells: PlainCells, { from, until, at }: Run, empty: number): number {
  const { words, starts, step } = cells;
  for (let index = from, to = at, slot = from * step + cells.column; index < until; index++, to++, slot += step) {
    const start = starts[slot] ?? 0;
    const length = (starts[slot + 1] ?? 0) - 1 - start;
    if (length === 0) days[to] = empty;
    else {
      const day = length === plainDayLength ? plainDay(words, start) : 0;
      if (day === 0) return index;
      days[to] = day;
    }
  }
  return until;
}
