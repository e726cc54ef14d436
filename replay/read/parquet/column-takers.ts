// Puts what came back from DuckDB into the columns, a column of a chunk at a time: numbers as they are, texts as cells.
// Rule: a number enters a column only where its text would have entered it with the same value. A cell that is not
// plainly right ends the run before it, and its row is taken by itself, as texts, so that the columns say what it is.

import { dateText } from "@avtal/runtime/calendar";
import { emptyWhereNeeded } from "../../problems/empty-where-needed.ts";
import { emptyCell, holdText } from "../cell.ts";
import { ABSENT, NO_MOMENT, type CellFault, type ColumnBuilder, type Run } from "../columns/column-builder.ts";
import { cellAt, type PlainCells } from "../columns/plain-cells.ts";
import { wordsOf, wordSize } from "../columns/words.ts";
import type { DataChunk } from "../../duckdb/open.ts";
import { pieceLength, type QuickForm } from "./quick-form.ts";
import { halvesOf, integersOf, shortsOf, textsOf, textStart, textStep } from "../../duckdb/vectors.ts";

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
      return textTaker(builder, quick.pieces.length === 1 ? shortTexts(first) : longTexts(first, quick.pieces.length));
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

/** Texts as cells that a column takes one below another; where each begins and ends is found once a chunk. */
function textTaker(builder: ColumnBuilder, open: (chunk: DataChunk, rows: number) => PlainCells): ColumnTaker {
  let cells = cellsOf(Buffer.alloc(0), new Int32Array(0));
  return {
    open(chunk, rows) {
      cells = open(chunk, rows);
    },
    takeRun: (run) => builder.putCells(cells, run),
    text(index) {
      const { bytes, start, end } = cellAt(cells, index * cellStep, 0);
      return bytes.toString("utf8", start, end);
    },
  };
}

/** Texts that lie within their vector, where columns read them. */
function shortTexts(first: number): (chunk: DataChunk, rows: number) => PlainCells {
  let places = new Int32Array(0);
  return (chunk, rows) => {
    const bytes = textsOf(chunk, first, rows);
    if (places.length < rows * cellStep) places = new Int32Array(rows * cellStep);
    for (let index = 0; index < rows; index++) {
      const start = index * textStep;
      places[index * cellStep] = start + textStart;
      places[index * cellStep + 1] = start + textStart + (bytes[start] ?? 0) + 1;
    }
    return cellsOf(bytes, places);
  };
}

/**
 * Texts whose pieces lie within vectors of their own, put together again: a piece that another follows is full, but in
 * rows that are looked at again, of which nobody asks here.
 */
function longTexts(first: number, count: number): (chunk: DataChunk, rows: number) => PlainCells {
  const words = count * pieceWords;
  let joined = new Int32Array(0);
  let bytes = Buffer.alloc(0);
  let places = new Int32Array(0);
  return (chunk, rows) => {
    if (joined.length < rows * words) {
      joined = new Int32Array(rows * words);
      bytes = Buffer.from(joined.buffer);
      places = new Int32Array(rows * cellStep);
    }
    for (let index = 0; index < rows; index++) {
      places[index * cellStep] = index * words * wordSize;
      places[index * cellStep + 1] = index * words * wordSize + 1;
    }
    for (let piece = 0; piece < count; piece++) {
      const from = integersOf(chunk, first + piece, rows * textWords);
      for (let index = 0; index < rows; index++) {
        const [own, to] = [index * textWords, index * words + piece * pieceWords];
        for (let word = 0; word < pieceWords; word++) joined[to + word] = from[own + 1 + word] ?? 0;
        places[index * cellStep + 1] = (places[index * cellStep + 1] ?? 0) + (from[own] ?? 0);
      }
    }
    return cellsOf(bytes, places);
  };
}

/** Where a cell begins, and the place after its end. */
const cellStep = 2;
const pieceWords = pieceLength / wordSize;
const textWords = textStep / wordSize;

function cellsOf(bytes: Buffer, starts: Int32Array): PlainCells {
  return { bytes, words: wordsOf(bytes), starts, step: cellStep, column: 0 };
}

/** `09:30:00` */
function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
