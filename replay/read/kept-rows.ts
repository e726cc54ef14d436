// Which rows of a file have become records of a table, at which place, and which of them were left out again.
// Rule: a record keeps its place when another is left out; who is left is asked for at the end.

import { grown, type Places } from "./columns/column-builder.ts";
import type { Ids } from "./columns/id-column.ts";
import { rowNumbers } from "./row-numbers.ts";

export interface KeptRows {
  /** Records that were kept, those that were left out again among them. */
  readonly count: () => number;
  /** Places that there is room for. */
  readonly room: () => number;
  makeRoom(places: number): void;
  /** Keeps so many rows, which follow one another, at the next places. */
  keep(row: number, records: number): void;
  /** False where the record was left out before. */
  leaveOut(at: number): boolean;
  isKept(at: number): boolean;
  rowOf(at: number): number;
  restart(): void;
  /** Records that are left. */
  places(): Places;
  /** What they are called in a vocabulary without ids. */
  names(left: Places): Ids;
}

export function keptRows(): KeptRows {
  let rows = rowNumbers();
  let kept = new Uint8Array(0);
  let count = 0;
  return {
    count: () => count,
    room: () => kept.length,
    makeRoom(room) {
      kept = grown(kept, new Uint8Array(room));
    },
    keep(row, records) {
      rows.put(count, row);
      kept.fill(1, count, count + records);
      count += records;
    },
    leaveOut(at) {
      if (kept[at] !== 1) return false;
      kept[at] = 0;
      return true;
    },
    isKept: (at) => kept[at] === 1,
    rowOf: (at) => rows.of(at),
    restart() {
      // A row that is refused may have left something behind the last record, where a record was kept before.
      kept.fill(0);
      rows = rowNumbers();
      count = 0;
    },
    places: () => placesOf(kept, count),
    names(left) {
      const { of } = rows;
      const at = (record: number): string => `row-${of(left.kept?.[record] ?? record)}`;
      return { at, all: () => Array.from({ length: sizeOf(left) }, (_, record) => at(record)) };
    },
  };
}

/** How many are left. */
export function sizeOf({ count, kept }: Places): number {
  return kept?.length ?? count;
}

function placesOf(kept: Uint8Array, count: number): Places {
  const left = kept.subarray(0, count).reduce((sum, one) => sum + one, 0);
  if (left === count) return { count, kept: undefined };
  const places = new Int32Array(left);
  let next = 0;
  for (let at = 0; at < count; at++) if (kept[at] === 1) places[next++] = at;
  return { count, kept: places };
}
