// Runs a statement in DuckDB, embedded: the default engine where the data are large.
// Rule: nothing is installed or fetched; a result leaves as texts, exactly as the statement wrote them.

import { DuckDBDataChunk, DuckDBInstance, type DuckDBConnection, type DuckDBType } from "@duckdb/node-api";
import type { SqlRow } from "@avtal/compiler/emit/sql/decode";
import { columnsAsTable, type TypedColumn } from "./columns-as-table.ts";
import type { EpisodeTable } from "@avtal/compiler/emit/sql/records";
import type { Field } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import { BIGINT, BOOLEAN, INTEGER, VARCHAR } from "@duckdb/node-api";

export interface DuckDb {
  readonly query: (sql: string) => Promise<SqlRow[]>;
  /** Makes a table of columns that have been read; its name and columns are what a statement reads. */
  readonly load: (columns: Columns, fields: readonly Field[]) => Promise<EpisodeTable>;
  readonly close: () => void;
}

/** `memory`: at most so much, `2GB`; larger intermediate results go to a temporary folder. */
export async function openDuckDb(memory: string): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: memory,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  // It would ask of every record, once more, which of all the rules takes it.
  await connection.run("SET disabled_optimizers = 'cte_filter_pusher'");
  return {
    query: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRows().map((row) => {
        const [section, rule, ...cells] = row;
        const texts = cells.map((cell) => (cell === null ? null : String(cell)));
        return [String(section), Number(rule), ...texts] as const;
      });
    },
    load: (columns, fields) => loaded(connection, columns, fields),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const rowsOfChunk = 2048;

async function loaded(connection: DuckDBConnection, columns: Columns, fields: readonly Field[]): Promise<EpisodeTable> {
  const table = columnsAsTable(columns, fields);
  const types = table.map(({ type }) => duckDbTypes[type]);
  const written = table.map(({ name, type }) => `"${name}" ${type}`);
  await connection.run(`CREATE TABLE episodes (${written.join(", ")})`);
  const appender = await connection.createAppender("episodes");
  for (let first = 0; first < columns.count; first += rowsOfChunk) {
    appender.appendDataChunk(chunkOf(table, types, first, Math.min(rowsOfChunk, columns.count - first)));
  }
  appender.closeSync();
  return {
    from: "episodes",
    id: `"id"`,
    number: "rowid",
    columns: new Map(
      table.flatMap(({ name, field, read }) => (field === null ? [] : [[field.code, read(`"${name}"`)]])),
    ),
  };
}

const duckDbTypes: Readonly<Record<TypedColumn["type"], DuckDBType>> = { INTEGER, BIGINT, BOOLEAN, VARCHAR };

function chunkOf(
  table: readonly TypedColumn[],
  types: readonly DuckDBType[],
  first: number,
  count: number,
): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(types, count);
  table.forEach(({ at }, index) => {
    chunk.setColumnValues(
      index,
      Array.from({ length: count }, (_, row) => at(first + row)),
    );
  });
  return chunk;
}
