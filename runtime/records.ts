// Columns from plain objects: what tests, editors and generated `evaluate(episodes)` hand in.
// Rule: a value that cannot be right refuses its row by number and reason, without repeating the value; nothing throws.

import { ownMemory } from "./column-memory.ts";
import type { Columns } from "./columns.ts";
import type { Writers } from "./column-writer.ts";
import { columnsFromCells } from "./columns-from-cells.ts";
import type { MomentFailure } from "./moment-text.ts";
import { takeCell } from "./take-cells.ts";

/** A field of the vocabulary; the program's fields have this shape, with `payers` added from their register. */
export interface RecordField {
  /** Column name. */
  readonly code: string;
  readonly kind: RecordKind;
  readonly choices: readonly { readonly name: string; readonly code: string }[];
  /** What an empty or absent cell means. */
  readonly empty: "missing" | "unknown";
  readonly unique: boolean;
  /** Payers that the field may name; undefined where any text is taken as a code. */
  readonly payers?: readonly {
    readonly code: string;
    readonly name: string;
    readonly alsoKnownAs: readonly string[];
  }[];
}

export type RecordKind =
  | { readonly kind: "quantity"; readonly unit: string; readonly whole: boolean }
  | { readonly kind: "date" | "moment" | "clock" | "month" | "quarter" | "year" | "condition" | "text" }
  | { readonly kind: "choice"; readonly field: string }
  | { readonly kind: "payer"; readonly register: string | null };

export type Cell = string | number | boolean | null | undefined;

/** One episode as a plain object, keyed by column code. */
export type PlainRecord = Readonly<Record<string, Cell>>;

export interface RecordRefusal {
  /** Number of the record, from 1. */
  readonly row: number;
  readonly column: string;
  readonly reason: RefusalReason;
}

export type RefusalReason =
  | MomentFailure
  | "unknown-choice"
  | "unknown-payer"
  | "not-yes-or-no"
  | "not-a-whole-number"
  | "not-an-amount"
  | "not-a-period"
  | "not-text"
  | "empty"
  | "duplicate"
  | "unknown-column"
  /** Two moments in the hour that exists twice, whose order decides and cannot be told. */
  | "unclear-order";

export interface RecordsRead {
  /** The records that could be read, in input order. */
  readonly columns: Columns;
  readonly refusals: readonly RecordRefusal[];
  /** Records left out because of one refusal or more. */
  readonly refused: number;
}

/** Reads records into columns. Ids come from the field marked unique; without one they are the record's number. */
export function columnsFromRecords(fields: readonly RecordField[], records: readonly PlainRecord[]): RecordsRead {
  const known = new Set(fields.map((field) => field.code));
  return columnsFromCells(fields, {
    count: records.length,
    takePlain: null,
    take: (index, writers, at) => {
      takeOwn(records[index], writers, at);
    },
    strangeIn: (index) => Object.keys(records[index] ?? {}).filter((column) => !known.has(column)),
    memory: ownMemory(),
  });
}

/** The fields of an object's own, each read once. */
export function takeOwn(record: object | null | undefined, writers: Writers, at: number): void {
  const own = (record ?? {}) as Readonly<Record<string, unknown>>;
  for (const writer of writers) {
    const { code } = writer.field;
    takeCell(writer, at, Object.hasOwn(own, code) ? own[code] : null);
  }
}
