// Where an expression is put into SQL: in which stage, on which decision day, and in which group.

import type { Aggregate, Expr } from "../../ir/ir.ts";
import type { Emission } from "./emission.ts";
import type { Sql } from "./sql.ts";
import type { Stage } from "./stage.ts";
import type { SqlValue } from "./value.ts";

export interface Place {
  readonly emission: Emission;
  readonly stage: Stage;
  /** The document whose text is worked out. */
  readonly document: string;
  readonly own: OwnDay;
  /** The day that a day rule looks at; null outside. */
  readonly theDay: Sql | null;
  /** Null in the record stage. */
  readonly group: GroupPlace | null;
}

/** The date that the rule at hand follows, or the day of an enclosing `vid`. */
export interface OwnDay {
  /** Null where there is none; else its column, made only where something asks. */
  readonly day: (() => Sql) | null;
  readonly mayBeAbsent: boolean;
  /** What is known of it where the expression stands: `from` up to but not including `until`. */
  readonly from: number;
  readonly until: number;
}

export interface GroupPlace {
  readonly key: (name: string) => SqlValue;
  readonly step: (name: string) => SqlValue;
  /** A record-stage expression for the first record of the group. */
  readonly ofFirst: (expr: Expr) => SqlValue;
  readonly aggregate: (aggregate: Aggregate) => SqlValue;
  readonly inARow: (condition: Expr, months: number) => Sql;
}

export function ownDay(sql: Sql): OwnDay {
  return { day: () => sql, mayBeAbsent: sql.nullable, from: -Infinity, until: Infinity };
}

export const noDay: OwnDay = { day: null, mayBeAbsent: true, from: -Infinity, until: Infinity };
