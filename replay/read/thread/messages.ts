// What the thread that runs an agreement and the one that reads its file say to each other: plain data, and pieces of memory
// that go to and fro with it, so that nothing has to be collected.

import type { Field, RegisterIr } from "@avtal/compiler/ir/ir";
import type { DataProblem } from "../../data-problem.ts";
import type { RowForm } from "../csv/rows-taker.ts";
import type { RefusedRows } from "../refused-rows.ts";
import type { Stored } from "./stored-numbers.ts";

/** What the reading thread is started with. */
export interface Start {
  readonly form: RowForm;
  /** Those whose columns are read. */
  readonly fields: readonly Field[];
  /** Of these the ones that are of no use once the records have been checked. */
  readonly onlyChecked: readonly Field[];
  readonly registers: readonly RegisterIr[];
  /** Whether ids are noted by their hashes. */
  readonly notesIds: boolean;
}

/** Bytes of some rows, and memory for what comes of them. Both come back with the answer. */
export interface Tray {
  readonly block: SharedArrayBuffer;
  /** How much of it is filled. Only at the end of the file may its last row have no line break. */
  readonly bytes: number;
  readonly memory: SharedArrayBuffer;
}

export type BlockRead = Pick<Tray, "block" | "memory"> &
  (
    | ({ readonly kind: "read" } & SentStretch)
    /** Something that the reading of the whole file must judge. */
    | { readonly kind: "unclear" }
  );

/** A stretch as numbers in a piece of memory. Rows are counted from 1, the first of the block. */
export interface SentStretch {
  /** Records that are left. */
  readonly count: number;
  readonly columns: readonly SentColumn[];
  readonly ids: SentIds;
  /** Whose stays they are; null where the file does not say. */
  readonly patients: SentTexts | null;
  /** The rows of the records that are left; null where none lies between the first one and the last. */
  readonly recordRows: Stored | null;
  readonly firstRow: number;
  readonly repeatedHour: number;
  /** First rows with a time of each sort. */
  readonly moments: readonly SentMoments[];
  /** Rows that hold something, refused ones too, and the number of the last row. */
  readonly rows: number;
  readonly lastRow: number;
  readonly refused: RefusedRows;
  readonly warnings: readonly DataProblem[];
}

/** By record the number of a text; the texts as bytes end to end, because hardly anybody asks for them. */
export interface SentTexts {
  readonly codes: Stored;
  readonly names: Stored;
  readonly starts: Stored;
}

/** `field` is its code name. */
export type SentColumn = { readonly field: string } & (
  | { readonly kind: "date"; readonly days: Stored }
  | { readonly kind: "moment"; readonly days: Stored; readonly seconds: Stored }
  | { readonly kind: "condition"; readonly codes: Stored }
  | { readonly kind: "integer"; readonly values: Stored }
  | { readonly kind: "code"; readonly codes: Stored; readonly names: readonly string[] }
  | ({ readonly kind: "text" } & SentTexts)
  | { readonly kind: "id" }
);

export interface SentIds {
  /** Of every record, refused ones too: bytes end to end, and where each ends. */
  readonly bytes: Stored;
  readonly ends: Stored;
  /** Which of them are left; null where all are. */
  readonly kept: Stored | null;
  readonly alike: readonly string[];
  /** Hash and packed row of each, one after another; null where nobody asked. */
  readonly hashes: Stored | null;
}

export interface SentMoments {
  readonly field: string;
  readonly local: number | undefined;
  readonly offset: number | undefined;
}
