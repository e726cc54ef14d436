// A program run in a database, ready to be held against the interpreter.

import { evaluationFrom, type SqlRow } from "@avtal/compiler/emit/sql/decode";
import type { DialectName } from "@avtal/compiler/emit/sql/dialect";
import { sqlStatement } from "@avtal/compiler/emit/sql/statement";
import { writtenEpisodes } from "@avtal/compiler/emit/sql/written-episodes";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";

export interface SqlEngine {
  readonly name: "DuckDB" | "PostgreSQL";
  readonly dialect: DialectName;
  /** Rows of the statement of a whole run. */
  readonly query: (sql: string) => Promise<readonly SqlRow[]>;
  /** Rows of any statement, all of whose cells are texts. */
  readonly texts: (sql: string) => Promise<readonly (readonly (string | null)[])[]>;
  readonly close: () => Promise<void>;
}

export type SqlRun =
  | { readonly kind: "evaluated"; readonly evaluation: Evaluation }
  | { readonly kind: "unsayable"; readonly construct: string };

export async function runIn(
  { dialect, query }: SqlEngine,
  program: Program,
  columns: Columns,
  options: RunOptions,
): Promise<SqlRun> {
  const episodes = writtenEpisodes(columns, program, dialect);
  const outcome = sqlStatement({ program, options, dialect, episodes });
  if (outcome.kind === "unsayable") return outcome;
  const rows = await query(outcome.sql);
  return { kind: "evaluated", evaluation: evaluationFrom(rows, outcome.layout, program, options) };
}
