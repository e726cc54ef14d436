// What all parts of one statement share: the program with the choices of the run, the dialect, names and side tables.

import type { Program } from "../../ir/ir.ts";
import type { Run } from "../../ir/run.ts";
import type { Dialect } from "./dialect.ts";
import type { Naming } from "./naming.ts";
import type { Query } from "./stage.ts";

/** A register or a calendar. */
export interface SideTable extends Query {
  /** Rows that are written out, so that each reader may as well have them for itself. */
  readonly isList: boolean;
}

export interface Emission {
  readonly program: Program;
  readonly run: Run;
  readonly dialect: Dialect;
  readonly names: Naming;
  /** Registers and calendars that something reads, by what they hold. */
  readonly tables: Map<string, SideTable>;
  /** Columns of the data that the program has but the data lack. */
  readonly absentColumns: ReadonlySet<string>;
  /** The column by which a record is told from all others. */
  readonly identity: "record" | "id";
  /** Records have no numbers in the order of the data, and stand in that of their ids. */
  readonly ordersById: boolean;
}

/** Something that no SQL of ours says exactly: the statement is refused, never approximate. */
export class Unsayable extends Error {
  readonly construct: string;
  constructor(construct: string) {
    super(construct);
    this.construct = construct;
  }
}
