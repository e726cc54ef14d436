// The memory of a vector of DuckDB as a typed array, since asking for one cell after another costs more than reading.
// Rule: what is read here lives no longer than its chunk, and each vector has the type that its statement casts it to.
// Numbers that are read as columns are never null: the statement gives a value for that. Other cells are asked whether
// they are there.

import duckdb, { type DataChunk, type Vector } from "@duckdb/node-bindings";

export function bytesOf(chunk: DataChunk, index: number, rows: number): Int8Array {
  const { buffer, byteOffset } = memoryOf(chunk, index, rows);
  return new Int8Array(buffer, byteOffset, rows);
}

export function shortsOf(chunk: DataChunk, index: number, rows: number): Int16Array {
  const { buffer, byteOffset } = memoryOf(chunk, index, rows * 2);
  return new Int16Array(buffer, byteOffset, rows);
}

export function integersOf(chunk: DataChunk, index: number, rows: number): Int32Array {
  const { buffer, byteOffset } = memoryOf(chunk, index, rows * 4);
  return new Int32Array(buffer, byteOffset, rows);
}

/** Each number of 64 bits as its lower and its upper half. */
export function halvesOf(chunk: DataChunk, index: number, rows: number): Uint32Array {
  const { buffer, byteOffset } = memoryOf(chunk, index, rows * 8);
  return new Uint32Array(buffer, byteOffset, rows * 2);
}

/** Bytes of a text in its vector: its length in four, and then itself if it is no longer than twelve. */
export const textStep = 16;
export const textStart = 4;

export function textsOf(chunk: DataChunk, index: number, rows: number): Buffer {
  const { buffer, byteOffset, byteLength } = memoryOf(chunk, index, rows * textStep);
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** One text, however long; null where there is none. */
export function textAt(chunk: DataChunk, index: number, row: number): string | null {
  const vector = duckdb.data_chunk_get_vector(chunk, index);
  if (!isThere(validityOf(vector, row + 1), row)) return null;
  const { buffer, byteOffset, byteLength } = duckdb.vector_get_data(vector, (row + 1) * textStep);
  return textIn(new DataView(buffer, byteOffset, byteLength), row * textStep);
}

/** The text whose cell begins at a byte of its vector's memory. */
export function textIn(cells: DataView, at: number): string {
  const length = cells.getUint32(at, true);
  if (length === 0) return "";
  const start = cells.byteOffset + at;
  if (length <= textStep - textStart) return Buffer.from(cells.buffer, start + textStart, length).toString("utf8");
  const { buffer } = cells;
  if (!(buffer instanceof ArrayBuffer)) throw new Error("A vector of a chunk is shared memory.");
  // Behind its length and its first four bytes stands where a longer one lies.
  return Buffer.from(duckdb.get_data_from_pointer(buffer, start + 8, length)).toString("utf8");
}

/** A bit for each of the first rows; null where every cell of the vector is there. */
export function validityOf(vector: Vector, rows: number): Uint8Array | null {
  return duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8);
}

export function isThere(validity: Uint8Array | null, row: number): boolean {
  return validity === null || ((validity[row >>> 3] ?? 0) & (1 << (row & 7))) !== 0;
}

function memoryOf(chunk: DataChunk, index: number, bytes: number): Uint8Array {
  return duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk, index), bytes);
}
