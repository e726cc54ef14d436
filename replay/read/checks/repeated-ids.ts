// Refuses every row of an id that stands on several rows, because nothing says which of them is right.
// Ids that rise need no table: most files number their rows.
// Rule: rows that are the same byte for byte are left out only where the description of the file says so.

import { repeatedId } from "../../problems/repeated-id.ts";
import type { IdBuilder } from "../columns/id-column.ts";
import type { RecordTable } from "../record-table.ts";

/** Says whether two records are written with the same bytes; undefined where identical rows are refused too. */
export type AreIdentical = ((at: number, other: number) => boolean) | undefined;

/** Gives the number of identical rows that were left out. */
export function checkRepeatedIds(table: RecordTable, areIdentical: AreIdentical): number {
  const { unique } = table;
  if (unique === undefined || unique.areRising(table.count())) return 0;
  let dropped = 0;
  for (const places of repeatedPlaces(unique, table.count())) {
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

/** The records of each id that several have, in the order of their second records. */
function repeatedPlaces(ids: IdBuilder, count: number): Iterable<readonly number[]> {
  const met = metTwice(ids, count);
  const first = new Map<string, number>();
  const placesOf = new Map<string, number[]>();
  for (let at = 0; met.size > 0 && at < count; at++) {
    if (!met.has(ids.hash(at))) continue;
    const id = ids.text(at);
    const [earlier, places] = [first.get(id), placesOf.get(id)];
    if (earlier === undefined) first.set(id, at);
    else if (places === undefined) placesOf.set(id, [earlier, at]);
    else places.push(at);
  }
  return placesOf.values();
}

/** Hashes that several records have: few others than those of repeated ids. */
function metTwice(ids: IdBuilder, count: number): ReadonlySet<number> {
  const hashes = new Int32Array(count);
  for (let at = 0; at < count; at++) hashes[at] = ids.hash(at);
  hashes.sort();
  const met = new Set<number>();
  for (let at = 1; at < count; at++) {
    const hash = hashes[at] ?? 0;
    if (hash === hashes[at - 1]) met.add(hash);
  }
  return met;
}
