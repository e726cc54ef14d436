// Columns that have been read, evaluated by generated TypeScript or by a statement in DuckDB: the same evaluation.

import { evaluationFrom } from "@avtal/compiler/emit/sql/decode";
import { sqlStatement } from "@avtal/compiler/emit/sql/statement";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import type { DataProblem } from "../data-problem.ts";
import { engineStopped, unsayableInSql } from "../problems/engine.ts";

export type EngineEvaluation =
  | { readonly kind: "evaluated"; readonly evaluation: Evaluation }
  | { readonly kind: "rejected"; readonly problem: DataProblem };

export async function evaluateInDuckDb(
  program: Program,
  columns: Columns,
  options: RunOptions,
): Promise<EngineEvaluation> {
  // DuckDB is loaded only for those who need it.
  const { openDuckDb } = await import("./duckdb.ts");
  const db = await openDuckDb("2GB");
  try {
    const episodes = await db.load(columns, program.fields);
    const statement = sqlStatement({ program, options, dialect: "duckdb", episodes });
    if (statement.kind === "unsayable") return { kind: "rejected", problem: unsayableInSql(statement.construct) };
    const rows = await db.query(statement.sql);
    return { kind: "evaluated", evaluation: evaluationFrom(rows, statement.layout, program, options) };
  } catch {
    // DuckDB's message may repeat values of the data, so only the fact is said.
    return { kind: "rejected", problem: engineStopped("DuckDB") };
  } finally {
    db.close();
  }
}
