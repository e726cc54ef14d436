// Hides who has protected personal data (skyddade personuppgifter): such a record counts as every other, and its id is
// replaced before anything sees it. Rule: what a run shows, says or writes has the stand-in alone.

import { YES, type Columns } from "@avtal/runtime/columns";
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
  const taken = new Set(columns.ids.filter(isStandIn));
  const records: HiddenRecord[] = [];
  let number = 0;
  const ids = columns.ids.map((id, at) => {
    if (flags.codes[at] !== YES) return id;
    do number += 1;
    while (taken.has(`${prefix}${number}`));
    const standIn = `${prefix}${number}`;
    records.push({ standIn, id });
    return standIn;
  });
  return { columns: { ...columns, ids }, records };
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
