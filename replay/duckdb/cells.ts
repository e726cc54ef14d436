// The cells of a result of DuckDB as texts, whatever kind of text or whole number its columns hold.
// Rule: the memory of a column is asked for once in each chunk, as most of its cells are nothing.

import duckdb, { type DataChunk, type Type, type Vector } from "@duckdb/node-bindings";

/** The cells of one column in the first rows of a chunk; null where there is none. */
export type CellReader = (chunk: DataChunk, column: number, rows: number) => (string | null)[];

/** A type that no statement of ours gives is a fault of ours. */
export function cellReaderOf(type: Type): CellReader {
  switch (type) {
    case duckdb.Type.VARCHAR:
      return reader(16, textAt);
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

/** A text of so many bytes stands in its cell, behind its length; of a longer one, where it lies. */
const mostBytesInCell = 12;

function textAt(cells: DataView, at: number): string {
  const length = cells.getUint32(at, true);
  if (length === 0) return "";
  const start = cells.byteOffset + at;
  if (length <= mostBytesInCell) return Buffer.from(cells.buffer, start + 4, length).toString("utf8");
  const { buffer } = cells;
  if (!(buffer instanceof ArrayBuffer)) throw new Error("A vector of a chunk is shared memory.");
  return Buffer.from(duckdb.get_data_from_pointer(buffer, start + 8, length)).toString("utf8");
}

function validityOf(vector: Vector, rows: number): Uint8Array | null {
  return duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8);
}

/** Where every cell of a vector is there, it has no bits that say so. */
function isThere(validity: Uint8Array | null, row: number): boolean {
  return validity === null || ((validity[row >>> 3] ?? 0) & (1 << (row & 7))) !== 0;
}
