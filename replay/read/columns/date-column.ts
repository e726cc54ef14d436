// Civil dates, `2022-03-04` and no other form.

import type { Field } from "@avtal/compiler/ir/ir";
import { dateFromText } from "@avtal/runtime/moment-text";
import { unreadableDate } from "../../problems/unreadable-date.ts";
import { cellText } from "../cell.ts";
import { plainDay } from "./plain-day.ts";
import { ABSENT, gather, grown, sentinelOf, type ColumnBuilder } from "./column-builder.ts";

export function dateBuilder(field: Field): ColumnBuilder {
  const empty = sentinelOf(field);
  let days = new Int32Array(0);
  return {
    field,
    put(cell, at) {
      const plain = cell.end - cell.start === 10 ? plainDay(cell.bytes, cell.start) : undefined;
      if (plain !== undefined) {
        days[at] = plain;
        return undefined;
      }
      const text = cellText(cell);
      const date = dateFromText(text);
      if (!date.ok) return unreadableDate(text, date.reason);
      days[at] = date.day;
      return undefined;
    },
    putPlain(bytes, start, at) {
      const day = plainDay(bytes, start);
      if (day === undefined) return -1;
      days[at] = day;
      return start + 10;
    },
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
