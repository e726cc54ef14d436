// The memory of a vector of DuckDB as a typed array, since asking for one cell after another costs more than reading.
// Rule: what is read here lives no longer than its chunk. Nothing is null in it: the statement gives a value for that.

import {
  DuckDBBigIntVector,
  DuckDBIntegerVector,
  DuckDBSmallIntVector,
  DuckDBTinyIntVector,
  DuckDBVarCharVector,
  type DuckDBDataChunk,
} from "@duckdb/node-api";

export function bytesOf(chunk: DuckDBDataChunk, index: number): Int8Array {
  const vector = chunk.getColumnVector(index);
  const items: unknown = vector instanceof DuckDBTinyIntVector ? vector["items"] : undefined;
  if (items instanceof Int8Array) return items;
  throw anotherType(index);
}

export function shortsOf(chunk: DuckDBDataChunk, index: number): Int16Array {
  const vector = chunk.getColumnVector(index);
  const items: unknown = vector instanceof DuckDBSmallIntVector ? vector["items"] : undefined;
  if (items instanceof Int16Array) return items;
  throw anotherType(index);
}

export function integersOf(chunk: DuckDBDataChunk, index: number): Int32Array {
  const vector = chunk.getColumnVector(index);
  const items: unknown = vector instanceof DuckDBIntegerVector ? vector["items"] : undefined;
  if (items instanceof Int32Array) return items;
  throw anotherType(index);
}

/** Each number of 64 bits as its lower and its upper half. */
export function halvesOf(chunk: DuckDBDataChunk, index: number): Uint32Array {
  const vector = chunk.getColumnVector(index);
  const items: unknown = vector instanceof DuckDBBigIntVector ? vector["items"] : undefined;
  if (items instanceof BigInt64Array) return new Uint32Array(items.buffer, items.byteOffset, items.length * 2);
  throw anotherType(index);
}

/** Sixteen bytes a text: its length in four, and then itself if it is no longer than twelve. */
export function textsOf(chunk: DuckDBDataChunk, index: number): Buffer {
  const vector = chunk.getColumnVector(index);
  const view: unknown = vector instanceof DuckDBVarCharVector ? vector["dataView"] : undefined;
  if (view instanceof DataView) return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  throw anotherType(index);
}

function anotherType(index: number): Error {
  return new Error(`Vector ${index} of a chunk is of another type than the statement says.`);
}
