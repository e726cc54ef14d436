// Finds the known name that a misspelt one was most likely meant to be.
// Rule: one guess, and only a close one; among equally close names the first in code point order.

export function nearest(written: string, known: Iterable<string>): string | undefined {
  const furthest = Math.max(1, Math.floor(written.length / 3));
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known) {
    if (name === written || Math.abs(name.length - written.length) > furthest) continue;
    const distance = distanceUpTo(furthest, written, name);
    if (distance > furthest) continue;
    if (best === undefined || distance < best.distance || (distance === best.distance && name < best.name)) {
      best = { name, distance };
    }
  }
  return best?.name;
}

/** Letters to insert, remove, replace or swap with their neighbour; capital and small letters count as equal. */
export function editDistance(from: string, to: string): number {
  return distanceUpTo(Infinity, from, to);
}

/** The same, or anything above the limit where it is above it. */
function distanceUpTo(limit: number, from: string, to: string): number {
  const a = [...from.toLowerCase()];
  const b = [...to.toLowerCase()];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let closest = row;
    for (let column = 1; column <= b.length; column++) {
      const replaced = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
      if (least < closest) closest = least;
    }
    // The row before is closer by one at most, and a swap that goes back to it costs one: nothing comes closer than this.
    if (closest > limit + 1) return closest;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
