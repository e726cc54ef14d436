// Records taken out of their columns, for as long as a group stands on them while the others are let go.
// Rule: nothing of what is given shares memory with the columns that it was taken from.

import { idOf, type Column, type Columns } from "./columns.ts";

/** The records at some places, in that order. */
export function takenOut(columns: Columns, places: readonly number[]): Columns {
  return {
    count: places.length,
    ids: places.map((record) => idOf(columns, record)),
    columns: new Map([...columns.columns].map(([code, column]) => [code, columnAt(column, places)])),
  };
}

/** Records of one run one after another. All parts have columns of the same fields. */
export function joined(parts: readonly Columns[]): Columns {
  const codes = new Set(parts.flatMap(({ columns }) => [...columns.keys()]));
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    ids: parts.flatMap(({ ids }) => ids),
    columns: new Map([...codes].map((code) => [code, joinedColumn(parts.map((part) => columnOf(part, code)))])),
  };
}

function columnAt(column: Column, places: readonly number[]): Column {
  const of = (numbers: Int32Array): Int32Array => Int32Array.from(places, (at) => numbers[at] ?? 0);
  switch (column.kind) {
    case "date":
      return { kind: "date", days: of(column.days) };
    case "moment":
      return { kind: "moment", days: of(column.days), seconds: of(column.seconds) };
    case "condition":
      return { kind: "condition", codes: Uint8Array.from(places, (at) => column.codes[at] ?? 0) };
    case "code":
      return namedAnew([{ codes: of(column.codes), names: column.names }]);
    case "integer":
      return { kind: "integer", values: of(column.values) };
  }
}

function columnOf({ columns }: Columns, code: string): Column {
  const column = columns.get(code);
  if (column === undefined) throw new Error(`A stretch of the records has no column ${code}.`);
  return column;
}

function joinedColumn(parts: readonly Column[]): Column {
  const ofKind = <K extends Column["kind"]>(kind: K): Extract<Column, { kind: K }>[] =>
    parts.filter((part): part is Extract<Column, { kind: K }> => part.kind === kind);
  switch (parts[0]?.kind) {
    case "date":
      return { kind: "date", days: end(ofKind("date").map(({ days }) => days)) };
    case "moment":
      return {
        kind: "moment",
        days: end(ofKind("moment").map(({ days }) => days)),
        seconds: end(ofKind("moment").map(({ seconds }) => seconds)),
      };
    case "condition":
      return { kind: "condition", codes: Uint8Array.from(ofKind("condition").flatMap(({ codes }) => [...codes])) };
    case "code":
      return namedAnew(ofKind("code"));
    case "integer":
    case undefined:
      return { kind: "integer", values: end(ofKind("integer").map(({ values }) => values)) };
  }
}

/** The same codes as numbers of the names that they stand for, each name once. */
function namedAnew(parts: readonly { readonly codes: Int32Array; readonly names: readonly string[] }[]): Column {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name) ?? names.length;
    if (known === names.length) names.push(name);
    numbers.set(name, known);
    return known;
  };
  const codes = parts.map((part) => part.codes.map((code) => (code < 0 ? code : numberOf(part.names[code] ?? ""))));
  return { kind: "code", codes: end(codes), names };
}

/** Numbers end to end. */
function end(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
