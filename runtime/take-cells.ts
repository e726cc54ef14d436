// Cells of the form that nearly all have, put where they belong without a thing being made on the way: what a module
// calls for each field of an episode.
// Rule: what is not plain is left to the field's writer, so that both say the same of every cell. Arrays are handed over,
// which an engine then looks up once for many episodes.

import { slots, type ColumnWriter, type Reading } from "./column-writer.ts";
import { NO, YES } from "./columns.ts";
import { putNextText } from "./distinct-texts.ts";
import { NOT_PLAIN, plainDay, putMoment } from "./plain-moment.ts";
import { isEmpty } from "./record-cells.ts";

/** False where the cell has to be read with care; so is what every function here says. */
export function takeMoment(days: Int32Array, seconds: Int32Array, at: number, cell: unknown): boolean {
  return typeof cell === "string" && putMoment(days, seconds, at, cell);
}

export function takeDate(days: Int32Array, at: number, cell: unknown): boolean {
  const day = typeof cell === "string" && cell.length === 10 ? plainDay(cell) : NOT_PLAIN;
  if (day === NOT_PLAIN || at >= days.length) return false;
  days[at] = day;
  return true;
}

export function takeCondition(codes: Uint8Array, at: number, cell: unknown): boolean {
  if (typeof cell !== "boolean" || at >= codes.length) return false;
  codes[at] = cell ? YES : NO;
  return true;
}

/** Codes that were met lately: of three signs and more, and known by their last three. */
export function takeCode({ texts, numbers }: ColumnWriter, values: Int32Array, at: number, cell: unknown): boolean {
  const slot = typeof cell === "string" ? slotOf(cell) : -1;
  if (slot < 0 || texts[slot] !== cell || at >= values.length) return false;
  values[at] = numbers[slot] ?? 0;
  return true;
}

function slotOf(text: string): number {
  if (text.length < 3) return -1;
  const last = text.length - 1;
  const signs = (text.charCodeAt(last - 2) * 10 + text.charCodeAt(last - 1)) * 10 + text.charCodeAt(last);
  return signs & (slots - 1);
}

/** Ids that are counted up or down. */
export function takeId({ ids }: ColumnWriter, index: number, cell: unknown): boolean {
  return typeof cell === "string" && cell.length > 0 && putNextText(ids, index, cell);
}

/**
 * Reads with care what was not plain of the episode at `index`; false where it is refused, or where its order to other
 * moments may be unclear.
 */
export function takeWithCare(own: ColumnWriter, reading: Reading, index: number, at: number, cell: unknown): boolean {
  const { refusals, folds } = reading;
  const before = refusals.length + folds.length;
  reading.row = index + 1;
  takeCell(own, at, cell);
  if (typeof cell === "string") remember(own, at, cell);
  return refusals.length + folds.length === before;
}

/** A code is known again by its last signs. */
function remember({ values, texts, numbers }: ColumnWriter, at: number, text: string): void {
  const slot = numbers.length === 0 ? -1 : slotOf(text);
  const number = values[at] ?? -1;
  if (slot < 0 || number < 0) return;
  texts[slot] = text;
  numbers[slot] = number;
}

export function takeCell(own: ColumnWriter, at: number, cell: unknown): void {
  if (own.field.unique || !isEmpty(cell)) own.take(own, cell, at);
}
