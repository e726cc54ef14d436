// Civil dates, `2022-03-04` and no other form.

import type { Field } from "@avtal/compiler/ir/ir";
import { dateFromText } from "@avtal/runtime/moment-text";
import { unreadableDate } from "../../problems/unreadable-date.ts";
import { cellText } from "../raw-text.ts";
import { grown, picked, sentinelOf, type ColumnBuilder } from "./column-builder.ts";

export function dateBuilder(field: Field): ColumnBuilder {
  const empty = sentinelOf(field);
  let days = new Int32Array(0);
  return {
    field,
    put(cell, at) {
      const text = cellText(cell);
      const date = dateFromText(text);
      if (!date.ok) return unreadableDate(text, date.reason);
      days[at] = date.day;
      return undefined;
    },
    putEmpty(at) {
      days[at] = empty;
    },
    reserve(capacity) {
      days = grown(days, new Int32Array(capacity));
    },
    column: (places) => ({ kind: "date", days: picked(days, places) }),
  };
}
