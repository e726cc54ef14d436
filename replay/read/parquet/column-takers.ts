// Puts what came back from DuckDB into the columns, a column of a chunk at a time: numbers as they are, texts as cells.
// Rule: a number enters a column only where its text would have entered it with the same value. A cell that is not
// plainly right ends the run before it, and its row is taken by itself, as texts, so that the columns say what it is.

import { dateText } from "@avtal/runtime/calendar";
import { emptyWhereNeeded } from "../../problems/empty-where-needed.ts";
import { emptyCell, holdText } from "../cell.ts";
import { ABSENT, NO_MOMENT, type CellFault, type ColumnBuilder, type Run } from "../columns/column-builder.ts";
import type { DataChunk } from "./duckdb.ts";
import { pieceLength, type QuickForm } from "./quick-form.ts";
import { halvesOf, integersOf, shortsOf, textsOf, textStart, textStep } from "./vectors.ts";

export interface ColumnTaker {
  /** Goes on to another chunk. */
  open(chunk: DataChunk, rows: number): void;
  /** Takes rows of the chunk as records and gives the first that it leaves, or the end of the run. */
  takeRun(run: Run): number;
  /** A cell of the chunk as text; empty where it is. */
  text(index: number): string;
}

/** `first`: where in a chunk the column's vectors begin. */
export function columnTaker(builder: ColumnBuilder, quick: QuickForm, first: number): ColumnTaker {
  switch (quick.form) {
    case "moment":
      return momentTaker(builder, first);
    case "day":
      return numberTaker(builder, first, dateText);
    case "number":
      return numberTaker(builder, first, String);
    case "dictionary":
      return dictionaryTaker(builder, quick.texts, first);
    case "text":
      return quick.pieces.length === 1
        ? shortTextTaker(builder, first)
        : longTextTaker(builder, first, quick.pieces.length);
  }
}

/** For a field that has no column. */
export function absentTaker(builder: ColumnBuilder): ColumnTaker {
  return {
    open: () => undefined,
    takeRun({ from, until, at }) {
      if (builder.field.unique) return from;
      for (let index = from; index < until; index++) builder.putEmpty(at + index - from);
      return until;
    },
    text: () => "",
  };
}

/** Puts one cell in the careful way. */
export function putText(builder: ColumnBuilder, text: string, at: number, row: number): CellFault | undefined {
  if (text === "" && builder.field.unique) return emptyWhereNeeded;
  if (text === "") {
    builder.putEmpty(at);
    return undefined;
  }
  oneCell.row = row;
  holdText(oneCell, text);
  return builder.put(oneCell, at);
}

const oneCell = emptyCell();

function momentTaker(builder: ColumnBuilder, first: number): ColumnTaker {
  let halves: Uint32Array = new Uint32Array(0);
  return {
    open(chunk, rows) {
      halves = halvesOf(chunk, first, rows);
    },
    takeRun: (run) => builder.putSeconds?.(halves, run) ?? run.from,
    text(index) {
      const upper = halves[index * 2 + 1];
      if (upper === NO_MOMENT) return "";
      if (upper !== 0) throw new Error(`A moment outside the years of the zone is not looked at again, at ${index}.`);
      const seconds = halves[index * 2] ?? 0;
      const clock = seconds % 86_400;
      return `${dateText((seconds - clock) / 86_400)}T${clockText(clock)}`;
    },
  };
}

function numberTaker(builder: ColumnBuilder, first: number, textOf: (value: number) => string): ColumnTaker {
  let values: Int32Array = new Int32Array(0);
  return {
    open(chunk, rows) {
      values = integersOf(chunk, first, rows);
    },
    takeRun: (run) => builder.putNumbers?.(values, run) ?? run.from,
    text(index) {
      const value = values[index] ?? ABSENT;
      return value === ABSENT ? "" : textOf(value);
    },
  };
}

/** Every text is understood once, in the row where it is met; after that its code is repeated. */
function dictionaryTaker(builder: ColumnBuilder, texts: readonly string[], first: number): ColumnTaker {
  /** By place in the dictionary + 1, so that an empty cell has one too. */
  const met = new Uint8Array(texts.length + 1);
  const codes = new Int32Array(texts.length + 1);
  let places: Int16Array = new Int16Array(0);
  return {
    open(chunk, rows) {
      places = shortsOf(chunk, first, rows);
    },
    takeRun({ from, until, at, row }) {
      const all = builder.codes?.();
      if (all === undefined) return from;
      for (let index = from; index < until; index++) {
        index = repeatCodes(places, { index, until, to: at + index - from }, { met, codes, all });
        if (index === until) break;
        const place = (places[index] ?? -1) + 1;
        const to = at + index - from;
        if (putText(builder, texts[place - 1] ?? "", to, row + index - from) !== undefined) return index;
        met[place] = 1;
        codes[place] = all[to] ?? 0;
      }
      return until;
    },
    text: (index) => texts[places[index] ?? -1] ?? "",
  };
}

/** Gives records the codes of their places, up to a place that was not met before. */
function repeatCodes(
  places: Int16Array,
  { index, until, to }: { readonly index: number; readonly until: number; readonly to: number },
  { met, codes, all }: { met: Uint8Array; codes: Int32Array; all: Int32Array | Uint8Array },
): number {
  for (let next = index, at = to; next < until; next++, at++) {
    const place = (places[next] ?? -1) + 1;
    if (met[place] !== 1) return next;
    all[at] = codes[place] ?? 0;
  }
  return until;
}

/** Texts that lie within their vector, where columns read them. */
function shortTextTaker(builder: ColumnBuilder, first: number): ColumnTaker {
  const cell = emptyCell();
  return {
    open(chunk, rows) {
      cell.bytes = textsOf(chunk, first, rows);
    },
    takeRun({ from, until, at, row }) {
      const { bytes } = cell;
      for (let index = from, to = at; index < until; index++, to++) {
        const start = index * textStep;
        const length = bytes[start] ?? 0;
        if (length === 0) {
          if (builder.field.unique) return index;
          builder.putEmpty(to);
          continue;
        }
        cell.start = start + textStart;
        cell.end = cell.start + length;
        cell.row = row + index - from;
        if (builder.put(cell, to) !== undefined) return index;
      }
      return until;
    },
    text: (index) => pieceText(cell.bytes, index),
  };
}

/** Texts whose pieces lie within vectors of their own, put together again one after another. */
function longTextTaker(builder: ColumnBuilder, first: number, count: number): ColumnTaker {
  const cell = emptyCell();
  cell.bytes = Buffer.alloc(count * pieceLength);
  let pieces: readonly Buffer[] = [];
  return {
    open(chunk, rows) {
      pieces = Array.from({ length: count }, (_, piece) => textsOf(chunk, first + piece, rows));
    },
    takeRun({ from, until, at, row }) {
      for (let index = from, to = at; index < until; index++, to++) {
        const length = joined(pieces, index, cell.bytes);
        if (length === 0) {
          if (builder.field.unique) return index;
          builder.putEmpty(to);
          continue;
        }
        cell.end = length;
        cell.row = row + index - from;
        if (builder.put(cell, to) !== undefined) return index;
      }
      return until;
    },
    text: (index) => pieces.map((piece) => pieceText(piece, index)).join(""),
  };
}

function pieceText(bytes: Buffer, index: number): string {
  const start = index * textStep;
  return bytes.toString("utf8", start + textStart, start + textStart + (bytes[start] ?? 0));
}

/** Copies the pieces of a text end to end and gives its length. */
function joined(pieces: readonly Buffer[], index: number, into: Buffer): number {
  const start = index * textStep;
  let length = 0;
  for (let piece = 0; piece < pieces.length; piece++) {
    const bytes = pieces[piece];
    const own = bytes?.[start] ?? 0;
    if (bytes === undefined || own === 0) return length;
    for (let place = start + textStart; place < start + textStart + own; place++) into[length++] = bytes[place] ?? 0;
  }
  return length;
}

/** `09:30:00` */
function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
