// Where an expression is worked out: in which run, for which record and day, and in which group.

import type { Columns } from "@avtal/runtime/columns";
import type { Truth } from "@avtal/runtime/kleene";
import type { DecisionDay } from "@avtal/compiler/ir/in-force";
import type { Expr } from "@avtal/compiler/ir/ir";
import type { Run } from "@avtal/compiler/ir/run";
import type { Observe } from "./passing.ts";
import type { Value } from "./values.ts";

export interface Scope {
  readonly run: Run;
  readonly episodes: Columns;
  /** The document whose text is worked out: its decision day may be the wording's. */
  readonly document: string;
  /** The date that the rule at hand follows, or the day of an enclosing `vid`. */
  readonly own: DecisionDay;
  /** The record that is looked at; null outside all records. In a group, its first one. */
  readonly record: number | null;
  /** The day that a day rule looks at. */
  readonly day: number | null;
  /** Null in the record stage. */
  readonly group: GroupScope | null;
  /** Told what is passed; absent where nobody asks. */
  readonly observe?: Observe;
}

/** What the group stage may read. */
export interface GroupScope {
  /** In input order, never empty. */
  readonly members: readonly Member[];
  readonly key: (name: string) => Value;
  readonly step: (name: string) => Value;
  /** The condition in the `months` months that end with this group's. */
  readonly inARow: (condition: Expr, months: number) => Truth;
}

/** A record that counts in a group, or one day of it in a day rule. */
export interface Member {
  readonly record: number;
  readonly day: number | null;
  readonly own: DecisionDay;
}

export function ofMember(member: Member, scope: Scope): Scope {
  return { ...scope, own: member.own, record: member.record, day: member.day, group: null };
}
