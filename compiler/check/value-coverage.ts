// Whether every value has exactly one row for each day of its document's life, under every combination of readings.
// Rule: we name the day, not the row, because a missing day may lie between two price lists. `saknas` is a row.

import type { Day, Days, Document, ValueText, Versioned } from "../resolve/document.ts";
import type { ValueRow } from "../syntax/ast.ts";
import type { Checking } from "./checking.ts";
import { combinations, combinationText, holds } from "./guards.ts";
import { dayWithoutRow } from "./problems/day-without-row.ts";
import { rowBeforeDocument } from "./problems/row-before-document.ts";
import { twoRowsOnOneDay } from "./problems/two-rows-on-one-day.ts";

type Row = Versioned<ValueRow>;

export function checkValueCoverage(document: Document, checking: Checking): void {
  for (const text of document.values.values()) {
    // A row without a date that exists has been reported, and its days are not known.
    if (text.rows.length === 0 || text.rows.some((row) => row.it.from.day === undefined)) continue;
    checkGaps(text, document, checking);
    checkOverlaps(text, checking);
    checkEarlyRows(text, document, checking);
  }
}

function checkGaps(text: ValueText, document: Document, checking: Checking): void {
  const life = lifeOf(text, document);
  if (life.from === undefined) return;
  for (const combination of combinations([text.guard, ...text.rows.map((row) => row.guard)], checking.documents)) {
    if (!holds(text.guard, combination)) continue;
    const day = firstDayWithout(
      text.rows.filter((row) => holds(row.guard, combination)),
      life,
    );
    if (day === undefined) continue;
    const next = text.rows.find((row) => row.days.from !== undefined && row.days.from > day);
    checking.report(dayWithoutRow({ text, day, next: next?.it, combination: combinationText(combination) }));
    return;
  }
}

/** The days for which a value must have rows: the document's, or those of the amendment that brought it. */
function lifeOf(text: ValueText, document: Document): Days {
  const { days } = document.validity;
  const brought = text.rows.map((row) => row.origin.amendment);
  if (brought.includes(undefined)) return days;
  const firsts = document.files.flatMap(({ head }) => {
    if (head?.kind !== "amendment" || !brought.includes(head.name.text)) return [];
    const from = head.validity?.from;
    return from?.kind === "date" && from.day !== undefined ? [from.day] : [];
  });
  return firsts.length === 0 ? days : { from: Math.min(...firsts), until: days.until };
}

function firstDayWithout(rows: readonly Row[], life: Days): Day | undefined {
  let day = life.from;
  if (day === undefined) return undefined;
  const end = life.until ?? Number.POSITIVE_INFINITY;
  while (day < end) {
    const today = day;
    const reach: number[] = rows
      .filter(({ days }) => (days.from ?? today) <= today && (days.until ?? Number.POSITIVE_INFINITY) > today)
      .map(({ days }) => days.until ?? Number.POSITIVE_INFINITY);
    if (reach.length === 0) return today;
    day = Math.max(...reach);
  }
  return undefined;
}

/** Two rows that one text writes from the same day, where no reading tells them apart. */
function checkOverlaps(text: ValueText, checking: Checking): void {
  for (const combination of combinations([text.guard, ...text.rows.map((row) => row.guard)], checking.documents)) {
    const begun = new Map<string, Row>();
    for (const row of text.rows) {
      if (!holds(row.guard, combination) || row.days.from !== row.it.from.day) continue;
      const key = `${row.it.from.day} ${row.origin.file}`;
      const earlier = begun.get(key);
      if (earlier !== undefined && earlier.it !== row.it) {
        checking.report(twoRowsOnOneDay({ text, first: earlier.it, second: row.it }));
        return;
      }
      begun.set(key, row);
    }
  }
}

/** A row that ends before the document begins is never in force; one that has begun by then may be. */
function checkEarlyRows(text: ValueText, document: Document, checking: Checking): void {
  const first = document.validity.days.from;
  if (first === undefined) return;
  for (const row of text.rows) {
    const day = row.days.from;
    if (day === undefined || day >= first || row.guard !== undefined) continue;
    checking.report(rowBeforeDocument({ text, row: row.it, day, first }));
  }
}
