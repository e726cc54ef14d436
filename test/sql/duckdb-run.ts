// A program run in DuckDB over columns, ready to be held against the interpreter.

import { evaluationFrom } from "@avtal/compiler/emit/sql/decode";
import { sqlStatement } from "@avtal/compiler/emit/sql/statement";
import { writtenEpisodes } from "@avtal/compiler/emit/sql/written-episodes";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import type { DuckDb } from "@avtal/replay/engines/duckdb";

export type SqlRun =
  | { readonly kind: "evaluated"; readonly evaluation: Evaluation; readonly sql: string }
  | { readonly kind: "unsayable"; readonly construct: string };

export async function runInDuckDb(
  db: DuckDb,
  program: Program,
  columns: Columns,
  options: RunOptions,
): Promise<SqlRun> {
  const episodes = writtenEpisodes(columns, program, "duckdb");
  const outcome = sqlStatement({ program, options, dialect: "duckdb", episodes });
  if (outcome.kind === "unsayable") return outcome;
  const rows = await db.query(outcome.sql);
  return { kind: "evaluated", evaluation: evaluationFrom(rows, outcome.layout, program, options), sql: outcome.sql };
}
