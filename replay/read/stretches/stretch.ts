// What a run is told of the records of a stretch, whoever read them: a table here, or a thread that sends numbers alone.
// Rule: every check that needs no other stretch has been made, and what it refuses is in no column.

import type { Field } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import { standInPrefix } from "../../protected-records.ts";
import { checkOrderOfEvents } from "../checks/order-of-events.ts";
import { staysIn } from "../checks/overlapping-stays.ts";
import type { Stays } from "../checks/overlaps.ts";
import { checkPayersOfTheDay } from "../checks/payers-of-the-day.ts";
import { keptInRepeatedHour } from "../checks/repeated-hour.ts";
import type { TakeBytes } from "../columns/byte-index.ts";
import type { IdBuilder } from "../columns/id-column.ts";
import type { RecordTable } from "../record-table.ts";
import type { KnownRows } from "./known-rows.ts";
import { withRow } from "./same-hash.ts";
import { hashText } from "./text-hash.ts";

export interface Stretch {
  /** Undefined where the vocabulary has no ids. */
  readonly ids: StretchIds | undefined;
  /** Hands over the stay of every patient: a hash of who it is, the rest of it beside the row, and when it was. */
  eachStay(take: TakeStay): void;
  /** Records with a moment in the hour that comes twice. */
  readonly repeatedHour: number;
  /** The records that are left; to be asked for once, as the last thing. */
  columns(): Columns;
}

export type TakeStay = (hash: number, packed: number, from: number, to: number) => void;

export interface StretchIds {
  readonly count: number;
  readonly first: string;
  readonly last: string;
  readonly areRising: () => boolean;
  /** Those that begin as stand-ins for protected ones do. */
  readonly alike: readonly string[];
  /** Hands over the hash of each and the rest of it beside the row; undefined where nobody made them. */
  readonly eachHash: ((take: (hash: number, packed: number) => void) => void) | undefined;
}

/** A full table, the records of which are checked; `known` are rows that other stretches refuse, null in a first reading. */
export function stretchOf(table: RecordTable, known: KnownRows | null, onlyChecked?: readonly Field[]): Stretch {
  known?.refuseRepeatedIds(table);
  checkOrderOfEvents(table);
  checkPayersOfTheDay(table);
  known?.refuseOverlappingStays(table);
  const { unique } = table;
  return {
    ids: unique === undefined ? undefined : idsIn(table, unique),
    eachStay: (take) => eachStay(table, take),
    repeatedHour: keptInRepeatedHour(table),
    columns: () => table.columns(onlyChecked),
  };
}

function idsIn(table: RecordTable, unique: IdBuilder): StretchIds {
  const count = table.count();
  return {
    count,
    first: count === 0 ? "" : unique.text(0),
    last: count === 0 ? "" : unique.text(count - 1),
    areRising: () => unique.areRising(count),
    alike: unique.beginningWith(standInPrefix, count).map(unique.text),
    eachHash(take) {
      const hash = { first: 0, second: 0 };
      unique.eachId(count, (bytes, start, end, at) => {
        hashText(bytes, start, end, hash);
        take(hash.first, withRow(hash.second, table.rowOf(at)));
      });
    },
  };
}

function eachStay(table: RecordTable, take: TakeStay): void {
  const patient = table.texts.get("patient");
  const stays = staysIn(table);
  if (patient === undefined || stays === undefined) return;
  const { isKept, rowOf } = table;
  const names = { size: patient.size(), each: patient.eachName };
  eachStayOf({ codes: patient.codes(), names, stays, count: table.count(), isKept, rowOf }, take);
}

/** Who the records of a stretch are about, and when they were there. */
export interface Patients {
  readonly count: number;
  /** By record the number of the pseudonym; less than 0 where it has none. */
  readonly codes: Int32Array;
  readonly names: Names;
  readonly stays: Stays;
  readonly isKept: (at: number) => boolean;
  readonly rowOf: (at: number) => number;
}

interface Names {
  readonly size: number;
  readonly each: (take: TakeBytes) => void;
}

export function eachStayOf({ count, codes, names, stays, isKept, rowOf }: Patients, take: TakeStay): void {
  if (names.size === 0) return;
  const hashes = hashesOf(names);
  for (let at = 0; at < count; at += 1) {
    const code = codes[at] ?? -1;
    const from = stays.from[at] ?? NaN;
    if (code < 0 || Number.isNaN(from) || !isKept(at)) continue;
    const packed = withRow(hashes.second[code] ?? 0, rowOf(at));
    take(hashes.first[code] ?? 0, packed, from, stays.to[at] ?? Infinity);
  }
}

/** Of each pseudonym of a stretch, by its code. */
function hashesOf({ size, each }: Names): { readonly first: Float64Array; readonly second: Float64Array } {
  const [first, second] = [new Float64Array(size), new Float64Array(size)];
  const hash = { first: 0, second: 0 };
  each((bytes, start, end, code) => {
    hashText(bytes, start, end, hash);
    first[code] = hash.first;
    second[code] = hash.second;
  });
  return { first, second };
}
