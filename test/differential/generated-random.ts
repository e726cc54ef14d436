// Chance that can be had again: a small generator of numbers from a seed, and the seed of a run.
// Rule: nothing here or in what is generated depends on the clock or the host; the seed alone decides.

/** Draws from one stream; the same seed and stream give the same draws. */
export interface Random {
  /** A whole number from 0 up to, but not including, `below`. */
  int(below: number): number;
  /** True in `percent` of a hundred draws. */
  chance(percent: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of the keys, each as often as its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
}

/** `stream` tells apart what is drawn under one seed: one agreement, one set of episodes. */
export function randomFrom(seed: number, stream: number): Random {
  let state = scramble(scramble(seed >>> 0) ^ Math.imul(stream + 1, 0x9e3779b1)) >>> 0;
  const int = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    return scramble(state) % below;
  };
  const pick = <T>(from: readonly T[]): T => {
    const found = from[int(from.length)];
    if (found === undefined) throw new Error("Nothing to pick from");
    return found;
  };
  const weighted = <K extends string>(weights: Readonly<Record<K, number>>): K => {
    const entries = Object.entries<number>(weights);
    let left = int(entries.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [key, weight] of entries) {
      if (left < weight) return key as K;
      left -= weight;
    }
    throw new Error("Weights that sum to nothing");
  };
  return { int, chance: (percent) => int(100) < percent, pick, weighted };
}

/** From AVTAL_SEED, so that a failing run can be had again; otherwise fresh. */
export function seedOfRun(): number {
  const given = process.env["AVTAL_SEED"];
  if (given === undefined) return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  if (!/^\d{1,10}$/.test(given)) throw new Error("AVTAL_SEED must be a whole number");
  return Number(given) >>> 0;
}

function scramble(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
