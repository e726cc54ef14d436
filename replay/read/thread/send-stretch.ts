// What a table holds of a block, as numbers in a piece of memory that two threads have.

import type { Field } from "@avtal/compiler/ir/ir";
import type { ColumnBuilder, Places } from "../columns/column-builder.ts";
import type { IdBuilder } from "../columns/id-column.ts";
import type { TakeBytes } from "../columns/byte-index.ts";
import type { TextBuilder } from "../columns/text-column.ts";
import type { RecordTable } from "../record-table.ts";
import type { Stretch, StretchIds } from "../stretches/stretch.ts";
import type { SentColumn, SentIds, SentMoments, SentStretch, SentTexts } from "./messages.ts";
import type { NumberStore } from "./stored-numbers.ts";

/** What is told of records alone. */
export type SentRecords = Omit<SentStretch, "rows" | "lastRow" | "refused" | "warnings">;

/** `stretch` is that of the table. Columns lose their place in it, so that it is to be emptied then. */
export function sentRecords(
  table: RecordTable,
  stretch: Stretch,
  asked: { readonly onlyChecked: readonly Field[]; readonly notesIds: boolean },
  store: NumberStore,
): SentRecords | undefined {
  const { unique } = table;
  if (unique === undefined || stretch.ids === undefined) return undefined;
  const places = table.places();
  const count = places.kept?.length ?? places.count;
  const firstRow = count === 0 ? 0 : table.rowOf(places.kept?.[0] ?? 0);
  const rows = rowsOf(table, places, count, firstRow);
  const sent = sentIds(unique, stretch.ids, { count: table.count(), kept: places.kept }, asked.notesIds, store);
  const patient = table.texts.get("patient");
  const patients = patient === undefined ? null : sentTexts(patient, places, store);
  const given = table.builders.filter(({ field }) => !asked.onlyChecked.includes(field));
  const columns = given.map((builder): SentColumn => {
    const isPatient = patients !== null && builder === patient;
    return isPatient
      ? { field: builder.field.code, kind: "text", ...patients }
      : sentColumn(table, builder, places, store);
  });
  return {
    count,
    columns,
    ids: sent,
    patients,
    recordRows: rows === null ? null : store.put(rows),
    firstRow,
    repeatedHour: stretch.repeatedHour,
    moments: momentsIn(table),
  };
}

/** Null where they follow one another. */
function rowsOf(table: RecordTable, { kept }: Places, count: number, first: number): Int32Array | null {
  const rowOf = (record: number): number => table.rowOf(kept?.[record] ?? record);
  if (count === 0 || rowOf(count - 1) === first + count - 1) return null;
  return Int32Array.from({ length: count }, (_, record) => rowOf(record));
}

function sentIds(
  unique: IdBuilder,
  ids: StretchIds,
  { count, kept }: Places,
  notesIds: boolean,
  store: NumberStore,
): SentIds {
  const names = endToEnd(count, (take) => unique.eachId(count, take));
  return {
    bytes: store.put(names.bytes),
    ends: store.put(names.starts.subarray(1)),
    kept: kept === undefined ? null : store.put(kept),
    alike: ids.alike,
    hashes: notesIds ? store.put(hashesOf(ids, count)) : null,
  };
}

function hashesOf(ids: StretchIds, count: number): Float64Array {
  const hashes = new Float64Array(count * 2);
  let used = 0;
  ids.eachHash?.((hash, packed) => {
    hashes[used] = hash;
    hashes[used + 1] = packed;
    used += 2;
  });
  return hashes;
}

/** Texts that lie end to end where they are handed over: all their bytes, where each begins, and the last one's end. */
function endToEnd(
  count: number,
  each: (take: TakeBytes) => void,
): { readonly bytes: Uint8Array; readonly starts: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  let bytes: Uint8Array = new Uint8Array(0);
  each((known, _start, end, at) => {
    starts[at + 1] = end;
    if (at === count - 1) bytes = known.subarray(0, end);
  });
  return { bytes, starts };
}

function sentTexts(builder: TextBuilder, places: Places, store: NumberStore): SentTexts {
  builder.column(places);
  const codes = store.put(builder.codes().subarray(0, places.kept?.length ?? places.count));
  const names = endToEnd(builder.size(), builder.eachName);
  return { codes, names: store.put(names.bytes), starts: store.put(names.starts) };
}

function sentColumn(table: RecordTable, builder: ColumnBuilder, places: Places, store: NumberStore): SentColumn {
  const { code: field } = builder.field;
  if (builder === table.unique) return { field, kind: "id" };
  const text = table.texts.get(field);
  if (text !== undefined) return { field, kind: "text", ...sentTexts(text, places, store) };
  const column = builder.column(places);
  switch (column.kind) {
    case "date":
      return { field, kind: "date", days: store.put(column.days) };
    case "moment":
      return { field, kind: "moment", days: store.put(column.days), seconds: store.put(column.seconds) };
    case "condition":
      return { field, kind: "condition", codes: store.put(column.codes) };
    case "integer":
      return { field, kind: "integer", values: store.put(column.values) };
    case "code":
      return { field, kind: "code", codes: store.put(column.codes), names: column.names };
  }
}

/** Those met since the last time: each block has first rows of its own. */
function momentsIn({ moments }: RecordTable): SentMoments[] {
  return [...moments].map(([field, { firstRow }]) => {
    const { local, offset } = firstRow;
    firstRow.local = undefined;
    firstRow.offset = undefined;
    return { field, local, offset };
  });
}
