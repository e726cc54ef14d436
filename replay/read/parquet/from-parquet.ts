// Reads a Parquet file into the record table through DuckDB, each wanted column as numbers or as exact text.
// Rule: types that hold no exact answer (floats, INT96, nested ones) are refused by name; times with a zone keep it.

import type { DataProblem } from "../../data-problem.ts";
import { openDatabase, type Connection } from "../../duckdb/open.ts";
import { textRows } from "../../duckdb/rows.ts";
import { unfitColumnType, unreadableParquet } from "../../problems/parquet.ts";
import { tooManyRows, tooMuch } from "../../problems/too-much-on-a-row.ts";
import type { Asked, FormatReading, Stretches } from "../episodes.ts";
import { fillingFor, type Filling } from "../filling.ts";
import { headerOf, type Header } from "../header.ts";
import type { OpenFile } from "../open-file.ts";
import type { RecordTable } from "../record-table.ts";
import { eachChunk } from "./chunks.ts";
import { exactTextOf } from "./exact-text.ts";
import { glancesAt, type TextColumn } from "./glances.ts";
import { numberFormOf, textFormOf, type StoredColumn } from "./quick-form.ts";
import { rowsTaker } from "./rows-taker.ts";
import { statementOf, type WantedColumn } from "./statement.ts";

const greatestColumnCount = 1_000;

/** One thread decodes while ours takes what the one before gave; a second one would only hold more of the file. */
const settings = { threads: "1", memory_limit: "128MB" } as const;

export async function readParquet(file: OpenFile, asked: Asked, stretches: Stretches | null): Promise<FormatReading> {
  hashWhole(file);
  const opened = await openDatabase(settings);
  try {
    return await readWith(opened.connection, file, asked, fillingFor(asked, stretches));
  } catch {
    // DuckDB's message may repeat values of the file, so only the fact is said.
    return { kind: "refused", problems: [unreadableParquet(file.path)] };
  } finally {
    opened.close();
  }
}

async function readWith(
  connection: Connection,
  file: OpenFile,
  asked: Asked,
  filling: Filling,
): Promise<FormatReading> {
  const source = `read_parquet(${quoted(withoutGlob(file.path))})`;
  const columns = await columnsOf(connection, source, file.path);
  if (columns.length > greatestColumnCount) return refused([tooMuch(file.path, 1, "too-many-fields")]);
  const names = columns.map((column) => column.name);
  const header = headerOf(names, asked);
  if (header.problems.length > 0) return refused(header.problems);

  const { stored, problems } = storedOf(header, columns, asked);
  if (problems.length > 0) return refused(problems);
  const rows = await takeRows(connection, source, stored, filling);
  const { greatestRowCount } = filling;
  if (rows > greatestRowCount) return refused([tooManyRows(file.path, rows, greatestRowCount)]);
  const { absent, ignored } = header;
  return {
    kind: "table",
    table: filling.table,
    refused: filling.refused,
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

async function columnsOf(connection: Connection, source: string, path: string): Promise<ParquetColumn[]> {
  const described = await textRows(connection, ["column_name", "column_type"], `(describe select * from ${source})`);
  const stored = await textRows(connection, ["name", "type"], `parquet_schema(${quoted(withoutGlob(path))})`);
  const old = new Set(stored.filter((row) => row[1] === "INT96").map((row) => row[0]));
  return described.map(([name = "", type = ""]) => ({ name, type: old.has(name) ? "INT96" : type }));
}

/** A column of the file as it names it, quoted. */
type NamedColumn = StoredColumn & { readonly named: string };

/** Per field its column, undefined where the file has none, and a problem for each type that holds no exact answer. */
function storedOf(
  header: Header,
  columns: readonly ParquetColumn[],
  asked: Asked,
): { readonly stored: readonly (NamedColumn | undefined)[]; readonly problems: readonly DataProblem[] } {
  const problems: DataProblem[] = [];
  const stored = (asked.needed ?? asked.fields).map((field, index): NamedColumn | undefined => {
    const found = columns[header.source[index] ?? -1];
    if (found === undefined) return undefined;
    const column = `c${index}`;
    const text = exactTextOf(column, found.type);
    if (text === undefined) problems.push(unfitColumnType(asked.path, field.code, found.type));
    return { named: `"${found.name.replaceAll('"', '""')}"`, column, type: found.type, text: text ?? "null" };
  });
  return { stored, problems };
}

/** Hands every row to the table in file order; gives their number, or one more than may be. */
async function takeRows(
  connection: Connection,
  source: string,
  stored: readonly (NamedColumn | undefined)[],
  filling: Filling,
): Promise<number> {
  const { greatestRowCount } = filling;
  const wanted = await wantedOf(connection, source, stored, filling.table);
  const statement = statementOf(
    source,
    wanted.flatMap((column) => column ?? []),
  );
  const [[count] = []] = await textRows(connection, ["count(*)"], source);
  filling.expect(Math.min(greatestRowCount, Number(count)));
  let takeChunk = rowsTaker(filling.table, wanted, statement);
  let rows = 0;
  await eachChunk(connection, statement.sql, (chunk, size) => {
    rows += size;
    if (rows > greatestRowCount) return false;
    takeChunk(chunk, size, rows - size);
    // Places in a list of texts stand for codes, which begin anew.
    if (filling.turn()) takeChunk = rowsTaker(filling.table, wanted, statement);
    return !filling.isOver();
  });
  return Math.min(rows, greatestRowCount + 1);
}

/** How each field's column comes back. */
async function wantedOf(
  connection: Connection,
  source: string,
  stored: readonly (NamedColumn | undefined)[],
  { builders }: RecordTable,
): Promise<readonly (WantedColumn | undefined)[]> {
  const texts = stored.flatMap((column, index): TextColumn[] => {
    const builder = builders[index];
    if (column === undefined || builder === undefined || numberFormOf(builder.field, column) !== undefined) return [];
    // Pseudonyms are nearly as many as records, so that nobody need count them.
    const mayBeFew = builder.codes !== undefined && column.type === "VARCHAR" && !builder.field.personal;
    return [{ ...column, mayBeFew }];
  });
  const glances = await glancesAt(connection, source, texts);
  return stored.map((column, index) => {
    const field = builders[index]?.field;
    if (column === undefined || field === undefined) return undefined;
    return { ...column, quick: numberFormOf(field, column) ?? textFormOf(column, glances.get(column.column)) };
  });
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
