// How DuckDB hands over a column of a Parquet file so that numbers and not texts come back: days and seconds, whole
// numbers, or places in a dictionary. Rule: what is not plainly right is looked at again as exact text, by its row.

import type { Field } from "@avtal/compiler/ir/ir";
import { firstYear, lastYear } from "@avtal/runtime/zone";

/** Stands for an empty cell among numbers. */
export const ABSENT = -2147483648;

export type QuickForm =
  | { readonly form: "moment"; readonly day: string; readonly seconds: string; readonly isPlain: string }
  | { readonly form: "day" | "number"; readonly value: string; readonly isPlain: string }
  | { readonly form: "dictionary"; readonly value: string; readonly texts: readonly string[] }
  /** Every cell as exact text. */
  | { readonly form: "text" };

/** `texts`: the different texts of a column that has few. */
export function quickFormOf(field: Field, column: string, type: string, texts: Dictionary | undefined): QuickForm {
  switch (field.kind.kind) {
    case "moment":
      return localTypes.has(type) ? momentForm(`cast(${column} as timestamp)`) : { form: "text" };
    case "date":
      return type === "DATE" ? dayForm(column) : { form: "text" };
    case "quantity":
      return integerTypes.has(type) ? numberForm(column) : { form: "text" };
    case "condition":
      if (type === "BOOLEAN")
        return { form: "dictionary", value: orAbsent(`cast(${column} as integer)`), texts: ["false", "true"] };
      return dictionaryForm(column, texts);
    case "choice":
    case "payer":
    case "text":
      return dictionaryForm(column, texts);
    case "clock":
    case "month":
    case "quarter":
    case "year":
      return { form: "text" };
  }
}

/** The texts of a column as an enumeration that DuckDB knows by a name of ours. */
export interface Dictionary {
  readonly type: string;
  readonly texts: readonly string[];
}

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

function momentForm(moment: string): QuickForm {
  const isPlain = `${moment} >= timestamp '${firstYear}-01-01' and ${moment} < timestamp '${lastYear + 1}-01-01'`;
  const part = (sql: string): string => orAbsent(`case when ${isPlain} then cast(${sql} as integer) end`);
  return {
    form: "moment",
    day: part(`epoch_us(${moment}) // 86400000000`),
    seconds: part(`(epoch_us(${moment}) % 86400000000) // 1000000`),
    isPlain: `(${moment} is null or (${isPlain}))`,
  };
}

function dayForm(column: string): QuickForm {
  const isPlain = `${column} >= date '${firstYear}-01-01' and ${column} <= date '${lastYear}-12-31'`;
  return {
    form: "day",
    value: orAbsent(`case when ${isPlain} then cast(${column} - date '1970-01-01' as integer) end`),
    isPlain: `(${column} is null or (${isPlain}))`,
  };
}

/** At most nine digits, as cells have them. */
function numberForm(column: string): QuickForm {
  const isPlain = `${column} >= -999999999 and ${column} <= 999999999`;
  return {
    form: "number",
    value: orAbsent(`case when ${isPlain} then cast(${column} as integer) end`),
    isPlain: `(${column} is null or (${isPlain}))`,
  };
}

function dictionaryForm(column: string, dictionary: Dictionary | undefined): QuickForm {
  if (dictionary === undefined) return { form: "text" };
  const value = orAbsent(`cast(enum_code(cast(${column} as ${dictionary.type})) as integer)`);
  return { form: "dictionary", value, texts: dictionary.texts };
}

function orAbsent(sql: string): string {
  return `coalesce(${sql}, ${ABSENT})`;
}
