// Reads a Parquet file into the record table through DuckDB, each wanted column as exact text.
// Rule: types that hold no exact answer (floats, INT96, nested ones) are refused by name; times with a zone keep it.

import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import type { DataProblem } from "../../data-problem.ts";
import { unfitColumnType, unreadableParquet } from "../../problems/parquet.ts";
import { tooMuch } from "../../problems/too-much-on-a-row.ts";
import type { Asked, FormatReading } from "../episodes.ts";
import { headerOf, type Header } from "../header.ts";
import type { OpenFile } from "../open-file.ts";
import { plainText, type Cell } from "../raw-text.ts";
import { recordTable, type RecordTable } from "../record-table.ts";
import { exactTextOf } from "./exact-text.ts";

const greatestRowCount = 10_000_000;
const greatestColumnCount = 1_000;

export async function readParquet(file: OpenFile, asked: Asked): Promise<FormatReading> {
  hashWhole(file);
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    memory_limit: "128MB",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    return await readWith(connection, file, asked);
  } catch {
    // DuckDB's message may repeat values of the file, so only the fact is said.
    return { kind: "refused", problems: [unreadableParquet(file.path)] };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function readWith(connection: DuckDBConnection, file: OpenFile, asked: Asked): Promise<FormatReading> {
  const source = `read_parquet(${quoted(withoutGlob(file.path))})`;
  const columns = await columnsOf(connection, source, file.path);
  if (columns.length > greatestColumnCount) return refused([tooMuch(file.path, 1, "too-many-fields")]);
  const names = columns.map((column) => column.name);
  const header = headerOf(names, asked);
  if (header.problems.length > 0) return refused(header.problems);

  const { expressions, wanted, problems } = expressionsFor(header, columns, asked, file.path);
  if (problems.length > 0) return refused(problems);
  const table = recordTable(asked.needed ?? asked.fields, asked.registers, plainText, file.path);
  const rows = await takeRows(connection, `select ${expressions.join(", ")} from ${source}`, wanted, table);
  if (rows > greatestRowCount) return refused([tooMuch(file.path, rows, "too-many-rows")]);
  const { absent, ignored } = header;
  return {
    kind: "table",
    table,
    format: { kind: "parquet" },
    absent,
    ignored,
    rows,
    areIdentical: undefined,
    warnings: [],
  };
}

interface ParquetColumn {
  readonly name: string;
  /** DuckDB's name of the type; `INT96` for the old timestamps that do not say what they count. */
  readonly type: string;
}

async function columnsOf(connection: DuckDBConnection, source: string, path: string): Promise<ParquetColumn[]> {
  const described = await textRows(connection, `describe select * from ${source}`);
  const stored = await textRows(connection, `select name, type from parquet_schema(${quoted(withoutGlob(path))})`);
  const old = new Set(stored.filter((row) => row[1] === "INT96").map((row) => row[0]));
  return described.map(([name = "", type = ""]) => ({ name, type: old.has(name) ? "INT96" : type }));
}

async function textRows(connection: DuckDBConnection, sql: string): Promise<string[][]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRows().map((row) => row.map((value) => String(value)));
}

function expressionsFor(
  header: Header,
  columns: readonly ParquetColumn[],
  asked: Asked,
  path: string,
): {
  readonly expressions: readonly string[];
  /** Per field the index of its expression; −1 where the file has no such column. */
  readonly wanted: readonly number[];
  readonly problems: readonly DataProblem[];
} {
  const problems: DataProblem[] = [];
  const expressions: string[] = [];
  const wanted = (asked.needed ?? asked.fields).map((field, index) => {
    const column = columns[header.source[index] ?? -1];
    if (column === undefined) return -1;
    const text = exactTextOf(`"${column.name.replaceAll('"', '""')}"`, column.type);
    if (text === undefined) problems.push(unfitColumnType(path, field.code, column.type));
    return expressions.push(text ?? "null") - 1;
  });
  return { expressions, wanted, problems };
}

/** Hands every row to the table in file order; gives their number. */
async function takeRows(
  connection: DuckDBConnection,
  sql: string,
  wanted: readonly number[],
  table: RecordTable,
): Promise<number> {
  const result = await connection.stream(sql);
  let rows = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return rows;
    const columns = chunk.getColumns();
    let index = 0;
    const find = (builder: number, cell: Cell): void => {
      const value = columns[wanted[builder] ?? -1]?.[index];
      cell.text = typeof value === "string" ? value : "";
      cell.start = 0;
      cell.end = cell.text.length;
    };
    for (; index < chunk.rowCount; index++) {
      rows += 1;
      if (rows > greatestRowCount) return rows;
      table.take({ row: rows, offset: 0, length: 0 }, find);
    }
  }
}

/** Everything goes into the file's hash, though DuckDB opens the file by itself. */
function hashWhole(file: OpenFile): void {
  const window = Buffer.alloc(1 << 20);
  while (file.next(window, 0) > 0);
}

/** The same path with the signs that DuckDB would take for a pattern made literal. */
function withoutGlob(path: string): string {
  return path.replaceAll(/[*?[]/g, (sign) => `[${sign}]`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function refused(problems: readonly DataProblem[]): FormatReading {
  return { kind: "refused", problems };
}
