// Refuses every row of an id that stands on several rows, because nothing says which of them is right.
// Rule: rows that are the same byte for byte are left out only where the description of the file says so.

import { repeatedId } from "../../problems/repeated-id.ts";
import type { RecordTable } from "../record-table.ts";

/** Says whether two records are written with the same bytes; undefined where identical rows are refused too. */
export type AreIdentical = ((at: number, other: number) => boolean) | undefined;

/** Gives the number of identical rows that were left out. */
export function checkRepeatedIds(table: RecordTable, areIdentical: AreIdentical): number {
  const { unique } = table;
  if (unique === undefined || unique.names.length >= table.count()) return 0;
  const codes = unique.codes();
  const placesOf = new Map<number, number[]>();
  const first = new Int32Array(unique.names.length).fill(-1);
  for (let at = 0; at < table.count(); at++) {
    const code = codes[at] ?? 0;
    const earlier = first[code] ?? -1;
    if (earlier < 0) first[code] = at;
    else placesOf.set(code, [...(placesOf.get(code) ?? [earlier]), at]);
  }
  let dropped = 0;
  for (const places of placesOf.values()) {
    const [kept = 0, ...others] = places;
    if (areIdentical !== undefined && others.every((at) => areIdentical(kept, at))) {
      for (const at of others) table.drop(at);
      dropped += others.length;
    } else {
      const rows = places.map((at) => table.rowOf(at));
      for (const at of places) table.refuse(at, unique.field.code, repeatedId(rows, table.rowOf(at)));
    }
  }
  return dropped;
}
