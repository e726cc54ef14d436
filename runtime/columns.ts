// The shape in which episodes reach every target: a struct of arrays, built once by the reader.
// Rule: an absent fact is one of two sentinels, never NaN and never a guess.

/** The field was empty and its vocabulary says that it then did not happen (`saknas`). */
export const MISSING = -2147483648;
/** The field was empty and its vocabulary says that nobody knows (`okänt`). */
export const UNKNOWN = -2147483647;

/** Codes in a condition column. */
export const NO = 0;
export const YES = 1;
export const NOT_KNOWN = 2;

/** Civil dates as days since 1970-01-01, or a sentinel. */
export interface DateColumn {
  readonly kind: "date";
  readonly days: Int32Array;
}

/** Moments in the civil time of the document's zone; `days` holds the sentinel of an absent one. */
export interface MomentColumn {
  readonly kind: "moment";
  readonly days: Int32Array;
  /** Seconds of the day, 0–86 399. */
  readonly seconds: Int32Array;
}

/** `NO`, `YES` or `NOT_KNOWN` per record. */
export interface ConditionColumn {
  readonly kind: "condition";
  readonly codes: Uint8Array;
}

/** Choices, payers and texts: an index into `names`, or a sentinel. */
export interface CodeColumn {
  readonly kind: "code";
  readonly codes: Int32Array;
  /** Choice code, payer code (`0126`) or text, by index. */
  readonly names: readonly string[];
}

/** Whole numbers (age, days to readmission), or a sentinel. */
export interface IntegerColumn {
  readonly kind: "integer";
  readonly values: Int32Array;
}

export type Column = DateColumn | MomentColumn | ConditionColumn | CodeColumn | IntegerColumn;

/**
 * All records of one run, in input order. `columns` is keyed by the field's code name. Nothing of them changes once they
 * have been evaluated: what was found of them then is remembered for later runs over the same object.
 */
export interface Columns {
  readonly count: number;
  readonly ids: readonly string[];
  /** What `ids` says of one record, where a reader can tell it without making a text of every id: see `idOf`. */
  readonly idAt?: (record: number) => string;
  readonly columns: ReadonlyMap<string, Column>;
}

/** The id of one record, for those who ask for few: a million texts take more room than what they name. */
export function idOf(columns: Pick<Columns, "ids" | "idAt">, record: number): string {
  return columns.idAt === undefined ? (columns.ids[record] ?? "") : columns.idAt(record);
}
