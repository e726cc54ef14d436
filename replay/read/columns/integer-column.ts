// Whole numbers: an optional minus and at most nine digits, nothing that a spreadsheet adds.

import type { Field } from "@avtal/compiler/ir/ir";
import { notAWholeNumber } from "../../problems/not-a-whole-number.ts";
import { cellText } from "../cell.ts";
import { ABSENT, gather, grown, sentinelOf, type ColumnBuilder } from "./column-builder.ts";

/** What a number of this column can be at most, by column name; other columns take every whole number. */
const bounds: ReadonlyMap<string, { readonly least: number; readonly greatest: number }> = new Map([
  ["age_at_discharge", { least: 0, greatest: 130 }],
  ["days_to_unplanned_readmission", { least: 0, greatest: 36_525 }],
]);

export function integerBuilder(field: Field): ColumnBuilder {
  const empty = sentinelOf(field);
  const bound = bounds.get(field.code);
  const { least, greatest } = bound ?? { least: -999_999_999, greatest: 999_999_999 };
  let values = new Int32Array(0);
  return {
    field,
    put(cell, at) {
      const value = wholeNumberIn(cell.bytes, cell.start, cell.end);
      if (value === undefined) return notAWholeNumber(cellText(cell), undefined);
      if (bound !== undefined && (value < bound.least || value > bound.greatest)) {
        return notAWholeNumber(cellText(cell), bound);
      }
      values[at] = value;
      return undefined;
    },
    putNumbers(numbers, { from, until, at }) {
      const into = values;
      for (let index = from, to = at; index < until; index++, to++) {
        const value = numbers[index] ?? ABSENT;
        if (value === ABSENT) into[to] = empty;
        else if (value < least || value > greatest) return index;
        else into[to] = value;
      }
      return until;
    },
    putCells(cells, { from, until, at }) {
      const { bytes, starts, step } = cells;
      const into = values;
      for (let index = from, to = at, slot = from * step + cells.column; index < until; index++, to++, slot += step) {
        const start = starts[slot] ?? 0;
        const end = (starts[slot + 1] ?? 0) - 1;
        if (start === end) into[to] = empty;
        else {
          const value = wholeNumberIn(bytes, start, end);
          if (value === undefined || value < least || value > greatest) return index;
          into[to] = value;
        }
      }
      return until;
    },
    putEmpty(at) {
      values[at] = empty;
    },
    reserve(capacity) {
      values = grown(values, new Int32Array(capacity));
    },
    column: (places) => ({ kind: "integer", values: values.subarray(0, gather(values, places)) }),
  };
}

/** Up to nine digits after an optional minus; undefined for anything else. */
function wholeNumberIn(bytes: Uint8Array, start: number, end: number): number | undefined {
  const isNegative = bytes[start] === minus;
  const first = isNegative ? start + 1 : start;
  if (end === first || end - first > 9) return undefined;
  let value = 0;
  for (let place = first; place < end; place++) {
    const digit = (bytes[place] ?? 0) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return isNegative ? -value : value;
}

const minus = 45;
