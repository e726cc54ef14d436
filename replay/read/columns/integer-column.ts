// Whole numbers: an optional minus and at most nine digits, nothing that a spreadsheet adds.

import type { Field } from "@avtal/compiler/ir/ir";
import { notAWholeNumber } from "../../problems/not-a-whole-number.ts";
import { cellText } from "../raw-text.ts";
import { grown, picked, sentinelOf, type ColumnBuilder } from "./column-builder.ts";

/** What a number of this column can be at most, by column name; other columns take every whole number. */
const bounds: ReadonlyMap<string, { readonly least: number; readonly greatest: number }> = new Map([
  ["age_at_discharge", { least: 0, greatest: 130 }],
  ["days_to_unplanned_readmission", { least: 0, greatest: 36_525 }],
]);

export function integerBuilder(field: Field): ColumnBuilder {
  const empty = sentinelOf(field);
  const bound = bounds.get(field.code);
  let values = new Int32Array(0);
  return {
    field,
    put(cell, at) {
      const text = cellText(cell);
      if (!/^-?\d{1,9}$/.test(text)) return notAWholeNumber(text, undefined);
      const value = Number(text);
      if (bound !== undefined && (value < bound.least || value > bound.greatest)) return notAWholeNumber(text, bound);
      values[at] = value;
      return undefined;
    },
    putEmpty(at) {
      values[at] = empty;
    },
    reserve(capacity) {
      values = grown(values, new Int32Array(capacity));
    },
    column: (places) => ({ kind: "integer", values: picked(values, places) }),
  };
}
