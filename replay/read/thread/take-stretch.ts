// A stretch out of the numbers that the reading thread sent: what `stretchOf` makes of a table here.
// Rule: rows are counted from 1 in a block, and told from the file's own beginning here.

import type { Column, Columns, MomentColumn } from "@avtal/runtime/columns";
import { staysBetween } from "../checks/overlapping-stays.ts";
import { textsIn, type TakeBytes } from "../columns/byte-index.ts";
import { areRising, idColumn, idsOf, type Ids } from "../columns/id-column.ts";
import { composed, textColumn } from "../columns/text-column.ts";
import { columnsOf } from "../record-table.ts";
import { eachStayOf, type Patients, type Stretch, type StretchIds } from "../stretches/stretch.ts";
import type { SentColumn, SentIds, SentStretch } from "./messages.ts";
import { bytesIn, float64In, int32In, uint32In, uint8In } from "./stored-numbers.ts";

/** Good until the memory is given to the other thread. `before` is the row before the first of the block. */
export function stretchIn(memory: SharedArrayBuffer, sent: SentStretch, before: number): Stretch {
  const ids = idsIn(memory, sent);
  return {
    ids: stretchIds(memory, sent.ids, before),
    eachStay(take) {
      const patients = patientsIn(memory, sent, before);
      if (patients !== undefined) eachStayOf(patients, take);
    },
    repeatedHour: sent.repeatedHour,
    columns: () => columnsIn(memory, sent, ids),
  };
}

function patientsIn(memory: SharedArrayBuffer, sent: SentStretch, before: number): Patients | undefined {
  const { count, patients, recordRows, firstRow } = sent;
  const [admitted, discharged] = [momentsIn(memory, sent, "admitted_at"), momentsIn(memory, sent, "discharged_at")];
  if (patients === null || admitted === undefined || discharged === undefined) return undefined;
  const [names, starts] = [bytesIn(memory, patients.names), uint32In(memory, patients.starts)];
  const rows = recordRows === null ? undefined : int32In(memory, recordRows);
  return {
    count,
    codes: int32In(memory, patients.codes),
    names: { size: starts.length - 1, each: (take) => eachText(names, starts, take) },
    stays: staysBetween(admitted, discharged, count),
    isKept: () => true,
    rowOf: (at) => before + (rows?.[at] ?? firstRow + at),
  };
}

function momentsIn(memory: SharedArrayBuffer, { columns }: SentStretch, field: string): MomentColumn | undefined {
  const sent = columns.find((column) => column.field === field);
  if (sent?.kind !== "moment") return undefined;
  return { kind: "moment", days: int32In(memory, sent.days), seconds: int32In(memory, sent.seconds) };
}

function eachText(bytes: Buffer, starts: Uint32Array, take: TakeBytes): void {
  for (let at = 0; at + 1 < starts.length; at += 1) take(bytes, starts[at] ?? 0, starts[at + 1] ?? 0, at);
}

function idsIn(memory: SharedArrayBuffer, { ids: { bytes, ends, kept } }: SentStretch): Ids {
  const places = { count: ends.length, kept: kept === null ? undefined : int32In(memory, kept) };
  return idsOf(bytesIn(memory, bytes), uint32In(memory, ends), places);
}

function stretchIds(memory: SharedArrayBuffer, sent: SentIds, before: number): StretchIds {
  const count = sent.ends.length;
  const [bytes, ends] = [bytesIn(memory, sent.bytes), uint32In(memory, sent.ends)];
  const all = idsOf(bytes, ends, { count, kept: undefined });
  const { alike, hashes } = sent;
  return {
    count,
    first: count === 0 ? "" : all.at(0),
    last: count === 0 ? "" : all.at(count - 1),
    areRising: () => areRising(bytes, ends),
    alike,
    eachHash: hashes === null ? undefined : (take) => eachHash(float64In(memory, hashes), before, take),
  };
}

function eachHash(hashes: Float64Array, before: number, take: (hash: number, packed: number) => void): void {
  for (let at = 0; at < hashes.length; at += 2) take(hashes[at] ?? 0, (hashes[at + 1] ?? 0) + before);
}

function columnsIn(memory: SharedArrayBuffer, { count, columns }: SentStretch, ids: Ids): Columns {
  const taken = columns.map((sent): [string, Column] => [sent.field, columnIn(memory, sent, ids, count)]);
  return columnsOf(count, ids, new Map(taken));
}

function columnIn(memory: SharedArrayBuffer, sent: SentColumn, ids: Ids, count: number): Column {
  switch (sent.kind) {
    case "date":
      return { kind: "date", days: int32In(memory, sent.days) };
    case "moment":
      return { kind: "moment", days: int32In(memory, sent.days), seconds: int32In(memory, sent.seconds) };
    case "condition":
      return { kind: "condition", codes: uint8In(memory, sent.codes) };
    case "integer":
      return { kind: "integer", values: int32In(memory, sent.values) };
    case "code":
      return { kind: "code", codes: int32In(memory, sent.codes), names: sent.names };
    case "text": {
      const texts = textsIn(bytesIn(memory, sent.names), uint32In(memory, sent.starts));
      return textColumn(int32In(memory, sent.codes), composed(texts));
    }
    case "id":
      return idColumn(ids, count);
  }
}
