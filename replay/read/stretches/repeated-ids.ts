// Ids that stand in several stretches of a file, found without keeping any id.
// Rule: as in `checks/repeated-ids.ts`: every row of such an id is refused. Ids that rise from the first record to the last
// need no account at all: most files number their rows.

import { entries, width, type Entries } from "./entries.ts";
import { eachSameHash, rowOf } from "./same-hash.ts";
import type { Stretch } from "./stretch.ts";

export interface IdsOfAFile {
  /** False where they are no longer rising and those of earlier stretches were not noted: the file is to be read again. */
  take(stretch: Stretch): boolean;
  /** The rows of each id that several records have, those of one id together and in their order. */
  repeated(): readonly (readonly number[])[];
  close(): void;
}

/** For files whose ids rise as far as anybody knows. */
export function risingIds(): IdsOfAFile {
  let last = "";
  return {
    take({ ids }) {
      if (ids === undefined || ids.count === 0) return true;
      const isOn = last === "" || isAfter(ids.first, last);
      last = ids.last;
      return isOn && ids.areRising();
    },
    repeated: () => [],
    close: () => undefined,
  };
}

/** For all others; `expected` records. */
export function notedIds(expected: number): IdsOfAFile {
  const noted: Entries = entries(expected);
  return {
    take({ ids }) {
      if (ids === undefined) return true;
      ids.eachHash?.((hash, packed) => noted.add(hash, packed, 0, 0));
      return ids.eachHash !== undefined;
    },
    repeated() {
      const found: number[][] = [];
      for (const part of noted.parts()) {
        eachSameHash(part, packedRow, (same) => found.push(Array.from(same, (entry) => rowIn(part, entry))));
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

/** Longer ids after shorter ones, as numbers are counted up, and those of one length by their letters. */
function isAfter(id: string, before: string): boolean {
  return id.length === before.length ? id > before : id.length > before.length;
}
