// The value of a field in one record, out of its column.
// Rule: an absent optional column is what its empty field is; a column of the wrong shape is our own fault.

import { MISSING, NO, NOT_KNOWN, UNKNOWN, type Column, type Columns } from "@avtal/runtime/columns";
import { whole } from "@avtal/runtime/ratio";
import type { Field } from "@avtal/compiler/ir/ir";
import { dateOf, missing, quantityOf, unknown, type Value } from "./values.ts";

export function fieldValue(field: Field, episodes: Columns, record: number): Value {
  const column = episodes.columns.get(field.code);
  if (column === undefined) return emptyOf(field);
  const number = numberIn(column, record);
  if (number === MISSING) return missing;
  if (number === UNKNOWN) return unknown;
  switch (column.kind) {
    case "condition":
      return number === NOT_KNOWN ? emptyOf(field) : { kind: "condition", holds: number !== NO };
    case "date":
      return dateOf(number);
    case "moment":
      return { kind: "moment", day: number, seconds: certain(column.seconds[record]) };
    case "code":
      return namedValue(field, certain(column.names[number]));
    case "integer":
      return numberedValue(field, number);
  }
}

function emptyOf(field: Field): Value {
  return field.empty === "missing" ? missing : unknown;
}

function numberIn(column: Column, record: number): number {
  switch (column.kind) {
    case "date":
    case "moment":
      return certain(column.days[record]);
    case "condition":
    case "code":
      return certain(column.codes[record]);
    case "integer":
      return certain(column.values[record]);
  }
}

function namedValue(field: Field, name: string): Value {
  switch (field.kind.kind) {
    case "choice":
      return { kind: "choice", code: name };
    case "payer":
      return { kind: "payer", code: name, name: null };
    case "text":
      return { kind: "text", text: name };
    default:
      throw new Error(`The column ${field.code} holds codes, but the field is a ${field.kind.kind}.`);
  }
}

function numberedValue(field: Field, number: number): Value {
  switch (field.kind.kind) {
    case "quantity":
      return quantityOf(whole(number));
    case "clock":
      return { kind: "clock", seconds: number };
    case "month":
    case "quarter":
    case "year":
      return { kind: "period", of: field.kind.kind, index: number };
    default:
      throw new Error(`The column ${field.code} holds numbers, but the field is a ${field.kind.kind}.`);
  }
}

function certain<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("A column is shorter than the records it is for.");
  return found;
}
