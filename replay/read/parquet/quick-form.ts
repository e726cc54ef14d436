// How DuckDB hands over a column of a Parquet file so that numbers and not texts come back: seconds, days, whole
// numbers, places in a dictionary, or texts in pieces that lie within their vector.
// Rule: what is not plainly right is looked at again as exact text, by its row.

import type { Field } from "@avtal/compiler/ir/ir";
import { firstYear, lastYear } from "@avtal/runtime/zone";
import { ABSENT } from "../columns/column-builder.ts";

/** The column as we name it, its type, and the SQL of it as exact text. */
export interface StoredColumn {
  readonly column: string;
  readonly type: string;
  readonly text: string;
}

/** `again`: SQL that is true for cells that have to be looked at as exact text, and never for empty ones. */
export type QuickForm =
  /** A timestamp without zone. */
  | { readonly form: "moment"; readonly moment: string }
  /** Whole numbers of 32 bits. */
  | { readonly form: "day" | "number"; readonly value: string; readonly again: string }
  /** Places in `texts`, −1 where empty. */
  | { readonly form: "dictionary"; readonly value: string; readonly texts: readonly string[] }
  | { readonly form: "text"; readonly pieces: readonly string[]; readonly again: string };

/** What is found out about a column before it is read. */
export interface Glance {
  /** The different texts of a column that has few. */
  readonly dictionary: Dictionary | undefined;
  /** Bytes of the longest text among the first rows. */
  readonly longest: number;
}

/** The texts of a column as an enumeration that DuckDB knows by a name of ours. */
export interface Dictionary {
  readonly type: string;
  readonly texts: readonly string[];
}

/** Undefined for a column whose type gives texts. */
export function numberFormOf(field: Field, { column, type }: StoredColumn): QuickForm | undefined {
  const { kind } = field.kind;
  if (kind === "moment" && localTypes.has(type)) {
    return { form: "moment", moment: `cast(${column} as timestamp)` };
  }
  if (kind === "date" && type === "DATE") return dayForm(column);
  if (kind === "quantity" && integerTypes.has(type)) return integerForm(column);
  if (kind === "condition" && type === "BOOLEAN") {
    return { form: "dictionary", value: `coalesce(cast(${column} as smallint), -1)`, texts: ["false", "true"] };
  }
  return undefined;
}

export function textFormOf({ column, text }: StoredColumn, glance: Glance | undefined): QuickForm {
  if (glance?.dictionary !== undefined) return dictionaryForm(column, glance.dictionary);
  return piecesForm(text, glance?.longest ?? 0);
}

/** The first moment that the zone is known for, and the first one after them. */
export const momentBounds = {
  least: `timestamp '${firstYear}-01-01'`,
  beyond: `timestamp '${lastYear + 1}-01-01'`,
} as const;

/** Bytes that DuckDB keeps within a vector of texts; longer ones lie elsewhere, where each has to be asked for. */
export const pieceLength = 12;

/** Enough for what systems give as ids: a SHA-256 is written with 64 characters. */
const greatestPieceCount = 8;

const localTypes: ReadonlySet<string> = new Set(["TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"]);
const integerTypes: ReadonlySet<string> = new Set([
  "TINYINT",
  "SMALLINT",
  "INTEGER",
  "BIGINT",
  "UTINYINT",
  "USMALLINT",
  "UINTEGER",
]);

function dayForm(column: string): QuickForm {
  return {
    form: "day",
    value: `coalesce(try_cast(${column} - date '1970-01-01' as integer), ${ABSENT})`,
    again: `${column} < date '${firstYear}-01-01' or ${column} > date '${lastYear}-12-31'`,
  };
}

/** At most nine digits, as cells have them. */
function integerForm(column: string): QuickForm {
  return {
    form: "number",
    value: `coalesce(try_cast(${column} as integer), ${ABSENT})`,
    again: `${column} < -999999999 or ${column} > 999999999`,
  };
}

function dictionaryForm(column: string, { type, texts }: Dictionary): QuickForm {
  return { form: "dictionary", value: `coalesce(cast(enum_code(cast(${column} as ${type})) as smallint), -1)`, texts };
}

/** A text of one piece may hold any signs; pieces are cut by signs, which are bytes only in plain ones. */
function piecesForm(text: string, longest: number): QuickForm {
  const count = Math.min(greatestPieceCount, Math.max(1, Math.ceil(longest / pieceLength)));
  if (count === 1) {
    return { form: "text", pieces: [`coalesce(${text}, '')`], again: `strlen(${text}) > ${pieceLength}` };
  }
  return {
    form: "text",
    pieces: Array.from(
      { length: count },
      (_, piece) => `coalesce(substring(${text}, ${piece * pieceLength + 1}, ${pieceLength}), '')`,
    ),
    again: `strlen(${text}) > ${count * pieceLength} or strlen(${text}) <> length(${text})`,
  };
}
