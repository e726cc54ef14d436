// Columns that have been read as the columns of a table, in types that every engine has.

import type { Field } from "@avtal/compiler/ir/ir";
import { MISSING, NOT_KNOWN, UNKNOWN, YES, type Column, type Columns } from "@avtal/runtime/columns";

export interface TypedColumn {
  readonly name: string;
  readonly type: "INTEGER" | "BIGINT" | "BOOLEAN" | "VARCHAR";
  /** Null for what is no field. */
  readonly field: Field | null;
  /** The plain type of the field, from the column. */
  readonly read: (column: string) => string;
  /** Null where the fact is absent. */
  readonly at: (record: number) => number | bigint | boolean | string | null;
}

export function columnsAsTable({ ids, columns }: Columns, fields: readonly Field[]): TypedColumn[] {
  const id: TypedColumn = {
    name: "id",
    type: "VARCHAR",
    field: null,
    read: asItIs,
    at: (record) => ids[record] ?? null,
  };
  const others = fields.flatMap((field): TypedColumn[] => {
    const column = columns.get(field.code);
    return column === undefined || field.code === "id" ? [] : [typed(field, column)];
  });
  const own = fields.find(({ code }) => code === "id");
  return [own === undefined ? id : { ...id, field: own }, ...others];
}

function typed(field: Field, column: Column): TypedColumn {
  const name = field.code;
  switch (column.kind) {
    case "date":
      return { name, type: "INTEGER", field, read: asDate, at: (record) => present(column.days[record]) };
    case "moment":
      return { name, type: "BIGINT", field, read: asTimestamp, at: (record) => secondsAt(column, record) };
    case "condition":
      return { name, type: "BOOLEAN", field, read: asItIs, at: (record) => truthAt(column.codes[record]) };
    case "code":
      return { name, type: "VARCHAR", field, read: asItIs, at: (record) => nameAt(column, record) };
    case "integer":
      return { name, type: "INTEGER", field, read: asLong, at: (record) => present(column.values[record]) };
  }
}

const asItIs = (column: string): string => column;
const asLong = (column: string): string => `CAST(${column} AS BIGINT)`;
const asDate = (column: string): string => `(DATE '1970-01-01' + ${column})`;
const asTimestamp = (column: string): string => `make_timestamp(${column} * 1000000)`;

function present(number: number | undefined): number | null {
  return number === undefined || number === MISSING || number === UNKNOWN ? null : number;
}

function secondsAt(column: Column & { readonly kind: "moment" }, record: number): bigint | null {
  const day = present(column.days[record]);
  return day === null ? null : BigInt(day) * 86_400n + BigInt(column.seconds[record] ?? 0);
}

function truthAt(code: number | undefined): boolean | null {
  return code === undefined || code === NOT_KNOWN ? null : code === YES;
}

function nameAt(column: Column & { readonly kind: "code" }, record: number): string | null {
  const code = present(column.codes[record]);
  return code === null ? null : (column.names[code] ?? null);
}
