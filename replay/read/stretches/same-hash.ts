// Entries of a part brought together by what they are hashes of.

import { width } from "./entries.ts";

/** A row and 21 further bits of a hash, in one number. */
export function withRow(second: number, row: number): number {
  return second * rowsEnd + row;
}

export function rowOf(packed: number): number {
  return packed % rowsEnd;
}

/** Rows are below this. */
export const rowsEnd = 2 ** 32;

/**
 * Hands over the entries of each hash that several have, as their numbers in the part, in the order in which they were set
 * aside. `packed` says where in an entry its row and the rest of its hash stand.
 */
export function eachSameHash(part: Float64Array, packed: number, take: (entries: Int32Array) => void): void {
  const order = byBucket(part);
  const compare = (a: number, b: number): number =>
    (part[a * width] ?? 0) - (part[b * width] ?? 0) ||
    restOf(part[a * width + packed]) - restOf(part[b * width + packed]);
  for (let begin = 0; begin < order.length;) {
    const bucket = bucketOf(part, order[begin] ?? 0, order.length);
    let end = begin + 1;
    while (end < order.length && bucketOf(part, order[end] ?? 0, order.length) === bucket) end += 1;
    if (end - begin > 1 && someAreSame(part, order, begin, end)) eachAmong(order.subarray(begin, end), compare, take);
    begin = end;
  }
}

/** Whether entries of a bucket may have one hash: nearly all have only come to lie in it together. */
function someAreSame(part: Float64Array, order: Int32Array, begin: number, end: number): boolean {
  if (end - begin > fewInABucket) return true;
  for (let one = begin + 1; one < end; one += 1) {
    const hash = part[(order[one] ?? 0) * width];
    for (let other = begin; other < one; other += 1) if (part[(order[other] ?? 0) * width] === hash) return true;
  }
  return false;
}

const fewInABucket = 16;

function restOf(packed = 0): number {
  return Math.floor(packed / rowsEnd);
}

function eachAmong(
  bucket: Int32Array,
  compare: (a: number, b: number) => number,
  take: (entries: Int32Array) => void,
): void {
  bucket.sort((a, b) => compare(a, b) || a - b);
  for (let begin = 0; begin < bucket.length;) {
    let end = begin + 1;
    while (end < bucket.length && compare(bucket[begin] ?? 0, bucket[end] ?? 0) === 0) end += 1;
    if (end - begin > 1) take(bucket.subarray(begin, end));
    begin = end;
  }
}

/** The numbers of the entries, those of one bucket side by side and in their order. */
function byBucket(part: Float64Array): Int32Array {
  const count = part.length / width;
  const begins = new Int32Array(bucketsFor(count) + 1);
  for (let entry = 0; entry < count; entry += 1) {
    const bucket = bucketOf(part, entry, count);
    begins[bucket + 1] = (begins[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < begins.length; bucket += 1) {
    begins[bucket] = (begins[bucket] ?? 0) + (begins[bucket - 1] ?? 0);
  }
  const order = new Int32Array(count);
  for (let entry = 0; entry < count; entry += 1) {
    const bucket = bucketOf(part, entry, count);
    const place = begins[bucket] ?? 0;
    order[place] = entry;
    begins[bucket] = place + 1;
  }
  return order;
}

/** By the lower bits of the hash: the upper ones are alike in a part. */
function bucketOf(part: Float64Array, entry: number, count: number): number {
  return (part[entry * width] ?? 0) & (bucketsFor(count) - 1);
}

function bucketsFor(count: number): number {
  return 1 << (32 - Math.clz32(count));
}
