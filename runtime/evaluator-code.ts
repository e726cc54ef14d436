// What a generated evaluator is made of, beside its functions: dated values, terms, conditions and what each of them
// reads. The runtime finds cuts, needs, reasons and lacking facts in these tables, so that generated code stays short.
// Rule: plain data and pure functions; nothing here changes during a run.

import type { Fraction } from "./fractions.ts";
import type { RunState } from "./run-state.ts";

/** What is asked of one record: the run, the record, the day that decides, and in a day rule the day looked at. */
export type OfRecord<R extends RunState, V> = (run: R, record: number, day: number, theDay: number) => V;

/** A number or one of the sentinels, or a fraction or one of them. */
export type CellValue = number | Fraction;

export interface QuestionCode {
  readonly id: string;
  readonly document: string;
  readonly name: string;
  readonly readings: readonly string[];
  /** Sorted; the first has no `from`. */
  readonly chosen: readonly { readonly from: number | null; readonly reading: string; readonly preliminary: boolean }[];
}

/** Something that stands only under some readings of one question. */
export interface GuardCode {
  readonly question: QuestionCode;
  readonly readings: readonly string[];
}

export interface EventCode {
  readonly id: string;
  readonly name: string;
  /** The day, `NEVER`, or `UNKNOWN`. */
  readonly day: number;
}

export interface ValueCode<R extends RunState> {
  readonly kind: "value";
  readonly id: string;
  readonly document: string;
  readonly name: string;
  readonly code: string;
  /** Whether cells are held as numbers; else as fractions. */
  readonly whole: boolean;
  /** What picks a cell of a table, in order. */
  readonly keys: readonly OfRecord<R, number>[];
  readonly keyReads: Reads<R>;
  readonly rows: readonly RowCode<R>[];
  /** First day without a row; null where there is none. */
  readonly until: number | null;
}

export interface RowCode<R extends RunState> {
  readonly from: number | null;
  readonly guard: GuardCode | null;
  readonly cells: readonly CellCode<R>[];
}

export interface CellCode<R extends RunState> {
  /** One number for each key of the table; null is `övriga`. */
  readonly keys: readonly (number | null)[];
  /** Null is `saknas`. */
  readonly value: OfRecord<R, CellValue> | null;
  readonly reads: Reads<R>;
}

export interface MeasuredCode<R extends RunState> {
  readonly kind: "measured";
  readonly id: string;
  readonly document: string;
  readonly name: string;
  readonly code: string;
  /** Null while `fastställt saknas`. */
  readonly fixed: OfRecord<R, Fraction> | null;
  readonly fixedReads: Reads<R>;
}

/** A term whose definition depends on the day, on a reading, or on something that does; others are only functions. */
export interface TermCode<R extends RunState> {
  readonly kind: "term";
  readonly id: string;
  readonly document: string;
  readonly name: string;
  readonly code: string;
  /** Place of its clause. */
  readonly clause: string | null;
  readonly definitions: readonly {
    readonly from: number | null;
    readonly by: readonly { readonly guard: GuardCode | null; readonly body: TermBodyCode<R> }[];
  }[];
}

export type TermBodyCode<R extends RunState> =
  | { readonly kind: "expression"; readonly reads: Reads<R> }
  | { readonly kind: "condition"; readonly lines: readonly LineCode<R>[] };

/** A line of a `villkor`, or a `krävs` of a rule. */
export interface LineCode<R extends RunState> {
  readonly guard: GuardCode | null;
  /** As it was written. */
  readonly says: string;
  /** Place of its clause; empty for an assumption, null where nothing is cited. */
  readonly clause: string | null;
  readonly holds: OfRecord<R, number>;
  /** The `villkor` that the line asks for and nothing else, so that its failing line can be named. */
  readonly asks: TermCode<R> | null;
  readonly reads: Reads<R>;
}

/**
 * What an expression reads, in written order: fields by column name, and whatever else may be absent, change on a day,
 * stop a run or run backwards. Parts that are made of fields alone are only their columns.
 */
export type Reads<R extends RunState> = readonly Read<R>[];
export type Read<R extends RunState> =
  | string
  | ValueCode<R>
  | TermCode<R>
  | MeasuredCode<R>
  | { readonly kind: "event"; readonly event: EventCode }
  | { readonly kind: "choose"; readonly by: Alternatives<Reads<R>> }
  /** `X vid D`: the date D, and X as it is read on it. */
  | { readonly kind: "on"; readonly date: OfRecord<R, number>; readonly dateReads: Reads<R>; readonly of: Read<R> }
  /**
   * `A om C annars B`, or with empty branches anything that lacks facts only where it is absent itself; `holds` is null
   * where only the whole group can tell, or where nothing is ever lacking.
   */
  | {
      readonly kind: "if";
      readonly holds: OfRecord<R, number> | null;
      readonly condition: Reads<R>;
      readonly then: Reads<R>;
      readonly otherwise: Reads<R>;
    }
  /** A mean, sum or count: what it goes over, its condition, and what is averaged where the condition is not no. */
  | {
      readonly kind: "aggregate";
      readonly where: OfRecord<R, number> | null;
      readonly of: Reads<R>;
      readonly condition: Reads<R>;
      readonly others: Reads<R>;
    }
  | { readonly kind: "span"; readonly ranBackwards: OfRecord<R, boolean>; readonly ends: Reads<R> };

/** The first whose guard holds applies. */
export type Alternatives<T> = readonly { readonly guard: GuardCode | null; readonly it: T }[];
