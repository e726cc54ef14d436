// Exact fractions over bigint: everything between a fact and an amount is one of these.
// Rule: a ratio is always in lowest terms with a positive denominator, so equal values have equal fields.

/** An exact fraction in lowest terms; `under` is always positive. */
export interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

/** The fraction `over/under` in lowest terms. A zero denominator is our own fault, never a user's. */
export function ratio(over: bigint, under: bigint = 1n): Ratio {
  if (under === 1n) return { over, under };
  if (under === 0n) throw new RangeError("A fraction needs a denominator other than zero.");
  const sign = under < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(over, under);
  return { over: (sign * over) / divisor, under: (sign * under) / divisor };
}

export const zero: Ratio = { over: 0n, under: 1n };
export const one: Ratio = { over: 1n, under: 1n };

/** A whole number as a fraction; refuses a number that is not a safe integer. */
export function whole(value: number): Ratio {
  if (!Number.isSafeInteger(value)) throw new RangeError("A whole number must be a safe integer.");
  return { over: BigInt(value), under: 1n };
}

export function plus(a: Ratio, b: Ratio): Ratio {
  return ratio(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function minus(a: Ratio, b: Ratio): Ratio {
  return ratio(a.over * b.under - b.over * a.under, a.under * b.under);
}

export function times(a: Ratio, b: Ratio): Ratio {
  return ratio(a.over * b.over, a.under * b.under);
}

export function dividedBy(a: Ratio, b: Ratio): Ratio {
  return ratio(a.over * b.under, a.under * b.over);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.over * b.under;
  const right = b.over * a.under;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isWhole(a: Ratio): boolean {
  return a.under === 1n;
}

/** `6/5`, or `3` for a whole value: the form used in JSON and in hashes. */
export function ratioText(a: Ratio): string {
  return a.under === 1n ? `${a.over}` : `${a.over}/${a.under}`;
}

/** Reads what `ratioText` writes; anything else is our own fault. */
export function ratioFromText(text: string): Ratio {
  const found = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
  if (found === null || found[1] === undefined) throw new RangeError(`Not a fraction: ${text}`);
  return ratio(BigInt(found[1]), BigInt(found[2] ?? "1"));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
