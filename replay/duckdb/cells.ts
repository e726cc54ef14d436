// The cells of a result of DuckDB as texts, whatever kind of text or whole number its columns hold.
// Rule: the memory of a column is asked for once in each chunk, as most of its cells are nothing.

import duckdb, { type DataChunk, type Type } from "@duckdb/node-bindings";
import { isThere, textIn, textStep, validityOf } from "./vectors.ts";

/** The cells of one column in the first rows of a chunk; null where there is none. */
export type CellReader = (chunk: DataChunk, column: number, rows: number) => (string | null)[];

/** A type that no statement of ours gives is a fault of ours. */
export function cellReaderOf(type: Type): CellReader {
  switch (type) {
    case duckdb.Type.VARCHAR:
      return reader(textStep, textIn);
    case duckdb.Type.INTEGER:
      return reader(4, (cells, at) => String(cells.getInt32(at, true)));
    case duckdb.Type.BIGINT:
      return reader(8, (cells, at) => String(cells.getBigInt64(at, true)));
    case duckdb.Type.HUGEINT:
      return reader(16, (cells, at) => String((cells.getBigInt64(at + 8, true) << 64n) | cells.getBigUint64(at, true)));
    default:
      throw new Error(`No cell of a result is of the type ${type}.`);
  }
}

function reader(bytes: number, cellAt: (cells: DataView, at: number) => string): CellReader {
  return (chunk, column, rows) => {
    const vector = duckdb.data_chunk_get_vector(chunk, column);
    const validity = validityOf(vector, rows);
    const { buffer, byteOffset, byteLength } = duckdb.vector_get_data(vector, rows * bytes);
    const cells = new DataView(buffer, byteOffset, byteLength);
    return Array.from({ length: rows }, (_, row) => (isThere(validity, row) ? cellAt(cells, row * bytes) : null));
  };
}
