// Ids that stand in several stretches of a file, found without keeping any id.
// Rule: as in `checks/repeated-ids.ts`: every row of such an id is refused. Ids that rise from the first record to the last
// need no account at all: most files number their rows.

import type { RecordTable } from "../record-table.ts";
import { entries, width, type Entries } from "./entries.ts";
import { eachSameHash, rowOf, withRow } from "./same-hash.ts";
import { hashText } from "./text-hash.ts";

export interface IdsOfAFile {
  /** False where they are no longer rising and those of earlier stretches were not noted: the file is to be read again. */
  take(table: RecordTable): boolean;
  /** The rows of each id that several records have, those of one id together and in their order. */
  repeated(): readonly (readonly number[])[];
  close(): void;
}

/** For files whose ids rise as far as anybody knows. */
export function risingIds(): IdsOfAFile {
  let last = "";
  return {
    take(table) {
      const { unique } = table;
      const count = table.count();
      if (unique === undefined || count === 0) return true;
      const isOn = last === "" || isAfter(unique.text(0), last);
      last = unique.text(count - 1);
      return isOn && unique.areRising(count);
    },
    repeated: () => [],
    close: () => undefined,
  };
}

/** For all others; `expected` records. */
export function notedIds(expected: number): IdsOfAFile {
  const noted: Entries = entries(expected);
  return {
    take(table) {
      const { unique } = table;
      if (unique === undefined) return true;
      const hash = { first: 0, second: 0 };
      unique.eachId(table.count(), (bytes, start, end, at) => {
        hashText(bytes, start, end, hash);
        noted.add(hash.first, withRow(hash.second, table.rowOf(at)), 0, 0);
      });
      return true;
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
