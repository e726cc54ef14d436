// Which episodes are in other rules on the two sides: every record of the same data, where either side's run put it.
// Rule: the runs themselves have noted it, so that what is said here is what they charged.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { idOf, type Columns } from "@avtal/runtime/columns";
import type { Places } from "@avtal/runtime/places";
import type { Movement, Whereabouts } from "./comparison.ts";

/** The records of a side's run, and where each of them ended. */
export interface PlacedRecords {
  readonly columns: Columns;
  readonly places: Places;
}

export function movementsBetween(a: PlacedRecords, b: PlacedRecords): readonly Movement[] {
  const [textsA, textsB] = [textsOf(a.places), textsOf(b.places)];
  const inB = sameRecord(a.columns, b.columns);
  const found = new Map<string, { from: string; to: string; ids: string[] }>();
  for (let record = 0; record < a.columns.count; record += 1) {
    const other = inB(record);
    if (other === undefined) continue;
    const from = textsA[a.places.at[record] ?? 0] ?? nowhere;
    const to = textsB[b.places.at[other] ?? 0] ?? nowhere;
    if (from === to) continue;
    const key = `${from}\t${to}`;
    const known = found.get(key) ?? { from, to, ids: [] };
    known.ids.push(idOf(a.columns, record));
    found.set(key, known);
  }
  return [...found]
    .sort(([a1, one], [b1, other]) => other.ids.length - one.ids.length || byCodePoint(a1, b1))
    .map(([, { from, to, ids }]) => ({ from: whereabouts(from), to: whereabouts(to), records: ids.length, ids }));
}

/** The place of a record among the other side's; undefined where that side's reading refused it. */
function sameRecord(a: Columns, b: Columns): (record: number) => number | undefined {
  if (a === b) return (record) => record;
  const places = new Map(b.ids.map((id, record) => [id, record]));
  return (record) => places.get(idOf(a, record));
}

const nowhere = "-";
const undecided = "?";

/** Names of the rules in which a record counts, or one of the two marks. */
function textsOf({ different }: Places): readonly string[] {
  return different.map((places) => {
    if (places === null) return undecided;
    const names = new Set(places.map(({ document, rule }) => `${document}.${rule}`));
    return names.size === 0 ? nowhere : [...names].sort(byCodePoint).join("\n");
  });
}

function whereabouts(place: string): Whereabouts {
  if (place === nowhere) return { kind: "not-charged", rules: [] };
  if (place === undecided) return { kind: "undecided", rules: [] };
  return { kind: "rules", rules: place.split("\n") };
}
