// Collects records into one builder per field of the vocabulary, whatever format they come from.
// Rule: a row enters whole or not at all; a field without a column of its own is as if it were empty everywhere.

import type { Field, RegisterIr } from "@avtal/compiler/ir/ir";
import type { Column, Columns } from "@avtal/runtime/columns";
import { withLater } from "@avtal/runtime/later";
import { emptyWhereNeeded } from "../problems/empty-where-needed.ts";
import { choiceBuilder } from "./columns/choice-column.ts";
import type { CellFault, ColumnBuilder, Places } from "./columns/column-builder.ts";
import { conditionBuilder } from "./columns/condition-column.ts";
import { dateBuilder } from "./columns/date-column.ts";
import { idBuilder, type IdBuilder, type Ids } from "./columns/id-column.ts";
import { integerBuilder } from "./columns/integer-column.ts";
import { momentBuilder, type MomentBuilder } from "./columns/moment-column.ts";
import { payerBuilder, type PayerBuilder } from "./columns/payer-column.ts";
import { textBuilder, type TextBuilder } from "./columns/text-column.ts";
import { emptyCell, type Cell } from "./cell.ts";
import { keptRows, sizeOf } from "./kept-rows.ts";
import { refusedRowsBuilder, type RefusedRows, type RefusedRowsBuilder } from "./refused-rows.ts";

export interface RecordTable {
  readonly builders: readonly ColumnBuilder[];
  readonly moments: ReadonlyMap<string, MomentBuilder>;
  readonly payers: readonly PayerBuilder[];
  readonly texts: ReadonlyMap<string, TextBuilder>;
  /** The field that tells episodes apart. */
  readonly unique: IdBuilder | undefined;
  /** Makes room for this many records at once, so that less is moved about while they come. */
  expect(records: number): void;
  /**
   * Takes one row, or refuses it and says false. `find` says where a builder's cell is; empty where the file has no such
   * column.
   */
  take(row: number, find: (builder: number, cell: Cell) => void): boolean;
  /** The place where the next record goes, with room for it; builders may put cells there. */
  next(): number;
  /** Keeps what was put there as a record. */
  keep(row: number): void;
  /** The same for many at once, whose rows follow one another. */
  nextRun(records: number): number;
  keepRun(row: number, records: number): void;
  /** Refuses a row before it was taken, as a whole or for one of its cells. */
  refuseRow(row: number, column: string | null, fault: CellFault): void;
  /** Refuses a record that was taken, once. */
  refuse(at: number, column: string | null, fault: CellFault): void;
  /** Leaves out a record that says nothing new. */
  drop(at: number): void;
  isKept(at: number): boolean;
  rowOf(at: number): number;
  readonly count: () => number;
  /**
   * Lets go of all records, so that others take their places and their memory: columns that were given do not hold any
   * longer. What was met of the file stays known.
   */
  restart(): void;
  /** Which records are left. */
  places(): Places;
  /** What was collected, but for the columns of these fields; to be asked for once, as the last thing. */
  columns(without?: readonly Field[]): Columns;
  /** The same, and what was refused. */
  finish(without?: readonly Field[]): { readonly columns: Columns; readonly refused: RefusedRows };
}

export function recordTable(fields: readonly Field[], registers: readonly RegisterIr[], file: string): RecordTable {
  return recordTableOf(fields, registers, refusedRowsBuilder(file));
}

/** A table of some records of a file, with others of which it shares the account of refused rows. */
export function recordTableOf(
  fields: readonly Field[],
  registers: readonly RegisterIr[],
  refused: RefusedRowsBuilder,
): RecordTable {
  const builders = fields.map((field) => builderOf(field, registers));
  const moments = builders.filter((builder): builder is MomentBuilder => kindOf(builder) === "moment");
  const texts = builders.filter((builder): builder is TextBuilder => kindOf(builder) === "text");
  const payers = builders.filter((builder): builder is PayerBuilder => kindOf(builder) === "payer");
  const unique = builders.find((builder): builder is IdBuilder => kindOf(builder) === "id");
  const records = keptRows();
  const cell = emptyCell();

  const makeRoom = (places: number): void => {
    for (const builder of builders) builder.reserve(places);
    records.makeRoom(places);
  };
  const nextRun = (wanted: number): number => {
    const count = records.count();
    if (count + wanted > records.room()) makeRoom(Math.max(leastRoom, wanted, Math.ceil((count + wanted) * 1.5)));
    return count;
  };
  const collected = (without: readonly Field[] = []): Columns => {
    const places = records.places();
    const given = builders.filter(({ field }) => !without.includes(field));
    const columns = new Map(given.map((builder) => [builder.field.code, builder.column(places)]));
    const ids = unique === undefined ? records.names(places) : unique.ids(places);
    return columnsOf(sizeOf(places), ids, columns);
  };

  return {
    builders,
    moments: byField(moments),
    texts: byField(texts),
    payers,
    unique,
    count: records.count,
    expect(wanted) {
      if (wanted > records.room()) makeRoom(wanted);
    },
    next: () => nextRun(1),
    keep: (row) => records.keep(row, 1),
    nextRun,
    keepRun: records.keep,
    take(row, find) {
      const at = nextRun(1);
      cell.row = row;
      for (let index = 0; index < builders.length; index++) {
        const builder = builders[index];
        if (builder === undefined) continue;
        find(index, cell);
        const fault = cell.start === cell.end ? putEmpty(builder, at) : builder.put(cell, at);
        if (fault !== undefined) {
          refused.add(row, builder.field.code, fault);
          return false;
        }
      }
      records.keep(row, 1);
      return true;
    },
    refuseRow: refused.add,
    refuse(at, column, fault) {
      if (records.leaveOut(at)) refused.add(records.rowOf(at), column, fault);
    },
    drop(at) {
      records.leaveOut(at);
    },
    isKept: records.isKept,
    rowOf: records.rowOf,
    restart() {
      for (const builder of builders) builder.restart?.();
      records.restart();
    },
    places: records.places,
    columns: collected,
    finish: (without) => ({ columns: collected(without), refused: refused.finish() }),
  };
}

/** Few tables are small, and a small one costs little. */
const leastRoom = 1_024;

function byField<B extends ColumnBuilder>(builders: readonly B[]): ReadonlyMap<string, B> {
  return new Map(builders.map((builder) => [builder.field.code, builder]));
}

function builderOf(field: Field, registers: readonly RegisterIr[]): ColumnBuilder {
  switch (field.kind.kind) {
    case "moment":
      return momentBuilder(field);
    case "date":
      return dateBuilder(field);
    case "condition":
      return conditionBuilder(field);
    case "choice":
      return choiceBuilder(field);
    case "payer":
      return payerBuilder(field, registers);
    case "quantity":
      return integerBuilder(field);
    case "text":
      return field.unique ? idBuilder(field) : textBuilder(field);
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

/** The columns with the ids made texts when someone asks for them. Nothing of the table lives on in what is given. */
export function columnsOf(count: number, ids: Ids, columns: ReadonlyMap<string, Column>): Columns {
  let made: readonly string[] | undefined;
  const idAt = (record: number): string => made?.[record] ?? ids.at(record);
  return withLater({ count, columns, idAt }, { ids: () => (made = ids.all()) });
}
