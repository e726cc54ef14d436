// Stays of one patient in several stretches of a file that overlap, found without keeping any pseudonym.
// Rule: what overlaps is told as within a stretch (`checks/overlaps.ts`), of the records that no check before refused.

import { eachOverlap, sortStays, type Stays } from "../checks/overlaps.ts";
import { entries, width } from "./entries.ts";
import { eachSameHash, rowOf } from "./same-hash.ts";
import type { Stretch } from "./stretch.ts";

export interface StaysOfAFile {
  take(stretch: Stretch): void;
  /** Rows of stays that overlap, the row of the other one with each; `refused` are rows that something else refuses. */
  overlapping(refused: ReadonlySet<number>): readonly OverlappingRows[];
  close(): void;
}

export interface OverlappingRows {
  readonly rows: readonly [number, number];
}

export function staysOfAFile(expected: number): StaysOfAFile {
  const noted = entries(expected);
  return {
    take: (stretch) => stretch.eachStay(noted.add),
    overlapping(refused) {
      const found: OverlappingRows[] = [];
      for (const part of noted.parts()) {
        const stays = staysOf(part);
        eachSameHash(part, packedRow, (same) => {
          const order = refused.size === 0 ? same : same.filter((entry) => !refused.has(rowIn(part, entry)));
          sortStays(stays, order, 0, order.length);
          eachOverlap(stays, order, 0, order.length, (open, stay) => {
            found.push({ rows: [rowIn(part, open), rowIn(part, stay)] });
          });
        });
      }
      return found;
    },
    close: noted.close,
  };
}

const packedRow = 1;

function rowIn(part: Float64Array, entry: number): number {
  return rowOf(part[entry * width + packedRow] ?? 0);
}

function staysOf(part: Float64Array): Stays {
  const count = part.length / width;
  const [from, to] = [new Float64Array(count), new Float64Array(count)];
  for (let entry = 0; entry < count; entry += 1) {
    from[entry] = part[entry * width + 2] ?? 0;
    to[entry] = part[entry * width + 3] ?? 0;
  }
  return { from, to };
}
