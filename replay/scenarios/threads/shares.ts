// Which of two threads tests which scenario file: one goes from the first file on, the other from the last one back.
// Rule: a file is taken once; who takes it decides nothing about what comes out.

/** One flag for each file, in memory that both threads see. */
export function newShares(files: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(files * Int32Array.BYTES_PER_ELEMENT));
}

/** True for the thread that asks first, and for it alone. */
export function take(shares: Int32Array, file: number): boolean {
  return Atomics.compareExchange(shares, file, 0, 1) === 0;
}
