// Columns that have been read, as a table of DuckDB in the plain type of each field.
// Rule: a cell goes from one memory to the other; only ids and texts that hardly repeat are made texts on the way.

import duckdb, { type Connection, type DataChunk, type Vector } from "@duckdb/node-bindings";
import type { EpisodeTable } from "@avtal/compiler/emit/sql/records";
import type { Field } from "@avtal/compiler/ir/ir";
import { idOf, MISSING, NOT_KNOWN, UNKNOWN, YES, type Column, type Columns } from "@avtal/runtime/columns";

/** A column of the table, and how a chunk of it is filled. */
interface Filled {
  readonly name: string;
  /** As it stands in CREATE TABLE. */
  readonly type: string;
  readonly fill: (vector: Vector, first: number, rows: number) => void;
  /** Expression of the field's plain type, from the column. */
  readonly read: string;
}

const rowsOfChunk = 2048;

/** Makes the table `episodes`; answers with its name and columns as a statement reads them. */
export async function tableOfColumns(
  connection: Connection,
  columns: Columns,
  fields: readonly Field[],
): Promise<EpisodeTable> {
  const filled = fields.flatMap(({ code }): Filled[] => {
    const column = columns.columns.get(code);
    return column === undefined || code === "id" ? [] : [filledFrom(code, column)];
  });
  const all = [filledIds(columns), ...filled];
  await duckdb.query(
    connection,
    `CREATE TABLE episodes (${all.map(({ name, type }) => `"${name}" ${type}`).join(", ")})`,
  );
  append(connection, columns.count, all);
  const ids = fields.filter(({ code }) => code === "id").map(({ code }) => [code, `"id"`] as const);
  return {
    from: "episodes",
    id: `"id"`,
    number: "rowid",
    columns: new Map([...ids, ...filled.map(({ name, read }) => [name, read] as const)]),
  };
}

function append(connection: Connection, count: number, columns: readonly Filled[]): void {
  const appender = duckdb.appender_create(connection, null, "episodes");
  const types = columns.map((_, index) => duckdb.appender_column_type(appender, index));
  const chunk: DataChunk = duckdb.create_data_chunk(types);
  for (let first = 0; first < count; first += rowsOfChunk) {
    const rows = Math.min(rowsOfChunk, count - first);
    duckdb.data_chunk_reset(chunk);
    columns.forEach(({ fill }, index) => fill(duckdb.data_chunk_get_vector(chunk, index), first, rows));
    duckdb.data_chunk_set_size(chunk, rows);
    duckdb.append_data_chunk(appender, chunk);
  }
  duckdb.appender_close_sync(appender);
}

function filledIds(columns: Columns): Filled {
  const fill = (vector: Vector, first: number, rows: number): void => {
    for (let row = 0; row < rows; row++) assignText(vector, row, idOf(columns, first + row));
  };
  return { name: "id", type: "VARCHAR", fill, read: `"id"` };
}

function filledFrom(name: string, column: Column): Filled {
  const read = `"${name}"`;
  switch (column.kind) {
    case "date":
      return { name, type: "DATE", fill: wholeNumbers(column.days), read };
    case "integer":
      return { name, type: "INTEGER", fill: wholeNumbers(column.values), read: `CAST(${read} AS BIGINT)` };
    case "moment":
      return { name, type: "TIMESTAMP", fill: moments(column.days, column.seconds), read };
    case "condition":
      return { name, type: "BOOLEAN", fill: truths(column.codes), read };
    case "code":
      return namesFew(column.names)
        ? {
            name,
            type: enumOf(column.names),
            fill: codes(column.codes, column.names),
            read: `CAST(${read} AS VARCHAR)`,
          }
        : { name, type: "VARCHAR", fill: texts(column.codes, column.names), read };
  }
}

function wholeNumbers(values: Int32Array): Filled["fill"] {
  return (vector, first, rows) => {
    copy(vector, values.subarray(first, first + rows));
    leaveOut(vector, rows, (row) => isAbsent(values[first + row]));
  };
}

const secondsOfDay = 86_400;
const microseconds = 1_000_000;
const upperHalf = 4_294_967_296;

/** DuckDB counts microseconds since 1970-01-01 in 64 bits; those of every day that we know fit in 53. */
function moments(days: Int32Array, seconds: Int32Array): Filled["fill"] {
  const halves = new Int32Array(2 * rowsOfChunk);
  return (vector, first, rows) => {
    for (let row = 0; row < rows; row++) {
      const day = days[first + row] ?? MISSING;
      const since = isAbsent(day) ? 0 : (day * secondsOfDay + (seconds[first + row] ?? 0)) * microseconds;
      halves[2 * row] = since % upperHalf;
      halves[2 * row + 1] = Math.floor(since / upperHalf);
    }
    copy(vector, halves.subarray(0, 2 * rows));
    leaveOut(vector, rows, (row) => isAbsent(days[first + row]));
  };
}

function truths(of: Uint8Array): Filled["fill"] {
  const ofChunk = new Uint8Array(rowsOfChunk);
  return (vector, first, rows) => {
    for (let row = 0; row < rows; row++) ofChunk[row] = of[first + row] === YES ? 1 : 0;
    copy(vector, ofChunk.subarray(0, rows));
    leaveOut(vector, rows, (row) => (of[first + row] ?? NOT_KNOWN) === NOT_KNOWN);
  };
}

/** The most names whose numbers fit in two bytes. */
const mostNames = 65_535;

/** Whether DuckDB can number the names itself; texts that stand once each are no names. */
function namesFew(names: readonly string[]): boolean {
  return names.length > 0 && names.length <= mostNames && !names.some((name) => name.includes("\0"));
}

function enumOf(names: readonly string[]): string {
  return `ENUM(${names.map((name) => `'${name.replaceAll("'", "''")}'`).join(", ")})`;
}

/** A name has the same number in DuckDB as here, its place among the names, in one byte where that is enough. */
function codes(of: Int32Array, { length }: readonly string[]): Filled["fill"] {
  const ofChunk = length <= 255 ? new Uint8Array(rowsOfChunk) : new Uint16Array(rowsOfChunk);
  return (vector, first, rows) => {
    for (let row = 0; row < rows; row++) ofChunk[row] = Math.max(of[first + row] ?? 0, 0);
    copy(vector, ofChunk.subarray(0, rows));
    leaveOut(vector, rows, (row) => isNoName(of[first + row], length));
  };
}

function texts(of: Int32Array, names: readonly string[]): Filled["fill"] {
  return (vector, first, rows) => {
    for (let row = 0; row < rows; row++) assignText(vector, row, names[of[first + row] ?? -1] ?? "");
    leaveOut(vector, rows, (row) => isNoName(of[first + row], names.length));
  };
}

const utf8 = new TextEncoder();

function assignText(vector: Vector, row: number, text: string): void {
  duckdb.vector_assign_string_element_len(vector, row, utf8.encode(text));
}

function copy(vector: Vector, { buffer, byteOffset, byteLength }: Int32Array | Uint16Array | Uint8Array): void {
  if (!(buffer instanceof ArrayBuffer)) throw new Error("Cells that are shared between threads are not copied.");
  duckdb.copy_data_to_vector(vector, 0, buffer, byteOffset, byteLength);
}

function isAbsent(number: number | undefined): boolean {
  return number === undefined || number === MISSING || number === UNKNOWN;
}

function isNoName(code: number | undefined, names: number): boolean {
  return code === undefined || code < 0 || code >= names;
}

const there = new Uint8Array(rowsOfChunk / 8);

/** A bit for each row says whether its cell is there; where all are, DuckDB needs none. */
function leaveOut(vector: Vector, rows: number, isGone: (row: number) => boolean): void {
  there.fill(255);
  let isAny = false;
  for (let row = 0; row < rows; row++) {
    if (!isGone(row)) continue;
    isAny = true;
    there[row >>> 3] = (there[row >>> 3] ?? 0) & ~(1 << (row & 7));
  }
  if (!isAny) return;
  duckdb.vector_ensure_validity_writable(vector);
  duckdb.copy_data_to_vector_validity(vector, 0, there.buffer, 0, there.byteLength);
}
