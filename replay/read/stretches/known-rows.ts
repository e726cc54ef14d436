// Rows of a file that its other rows refuse: ids that come again, stays of one patient that overlap. They are found when
// the whole file has been read, and refused when it is read again.
// Rule: what was found by hashes is held against the texts then; a text that differs says that the hashes deceived.

import { overlappingStay } from "../../problems/overlapping-stay.ts";
import { repeatedId } from "../../problems/repeated-id.ts";
import type { CellFault } from "../columns/column-builder.ts";
import type { RecordTable } from "../record-table.ts";
import type { OverlappingRows } from "./overlapping-stays.ts";

export interface KnownRows {
  readonly count: number;
  /** Before any check of a single record. */
  refuseRepeatedIds(table: RecordTable): void;
  /** After them. */
  refuseOverlappingStays(table: RecordTable): void;
  /** Whether every text so far was that of the others of its hash. */
  areReal(): boolean;
}

/** Why a row is refused, and whom its text must be that of. */
interface Known {
  readonly fault: CellFault;
  readonly as: { text: string | undefined };
}

export function knownRows(
  repeated: readonly (readonly number[])[],
  overlapping: readonly OverlappingRows[],
): KnownRows {
  const ids = knownIds(repeated);
  const stays = knownStays(overlapping);
  let real = true;
  const refuse = (table: RecordTable, at: number, { as }: Known, text: string): boolean => {
    as.text ??= text;
    if (as.text !== text) real = false;
    return table.isKept(at);
  };
  return {
    count: ids.size + stays.size,
    areReal: () => real,
    refuseRepeatedIds(table) {
      const { unique } = table;
      if (unique === undefined) return;
      eachKnown(table, ids, (at, known) => {
        if (refuse(table, at, known, unique.text(at))) table.refuse(at, unique.field.code, known.fault);
      });
    },
    refuseOverlappingStays(table) {
      const patient = table.texts.get("patient");
      if (patient === undefined) return;
      const names = patient.names();
      const codes = patient.codes();
      eachKnown(table, stays, (at, known) => {
        if (refuse(table, at, known, names[codes[at] ?? -1] ?? "")) table.refuse(at, "admitted_at", known.fault);
      });
    },
  };
}

function eachKnown(
  table: RecordTable,
  rows: ReadonlyMap<number, Known>,
  take: (at: number, known: Known) => void,
): void {
  if (rows.size === 0) return;
  const count = table.count();
  for (let at = 0; at < count; at += 1) {
    const known = rows.get(table.rowOf(at));
    if (known !== undefined) take(at, known);
  }
}

function knownIds(repeated: readonly (readonly number[])[]): ReadonlyMap<number, Known> {
  const known = new Map<number, Known>();
  for (const rows of repeated) {
    const as = { text: undefined };
    for (const row of rows) known.set(row, { fault: repeatedId(rows, row), as });
  }
  return known;
}

/** Of several stays that a stay overlaps the first that was found is told. */
function knownStays(overlapping: readonly OverlappingRows[]): ReadonlyMap<number, Known> {
  const known = new Map<number, Known>();
  for (const { rows } of overlapping) {
    const [open, stay] = rows;
    const as = known.get(open)?.as ?? known.get(stay)?.as ?? { text: undefined };
    if (!known.has(open)) known.set(open, { fault: overlappingStay(stay), as });
    if (!known.has(stay)) known.set(stay, { fault: overlappingStay(open), as });
  }
  return known;
}
