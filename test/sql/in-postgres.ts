// Statements in PostgreSQL, embedded. Starting it in WebAssembly takes a second, and on a busy machine half a minute.

import { PGlite } from "@electric-sql/pglite";
import type { SqlRow } from "@avtal/compiler/emit/sql/decode";
import type { SqlEngine } from "./sql-engine.ts";

type Cells = readonly (string | number | null)[];

export async function inPostgres(): Promise<SqlEngine> {
  const db = await PGlite.create();
  const rowsOf = async (sql: string): Promise<readonly Cells[]> =>
    (await db.query<Cells>(sql, [], { rowMode: "array" })).rows;
  return {
    name: "PostgreSQL",
    dialect: "postgres",
    query: async (sql) => (await rowsOf(sql)).map(sqlRow),
    texts: async (sql) => (await rowsOf(sql)).map(textsOf),
    close: () => db.close(),
  };
}

function sqlRow([section, rule, ...cells]: Cells): SqlRow {
  return [String(section), Number(rule), ...textsOf(cells)];
}

function textsOf(cells: Cells): readonly (string | null)[] {
  return cells.map((cell) => (cell === null ? null : String(cell)));
}
