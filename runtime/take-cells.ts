// Cells of the form that nearly all have, put where they belong without a thing being made on the way: what a module
// calls for each field of an episode.
// Rule: what is not plain is left to the field's writer, so that both say the same of every cell. What says nothing is left
// by functions so small that an engine writes them out wherever they are called.

import { slots, type ColumnWriter } from "./column-writer.ts";
import { NO, YES } from "./columns.ts";
import { NOT_PLAIN, plainClock, plainDay } from "./plain-moment.ts";
import { isEmpty } from "./record-cells.ts";

export function takeMoment(own: ColumnWriter | null, at: number, cell: unknown): void {
  if (own !== null && cell !== undefined && cell !== null) putMoment(own, at, cell);
}

function putMoment(own: ColumnWriter, at: number, cell: unknown): void {
  const day = typeof cell === "string" ? plainDay(cell) : NOT_PLAIN;
  const clock = typeof cell === "string" && day !== NOT_PLAIN ? plainClock(cell, day) : NOT_PLAIN;
  const { values, seconds } = own;
  if (clock !== NOT_PLAIN && at < values.length) {
    values[at] = day;
    seconds[at] = clock;
  } else takeCell(own, at, cell);
}

export function takeDate(own: ColumnWriter | null, at: number, cell: unknown): void {
  if (own !== null && cell !== undefined && cell !== null) putDate(own, at, cell);
}

function putDate(own: ColumnWriter, at: number, cell: unknown): void {
  const { values } = own;
  const day = typeof cell === "string" && cell.length === 10 ? plainDay(cell) : NOT_PLAIN;
  if (day !== NOT_PLAIN && at < values.length) values[at] = day;
  else takeCell(own, at, cell);
}

export function takeCondition(own: ColumnWriter | null, at: number, cell: unknown): void {
  if (own !== null && cell !== undefined && cell !== null) putCondition(own, at, cell);
}

function putCondition(own: ColumnWriter, at: number, cell: unknown): void {
  const { codes } = own;
  if (typeof cell === "boolean" && at < codes.length) codes[at] = cell ? YES : NO;
  else takeCell(own, at, cell);
}

export function takeCode(own: ColumnWriter | null, at: number, cell: unknown): void {
  if (own !== null && cell !== undefined && cell !== null) putCode(own, at, cell);
}

/** Codes of three signs and more are looked for by the last three of them among those that were met lately. */
function putCode(own: ColumnWriter, at: number, cell: unknown): void {
  const { values, texts, numbers } = own;
  if (typeof cell !== "string" || cell.length < 3) {
    takeCell(own, at, cell);
    return;
  }
  const last = cell.length - 1;
  const signs = (cell.charCodeAt(last - 2) * 10 + cell.charCodeAt(last - 1)) * 10 + cell.charCodeAt(last);
  const slot = signs & (slots - 1);
  if (texts[slot] !== cell || at >= values.length) {
    takeCell(own, at, cell);
    const number = own.values[at] ?? -1;
    if (number < 0) return;
    own.texts[slot] = cell;
    own.numbers[slot] = number;
  } else values[at] = numbers[slot] ?? 0;
}

export function takeCell(own: ColumnWriter | null, at: number, cell: unknown): void {
  if (own === null) return;
  if (own.field.unique || !isEmpty(cell)) own.take(own, cell, at);
}
