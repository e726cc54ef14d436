// Hides who has protected personal data (skyddade personuppgifter): such a record counts as every other, and its id is
// replaced before anything sees it. Rule: what a run shows, says or writes has the stand-in alone.

import { idOf, YES, type Columns } from "@avtal/runtime/columns";
import type { InvoiceLine } from "@avtal/runtime/result";

/** The field of the vocabulary that says so, by its code. An empty cell, or no column, protects nobody. */
export const protectedField = "protected";

/** A record whose id was replaced. */
export interface HiddenRecord {
  /** What stands for the id everywhere: `skyddad-1`, numbered in the order of the data. */
  readonly standIn: string;
  readonly id: string;
}

export interface Hidden {
  readonly columns: Columns;
  /** In the order of the data. */
  readonly records: readonly HiddenRecord[];
}

/** The same records; an id that some record has already is never used as a stand-in. */
export function withoutProtectedIds(columns: Columns): Hidden {
  const flags = columns.columns.get(protectedField);
  if (flags?.kind !== "condition" || !someIsProtected(columns)) return { columns, records: [] };
  const taken = standInsAmong(columns);
  const records: HiddenRecord[] = [];
  const standIns = new Map<number, string>();
  let number = 0;
  for (let at = 0; at < columns.count; at += 1) {
    if (flags.codes[at] !== YES) continue;
    do number += 1;
    while (taken.has(`${prefix}${number}`));
    const standIn = `${prefix}${number}`;
    records.push({ standIn, id: idOf(columns, at) });
    standIns.set(at, standIn);
  }
  return { columns: withStandIns(columns, standIns), records };
}

/** Ids that look like stand-ins, though nobody has replaced any yet. */
function standInsAmong(columns: Columns): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < columns.count; at += 1) {
    const id = idOf(columns, at);
    if (isStandIn(id)) found.add(id);
  }
  return found;
}

/** Named one by one, so that no way to an id can be forgotten. */
function withStandIns(columns: Columns, standIns: ReadonlyMap<number, string>): Columns {
  let ids: readonly string[] | undefined;
  return {
    count: columns.count,
    columns: columns.columns,
    idAt: (record) => standIns.get(record) ?? idOf(columns, record),
    get ids() {
      return (ids ??= columns.ids.map((id, at) => standIns.get(at) ?? id));
    },
  };
}

export function someIsProtected({ columns }: Columns): boolean {
  const flags = columns.get(protectedField);
  return flags?.kind === "condition" && flags.codes.includes(YES);
}

/** Whether an id of a result stands for somebody who is protected. */
export function isStandIn(id: string | null | undefined): boolean {
  return id?.startsWith(prefix) === true;
}

/** Whether a line is that of one protected record alone, so that its steps would tell of a single person. */
export function isOfProtected({ keys }: Pick<InvoiceLine, "keys">): boolean {
  return isStandIn(keys.episode);
}

const prefix = "skyddad-";
