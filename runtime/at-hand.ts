// Columns at hand: a few thousand records of each, in memory that never moves, so that an engine writes into a loop where
// they lie, and need not look at every turn what a column is, how long, and where.
// Rule: what lies at hand are the records of one stretch of one run; whoever reads them brings them first.

import { placeOf } from "./kernel-steps.ts";

type ColumnNumbers = Int32Array | Uint8Array;

interface Held {
  /** A run is known by its verdicts. */
  readonly verdicts: Uint8Array;
  readonly until: number;
}

/** By memory: whose records lie there. */
const heldIn = new WeakMap<ColumnNumbers, Held>();

/**
 * Brings the records of a column to their places in `hand`, unless they are there. `from` is where the stretch begins when a
 * run first asks for it, and may lie in it later.
 */
export function bring<C extends ColumnNumbers>(
  hand: C,
  column: C,
  from: number,
  until: number,
  verdicts: Uint8Array,
): void {
  const held = heldIn.get(hand);
  if (held?.verdicts === verdicts && held.until === until) return;
  const first = placeOf(from);
  const middle = Math.min(until, from + hand.length - first);
  hand.set(column.subarray(from, middle), first);
  if (middle < until) hand.set(column.subarray(middle, until));
  heldIn.set(hand, { verdicts, until });
}
