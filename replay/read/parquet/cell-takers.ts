// Puts what came back from DuckDB into the columns, cell by cell: numbers as they are, texts as cells.
// Rule: a number enters a column only where its text would have entered it with the same value.

import { dateText } from "@avtal/runtime/calendar";
import type { DuckDBVector } from "@duckdb/node-api";
import { emptyWhereNeeded } from "../../problems/empty-where-needed.ts";
import { emptyCell, holdText } from "../cell.ts";
import type { CellFault, ColumnBuilder } from "../columns/column-builder.ts";
import { ABSENT, type QuickForm } from "./quick-form.ts";

/** Takes the cell at `index` of a chunk as record `at`. */
export type CellTaker = (
  chunk: readonly DuckDBVector[],
  index: number,
  at: number,
  row: number,
) => CellFault | undefined;

/** `first`: where in a chunk the column's vectors begin. */
export function cellTaker(builder: ColumnBuilder, quick: QuickForm, first: number): CellTaker {
  switch (quick.form) {
    case "moment":
      return momentTaker(builder, first);
    case "day":
      return numberTaker(builder, first, (day) => dateText(day));
    case "number":
      return numberTaker(builder, first, (value) => String(value));
    case "dictionary":
      return dictionaryTaker(builder, quick.texts, first);
    case "text":
      return textTaker(builder, first);
  }
}

/** Takes a cell as exact text, whatever its type. */
export function textTaker(builder: ColumnBuilder, first: number): CellTaker {
  const cell = emptyCell();
  return (chunk, index, at, row) => {
    const text: unknown = chunk[first]?.getItem(index);
    if (typeof text !== "string" || text === "") return putAbsent(builder, at);
    cell.row = row;
    holdText(cell, text);
    return builder.put(cell, at);
  };
}

export function putAbsent(builder: ColumnBuilder, at: number): CellFault | undefined {
  if (builder.field.unique) return emptyWhereNeeded;
  builder.putEmpty(at);
  return undefined;
}

function momentTaker(builder: ColumnBuilder, first: number): CellTaker {
  const cell = emptyCell();
  return (chunk, index, at, row) => {
    const day = numberAt(chunk, first, index);
    if (day === ABSENT) return putAbsent(builder, at);
    const seconds = numberAt(chunk, first + 1, index);
    if (builder.putNumbers?.(day, seconds, at) === true) return undefined;
    cell.row = row;
    holdText(cell, `${dateText(day)}T${clockText(seconds)}`);
    return builder.put(cell, at);
  };
}

function numberTaker(builder: ColumnBuilder, first: number, textOf: (value: number) => string): CellTaker {
  const cell = emptyCell();
  return (chunk, index, at, row) => {
    const value = numberAt(chunk, first, index);
    if (value === ABSENT) return putAbsent(builder, at);
    if (builder.putNumbers?.(value, 0, at) === true) return undefined;
    cell.row = row;
    holdText(cell, textOf(value));
    return builder.put(cell, at);
  };
}

/** Every text is understood once; after that its code is repeated. */
function dictionaryTaker(builder: ColumnBuilder, texts: readonly string[], first: number): CellTaker {
  const cell = emptyCell();
  const met = new Uint8Array(texts.length);
  const codes = new Int32Array(texts.length);
  return (chunk, index, at, row) => {
    const number = numberAt(chunk, first, index);
    const text = number === ABSENT ? "" : texts[number];
    if (text === undefined || text === "") return putAbsent(builder, at);
    if (met[number] === 1) {
      builder.coded?.put(codes[number] ?? 0, at);
      return undefined;
    }
    cell.row = row;
    holdText(cell, text);
    const fault = builder.put(cell, at);
    if (fault !== undefined || builder.coded === undefined) return fault;
    met[number] = 1;
    codes[number] = builder.coded.of(at);
    return undefined;
  };
}

function numberAt(chunk: readonly DuckDBVector[], vector: number, index: number): number {
  const value: unknown = chunk[vector]?.getItem(index);
  if (typeof value !== "number") throw new Error(`Vector ${vector} of a chunk holds no number at ${index}.`);
  return value;
}

/** `09:30:00` */
function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
