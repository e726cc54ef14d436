// Hides who has protected personal data (skyddade personuppgifter): such a record counts as every other, and its id is
// replaced before anything sees it. Rule: what a run shows, says or writes has the stand-in alone.

import { idOf, YES, type Columns } from "@avtal/runtime/columns";
import { withLater } from "@avtal/runtime/later";
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
  if (!someIsProtected(columns)) return { columns, records: [] };
  return hiddenAfter(0, columns, standInsAmong(columns));
}

/** The same for records that come a stretch at a time. */
export interface Hiding {
  /** `taken`: ids of this stretch that look like stand-ins. */
  hide(columns: Columns, taken: readonly string[]): Hidden;
  /** Whether no record, however late it came, had an id that was used as a stand-in before. */
  isClear(): boolean;
}

export function hidingInStretches(): Hiding {
  const taken = new Set<string>();
  const given = new Set<string>();
  let last = 0;
  return {
    hide(columns, alike) {
      for (const id of alike) taken.add(id);
      if (!someIsProtected(columns)) return { columns, records: [] };
      const hidden = hiddenAfter(last, columns, taken);
      for (const { standIn } of hidden.records) given.add(standIn);
      last = numberOf(hidden.records.at(-1)?.standIn) ?? last;
      return hidden;
    },
    isClear: () => ![...given].some((standIn) => taken.has(standIn)),
  };
}

function hiddenAfter(last: number, columns: Columns, taken: ReadonlySet<string>): Hidden {
  const flags = columns.columns.get(protectedField);
  if (flags?.kind !== "condition") return { columns, records: [] };
  const records: HiddenRecord[] = [];
  const standIns = new Map<number, string>();
  let number = last;
  for (let at = 0; at < columns.count; at += 1) {
    if (flags.codes[at] !== YES) continue;
    do number += 1;
    while (taken.has(`${standInPrefix}${number}`));
    const standIn = `${standInPrefix}${number}`;
    records.push({ standIn, id: idOf(columns, at) });
    standIns.set(at, standIn);
  }
  return { columns: withStandIns(columns, standIns), records };
}

function numberOf(standIn: string | undefined): number | undefined {
  return standIn === undefined ? undefined : Number(standIn.slice(standInPrefix.length));
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
  const named = {
    count: columns.count,
    columns: columns.columns,
    idAt: (record: number) => standIns.get(record) ?? idOf(columns, record),
  };
  return withLater(named, { ids: () => columns.ids.map((id, at) => standIns.get(at) ?? id) });
}

export function someIsProtected({ columns }: Columns): boolean {
  const flags = columns.get(protectedField);
  return flags?.kind === "condition" && flags.codes.includes(YES);
}

/** Whether an id of a result stands for somebody who is protected. */
export function isStandIn(id: string | null | undefined): boolean {
  return id?.startsWith(standInPrefix) === true;
}

/** Whether a line is that of one protected record alone, so that its steps would tell of a single person. */
export function isOfProtected({ keys }: Pick<InvoiceLine, "keys">): boolean {
  return isStandIn(keys.episode);
}

/** What every stand-in begins with. */
export const standInPrefix = "skyddad-";
