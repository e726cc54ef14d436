// A sheet as plain data: heads and rows of typed cells. A number can only be made from something exact.

import { kronorText } from "@avtal/runtime/money";
import { decimalText } from "@avtal/replay/shown";
import type { Ratio } from "@avtal/runtime/ratio";
import type { Ore } from "@avtal/runtime/result";

export type Cell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  /** Written for the row that it stands on, counted from one. */
  | { readonly kind: "formula"; readonly formula: (row: number) => string; readonly result: number }
  | { readonly kind: "nothing" };

export interface Sheet {
  /** As people read it; what a workbook does not take of it is replaced. */
  readonly name: string;
  readonly columns: readonly {
    readonly head: string;
    readonly width: number;
    readonly format?: "kronor" | "exact" | "whole" | "day";
  }[];
  readonly rows: Rows;
}

/** Rows whose number is known before they are made: there may be one an episode, and nobody holds all of them. */
export interface Rows extends Iterable<readonly Cell[]> {
  readonly length: number;
}

/** A sheet holds no more, its head included. */
export const mostRows = 1_048_576;

export function text(words: string | null | undefined): Cell {
  return words === null || words === undefined || words === "" ? nothing : { kind: "text", text: words };
}

/** The decimal that the file will show; a workbook holds nothing finer. */
export function kronor(amount: Ore): Cell {
  return { kind: "number", number: Number(kronorText(amount)) };
}

export function exact(quantity: Ratio | null | undefined): Cell {
  if (quantity === null || quantity === undefined) return nothing;
  return { kind: "number", number: Number(decimalText(quantity, 9, ".")) };
}

export function whole(number: number): Cell {
  return { kind: "number", number };
}

/** Days since 1970-01-01 as the number that a workbook shows as a date. */
export function day(days: number | undefined): Cell {
  return days === undefined ? nothing : { kind: "number", number: days + 25_569 };
}

export function formula(written: (row: number) => string, result: number): Cell {
  return { kind: "formula", formula: written, result };
}

export const nothing: Cell = { kind: "nothing" };
