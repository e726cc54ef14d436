// The drawn episodes as a Parquet file and as a CSV file with the columns of the vocabulary, in their plain types.
// Rule: made once for each number of episodes; what lies half written under another name is never taken for whole.

import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { BIGINT, BOOLEAN, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from "@duckdb/node-api";
import { columnsAsTable, type TypedColumn } from "./typed-columns.ts";
import type { Field } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import type { DrawnEpisodes } from "../evaluator/episodes.ts";

export interface DrawnFiles {
  readonly csv: string;
  readonly parquet: string;
}

const duckDbTypes = { INTEGER, BIGINT, BOOLEAN, VARCHAR } as const;
const rowsOfChunk = 2048;

export async function drawnFiles(
  { columns }: DrawnEpisodes,
  fields: readonly Field[],
  folder: string,
): Promise<DrawnFiles> {
  mkdirSync(folder, { recursive: true });
  const [csv, parquet] = ["csv", "parquet"].map((format) => join(folder, `drawn-${columns.count}.${format}`));
  if (csv === undefined || parquet === undefined) throw new Error("No file is named.");
  if (existsSync(csv) && existsSync(parquet)) return { csv, parquet };
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const table = columnsAsTable(columns, fields);
  const written = table.map(({ name, type }) => `"${name}" ${type}`);
  await connection.run(`CREATE TABLE drawn (${written.join(", ")})`);
  const appender = await connection.createAppender("drawn");
  const types = table.map(({ type }) => duckDbTypes[type]);
  for (let first = 0; first < columns.count; first += rowsOfChunk) {
    const count = Math.min(rowsOfChunk, columns.count - first);
    const chunk = DuckDBDataChunk.create(types, count);
    table.forEach(({ at }, index) => {
      chunk.setColumnValues(
        index,
        Array.from({ length: count }, (_, row) => at(first + row)),
      );
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const plain = `SELECT ${table.map(asPlain).join(", ")} FROM drawn`;
  const moments = `timestampformat '%Y-%m-%dT%H:%M:%S'`;
  await connection.run(`COPY (${plain}) TO '${parquet}.part' (FORMAT parquet, COMPRESSION zstd)`);
  await connection.run(`COPY (${plain}) TO '${csv}.part' (FORMAT csv, DELIMITER ';', HEADER true, ${moments})`);
  connection.closeSync();
  instance.closeSync();
  for (const path of [csv, parquet]) renameSync(`${path}.part`, path);
  return { csv, parquet };
}

/** The columns that both files have, and the types of their cells. */
export function columnTypes(columns: Columns, fields: readonly Field[]): readonly [name: string, type: string][] {
  return columnsAsTable(columns, fields).map(({ name, type, field }) => [
    name,
    plainTypes[field?.kind.kind ?? ""] ?? type,
  ]);
}

const plainTypes: Readonly<Record<string, string>> = { date: "DATE", moment: "TIMESTAMP" };

function asPlain({ name, read }: TypedColumn): string {
  return `${read(`"${name}"`)} AS "${name}"`;
}
