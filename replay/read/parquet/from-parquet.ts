// Reads a Parquet file into the record table through DuckDB, each wanted column as exact text.
// Rule: types that hold no exact answer (floats, INT96, nested ones) are refused by name; times with a zone keep it.

import { DuckDBInstance, type DuckDBConnection, type DuckDBVector } from "@duckdb/node-api";
import type { DataProblem } from "../../data-problem.ts";
import { unfitColumnType, unreadableParquet } from "../../problems/parquet.ts";
import { tooMuch } from "../../problems/too-much-on-a-row.ts";
import type { Asked, FormatReading } from "../episodes.ts";
import { headerOf, type Header } from "../header.ts";
import type { OpenFile } from "../open-file.ts";
import { recordTable, type RecordTable } from "../record-table.ts";
import { cellTaker, putAbsent, textTaker, type CellTaker } from "./cell-takers.ts";
import { dictionariesOf } from "./dictionaries.ts";
import { exactTextOf } from "./exact-text.ts";
import { quickFormOf, type QuickForm } from "./quick-form.ts";

const greatestRowCount = 10_000_000;
const greatestColumnCount = 1_000;

export async function readParquet(file: OpenFile, asked: Asked): Promise<FormatReading> {
  hashWhole(file);
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "2",
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

  const { wanted, problems } = wantedOf(header, columns, asked);
  if (problems.length > 0) return refused(problems);
  const table = recordTable(asked.needed ?? asked.fields, asked.registers, file.path);
  const rows = await takeRows(connection, source, wanted, table);
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

interface Wanted {
  /** The column as the file names it, quoted; undefined where the file has none for the field. */
  readonly named: string | undefined;
  /** What we call it, so that no name in a file can be taken for one of ours. */
  readonly column: string;
  readonly type: string;
  /** The column as exact text. */
  readonly text: string;
}

/** Per field what is asked of the file, and a problem for each type that holds no exact answer. */
function wantedOf(
  header: Header,
  columns: readonly ParquetColumn[],
  asked: Asked,
): { readonly wanted: readonly Wanted[]; readonly problems: readonly DataProblem[] } {
  const problems: DataProblem[] = [];
  const wanted = (asked.needed ?? asked.fields).map((field, index): Wanted => {
    const found = columns[header.source[index] ?? -1];
    const column = `c${index}`;
    if (found === undefined) return { named: undefined, column, type: "", text: "null" };
    const text = exactTextOf(column, found.type);
    if (text === undefined) problems.push(unfitColumnType(asked.path, field.code, found.type));
    return { named: `"${found.name.replaceAll('"', '""')}"`, column, type: found.type, text: text ?? "null" };
  });
  return { wanted, problems };
}

/** How each field's column comes back; undefined where the file has no such column. */
async function quickForms(
  connection: DuckDBConnection,
  source: string,
  wanted: readonly Wanted[],
  table: RecordTable,
): Promise<readonly (QuickForm | undefined)[]> {
  const inFew = table.builders.map(
    ({ coded }, index) => coded !== undefined && wanted[index]?.type === "VARCHAR" && !isPersonal(table, index),
  );
  const names = wanted.flatMap(({ named }, index) => (named !== undefined && inFew[index] === true ? [named] : []));
  const dictionaries = new Map(
    (await dictionariesOf(connection, source, names)).map((dictionary, index) => [names[index], dictionary]),
  );
  return table.builders.map(({ field }, index) => {
    const { named, column = "", type = "" } = wanted[index] ?? {};
    return named === undefined ? undefined : quickFormOf(field, column, type, dictionaries.get(named));
  });
}

/** Pseudonyms are nearly as many as records, so that nobody need count them. */
function isPersonal(table: RecordTable, index: number): boolean {
  return table.builders[index]?.field.personal === true;
}

/** Hands every row to the table in file order; gives their number. */
async function takeRows(
  connection: DuckDBConnection,
  source: string,
  wanted: readonly Wanted[],
  table: RecordTable,
): Promise<number> {
  const forms = await quickForms(connection, source, wanted, table);
  const { sql, takers, again, usual } = statementOf(source, wanted, forms, table);
  const result = await connection.stream(sql);
  let rows = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return rows;
    const vectors = Array.from({ length: usual }, (_, index) => chunk.getColumnVector(index));
    for (let index = 0; index < chunk.rowCount; index++) {
      rows += 1;
      if (rows > greatestRowCount) return rows;
      const isPlain = vectors[0]?.getItem(index) === 0;
      for (let next = vectors.length; !isPlain && next < chunk.columnCount; next++) {
        vectors.push(chunk.getColumnVector(next));
      }
      takeRow(table, isPlain ? takers : again, { vectors, index, row: rows });
    }
  }
}

interface RowAt {
  readonly vectors: readonly DuckDBVector[];
  readonly index: number;
  readonly row: number;
}

function takeRow(table: RecordTable, takers: readonly CellTaker[], { vectors, index, row }: RowAt): void {
  const at = table.next();
  for (let builder = 0; builder < takers.length; builder++) {
    const fault = takers[builder]?.(vectors, index, at, row);
    if (fault === undefined) continue;
    table.refuseRow(row, table.builders[builder]?.field.code ?? null, fault);
    return;
  }
  table.keep(row);
}

interface Statement {
  readonly sql: string;
  /** Per field, for rows that are plain and for those that are looked at again as exact texts. */
  readonly takers: readonly CellTaker[];
  readonly again: readonly CellTaker[];
  /** How many vectors of a chunk the plain rows need; those behind them hold the exact texts of the others. */
  readonly usual: number;
}

/** First whether to look again, then what is plain, then the texts of the rows that are not. */
function statementOf(
  source: string,
  wanted: readonly Wanted[],
  forms: readonly (QuickForm | undefined)[],
  { builders }: RecordTable,
): Statement {
  const selected = ["again"];
  const takers = builders.map((builder, index): CellTaker => {
    const quick = forms[index];
    if (quick === undefined) return (_, __, at) => putAbsent(builder, at);
    const first = selected.length;
    selected.push(...vectorsOf(quick, wanted[index]?.text ?? "null"));
    return cellTaker(builder, quick, first);
  });
  const usual = selected.length;
  const again = takers.map((taker, index): CellTaker => {
    const [builder, quick] = [builders[index], forms[index]];
    if (builder === undefined || quick === undefined || quick.form === "text") return taker;
    return textTaker(builder, selected.push(`case when again = 1 then ${wanted[index]?.text ?? "null"} end`) - 1);
  });
  const plain = forms.flatMap((quick) => (quick !== undefined && "isPlain" in quick ? [quick.isPlain] : []));
  const isAgain = plain.length === 0 ? "0" : `case when ${plain.join(" and ")} then 0 else 1 end`;
  const renamed = wanted.flatMap(({ named, column }) => (named === undefined ? [] : [`${named} as ${column}`]));
  const rows = `select *, ${isAgain} as again from (select ${["0 as none", ...renamed].join(", ")} from ${source})`;
  return { sql: `select ${selected.join(", ")} from (${rows})`, takers, again, usual };
}

function vectorsOf(quick: QuickForm, text: string): readonly string[] {
  switch (quick.form) {
    case "moment":
      return [quick.day, quick.seconds];
    case "day":
    case "number":
    case "dictionary":
      return [quick.value];
    case "text":
      return [`coalesce(${text}, '')`];
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
