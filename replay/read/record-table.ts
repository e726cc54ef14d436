// Collects records into one builder per field of the vocabulary, whatever format they come from.
// Rule: a row enters whole or not at all; a field without a column of its own is as if it were empty everywhere.

import type { Field, RegisterIr } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import { emptyWhereNeeded } from "../problems/empty-where-needed.ts";
import { choiceBuilder } from "./columns/choice-column.ts";
import { grown, type CellFault, type ColumnBuilder, type Places } from "./columns/column-builder.ts";
import { conditionBuilder } from "./columns/condition-column.ts";
import { dateBuilder } from "./columns/date-column.ts";
import { integerBuilder } from "./columns/integer-column.ts";
import { momentBuilder, type MomentBuilder } from "./columns/moment-column.ts";
import { payerBuilder, type PayerBuilder } from "./columns/payer-column.ts";
import { textBuilder, type TextBuilder } from "./columns/text-column.ts";
import type { Cell, RawText } from "./raw-text.ts";
import { refusedRowsBuilder, type RefusedRows } from "./refused-rows.ts";

/** Where a record stands in its file; offset and length in bytes, 0 where the format has no such thing. */
export interface RowPlace {
  readonly row: number;
  readonly offset: number;
  readonly length: number;
}

export interface RecordTable {
  readonly builders: readonly ColumnBuilder[];
  readonly moments: ReadonlyMap<string, MomentBuilder>;
  readonly payers: readonly PayerBuilder[];
  readonly texts: ReadonlyMap<string, TextBuilder>;
  /** The field that tells episodes apart. */
  readonly unique: TextBuilder | undefined;
  /** Takes one row; `find` says where a builder's cell is; empty where the file has no such column. */
  take(place: RowPlace, find: (builder: number, cell: Cell) => void): void;
  /** Refuses a row as a whole before it was taken. */
  refuseRow(row: number, fault: CellFault): void;
  /** Refuses a record that was taken, once. */
  refuse(at: number, column: string | null, fault: CellFault): void;
  /** Leaves out a record that says nothing new. */
  drop(at: number): void;
  isKept(at: number): boolean;
  rowOf(at: number): number;
  placeOf(at: number): RowPlace;
  readonly count: () => number;
  finish(): { readonly columns: Columns; readonly refused: RefusedRows };
}

export function recordTable(
  fields: readonly Field[],
  registers: readonly RegisterIr[],
  raw: RawText,
  file: string,
): RecordTable {
  const builders = fields.map((field) => builderOf(field, registers, raw));
  const moments = builders.filter((builder): builder is MomentBuilder => kindOf(builder) === "moment");
  const texts = builders.filter((builder): builder is TextBuilder => kindOf(builder) === "text");
  const payers = builders.filter((builder): builder is PayerBuilder => kindOf(builder) === "payer");
  const refused = refusedRowsBuilder(file);
  let rows = new Int32Array(0);
  let offsets = new Float64Array(0);
  let lengths = new Int32Array(0);
  let kept = new Uint8Array(0);
  let count = 0;
  const cell: Cell = { text: "", start: 0, end: 0, row: 0 };

  const makeRoom = (): void => {
    const capacity = Math.max(16_384, rows.length * 2);
    for (const builder of builders) builder.reserve(capacity);
    rows = grown(rows, new Int32Array(capacity));
    lengths = grown(lengths, new Int32Array(capacity));
    kept = grown(kept, new Uint8Array(capacity));
    offsets = grown(offsets, new Float64Array(capacity));
  };

  return {
    builders,
    moments: new Map(moments.map((builder) => [builder.field.code, builder])),
    texts: new Map(texts.map((builder) => [builder.field.code, builder])),
    payers,
    unique: texts.find((builder) => builder.field.unique),
    count: () => count,
    take({ row, offset, length }, find) {
      if (count === rows.length) makeRoom();
      cell.row = row;
      for (let index = 0; index < builders.length; index++) {
        const builder = builders[index];
        if (builder === undefined) continue;
        find(index, cell);
        const fault = cell.start === cell.end ? putEmpty(builder, count) : builder.put(cell, count);
        if (fault !== undefined) {
          refused.add(row, builder.field.code, fault);
          return;
        }
      }
      rows[count] = row;
      offsets[count] = offset;
      lengths[count] = length;
      kept[count] = 1;
      count += 1;
    },
    refuseRow: (row, fault) => refused.add(row, null, fault),
    refuse(at, column, fault) {
      if (kept[at] !== 1) return;
      kept[at] = 0;
      refused.add(rows[at] ?? 0, column, fault);
    },
    drop(at) {
      kept[at] = 0;
    },
    isKept: (at) => kept[at] === 1,
    rowOf: (at) => rows[at] ?? 0,
    placeOf: (at) => ({ row: rows[at] ?? 0, offset: offsets[at] ?? 0, length: lengths[at] ?? 0 }),
    finish() {
      const places = placesOf(kept, count);
      const columns = new Map(builders.map((builder) => [builder.field.code, builder.column(places)]));
      const size = places.kept?.length ?? count;
      const unique = texts.find((builder) => builder.field.unique);
      return { columns: { count: size, ids: idsOf(unique, places, size, rows), columns }, refused: refused.finish() };
    },
  };
}

function builderOf(field: Field, registers: readonly RegisterIr[], raw: RawText): ColumnBuilder {
  switch (field.kind.kind) {
    case "moment":
      return momentBuilder(field);
    case "date":
      return dateBuilder(field);
    case "condition":
      return conditionBuilder(field);
    case "choice":
      return choiceBuilder(field, raw);
    case "payer":
      return payerBuilder(field, registers, raw);
    case "quantity":
      return integerBuilder(field);
    case "text":
      return textBuilder(field, raw);
    case "clock":
    case "month":
    case "quarter":
    case "year":
      throw new Error(`A record field of kind ${field.kind.kind} has no column form: ${field.code}`);
  }
}

function kindOf(builder: ColumnBuilder): string | undefined {
  return "kind" in builder && typeof builder.kind === "string" ? builder.kind : undefined;
}

function putEmpty(builder: ColumnBuilder, at: number): CellFault | undefined {
  if (builder.field.unique) return emptyWhereNeeded;
  builder.putEmpty(at);
  return undefined;
}

function placesOf(kept: Uint8Array, count: number): Places {
  const left = kept.subarray(0, count).reduce((sum, one) => sum + one, 0);
  if (left === count) return { count, kept: undefined };
  const places = new Int32Array(left);
  let next = 0;
  for (let at = 0; at < count; at++) if (kept[at] === 1) places[next++] = at;
  return { count, kept: places };
}

function idsOf(unique: TextBuilder | undefined, places: Places, size: number, rows: Int32Array): string[] {
  const codes = unique?.codes();
  const ids: string[] = [];
  for (let index = 0; index < size; index++) {
    const at = places.kept?.[index] ?? index;
    ids.push(codes === undefined ? `row-${rows[at] ?? 0}` : (unique?.names[codes[at] ?? 0] ?? ""));
  }
  return ids;
}
