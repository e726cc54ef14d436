// Numbers that look random and are the same for the same seed, on every machine.
// Rule: whole numbers only, made of 32-bit operations that every engine agrees on.

export interface Random {
  /** A whole number from 0 up to but not including `count`. */
  below(count: number): number;
  /** A whole number from `least` through `greatest`. */
  between(least: number, greatest: number): number;
  /** True in so many of a thousand cases. */
  perMille(share: number): boolean;
  oneOf<Thing>(things: readonly [Thing, ...Thing[]]): Thing;
  /** The place in a list of weights, picked by their size. */
  weighted(weights: readonly number[]): number;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  /** Mulberry32. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (count: number): number => next() % count;
  return {
    below,
    between: (least, greatest) => least + below(greatest - least + 1),
    perMille: (share) => below(1000) < share,
    oneOf: (things) => things[below(things.length)] ?? things[0],
    weighted(weights) {
      let left = below(weights.reduce((sum, weight) => sum + weight, 0));
      return weights.findIndex((weight) => (left -= weight) < 0);
    },
  };
}
