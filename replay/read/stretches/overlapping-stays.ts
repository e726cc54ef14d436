// Stays of one patient in several stretches of a file that overlap, found without keeping any pseudonym.
// Rule: what overlaps is told as within a stretch (`checks/overlaps.ts`), of the records that no check before refused.

import { staysIn } from "../checks/overlapping-stays.ts";
import { eachOverlap, sortStays, type Stays } from "../checks/overlaps.ts";
import type { TextBuilder } from "../columns/text-column.ts";
import type { RecordTable } from "../record-table.ts";
import { entries, width } from "./entries.ts";
import { eachSameHash, rowOf, withRow } from "./same-hash.ts";
import { hashText } from "./text-hash.ts";

export interface StaysOfAFile {
  take(table: RecordTable): void;
  /** Rows of stays that overlap, the row of the other one with each; `left` are the rows that nothing else refuses. */
  overlapping(left: (row: number) => boolean): readonly OverlappingRows[];
  close(): void;
}

export interface OverlappingRows {
  readonly rows: readonly [number, number];
}

export function staysOfAFile(expected: number): StaysOfAFile {
  const noted = entries(expected);
  return {
    take(table) {
      const patient = table.texts.get("patient");
      const stays = staysIn(table);
      if (patient === undefined || stays === undefined || patient.size() === 0) return;
      const hashes = hashesOf(patient);
      const codes = patient.codes();
      const count = table.count();
      for (let at = 0; at < count; at += 1) {
        const code = codes[at] ?? -1;
        const from = stays.from[at] ?? NaN;
        if (code < 0 || Number.isNaN(from) || !table.isKept(at)) continue;
        const packed = withRow(hashes.second[code] ?? 0, table.rowOf(at));
        noted.add(hashes.first[code] ?? 0, packed, from, stays.to[at] ?? Infinity);
      }
    },
    overlapping(left) {
      const found: OverlappingRows[] = [];
      for (const part of noted.parts()) {
        const stays = staysOf(part);
        eachSameHash(part, packedRow, (same) => {
          const order = same.filter((entry) => left(rowIn(part, entry)));
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

/** Of each pseudonym of a stretch, by its code. */
function hashesOf(patient: TextBuilder): { readonly first: Float64Array; readonly second: Float64Array } {
  const [first, second] = [new Float64Array(patient.size()), new Float64Array(patient.size())];
  const hash = { first: 0, second: 0 };
  patient.eachName((bytes, start, end, code) => {
    hashText(bytes, start, end, hash);
    first[code] = hash.first;
    second[code] = hash.second;
  });
  return { first, second };
}
