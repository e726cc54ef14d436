// Which stays of one patient overlap, whoever tells patients apart.
// Rule: two stays may meet at the same moment (a move to another ward); an open one lasts until further notice.

/** Stays by number, in civil seconds: when each began, and when it ended; `Infinity` where it has not. */
export interface Stays {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/**
 * Hands over each stay of a patient that begins before an earlier one has ended, with the one that lasts longest of those.
 * `order` from `begin` up to but not including `end` are the stays of one patient, by when they began.
 */
export function eachOverlap(
  { from, to }: Stays,
  order: Int32Array,
  begin: number,
  end: number,
  found: (open: number, stay: number) => void,
): void {
  let open = order[begin] ?? 0;
  for (let index = begin + 1; index < end; index += 1) {
    const before = order[index - 1] ?? 0;
    const stay = order[index] ?? 0;
    if ((to[before] ?? 0) > (to[open] ?? 0)) open = before;
    if ((from[stay] ?? 0) < (to[open] ?? 0)) found(open, stay);
  }
}

/** Puts the stays of one patient in the order in which they began, those of one moment by number. */
export function sortStays({ from }: Stays, order: Int32Array, begin: number, end: number): void {
  if (isInOrder(from, order, begin, end)) return;
  order.subarray(begin, end).sort((a, b) => (from[a] ?? 0) - (from[b] ?? 0) || a - b);
}

/** Files mostly tell stays in the order in which they began. */
function isInOrder(from: Float64Array, order: Int32Array, begin: number, end: number): boolean {
  for (let place = begin + 1; place < end; place += 1) {
    if ((from[order[place] ?? 0] ?? 0) < (from[order[place - 1] ?? 0] ?? 0)) return false;
  }
  return true;
}
