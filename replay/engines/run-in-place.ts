// A run over data that stay where they are: a table in PostgreSQL, or Parquet that a Spark cluster reads.
// Rule: only lines and accounts come back; what needs every record here (months, a proof of the file) is refused.

import { evaluationFrom, type SqlRow } from "@avtal/compiler/emit/sql/decode";
import type { DialectName } from "@avtal/compiler/emit/sql/dialect";
import type { EpisodeTable } from "@avtal/compiler/emit/sql/records";
import { sqlStatement, type SqlOutcome } from "@avtal/compiler/emit/sql/statement";
import type { Field, Program } from "@avtal/compiler/ir/ir";
import type { RunOptions } from "@avtal/runtime/result";
import type { DataProblem } from "../data-problem.ts";
import { engineNotReached, engineStopped, notWithThisEngine, unfitTable, unsayableInSql } from "../problems/engine.ts";
import { protectedField } from "../protected-records.ts";
import { neededFields } from "../read/needed-fields.ts";
import type { EngineEvaluation } from "./evaluate.ts";
import type { Postgres } from "./postgres.ts";
import { episodesInParquet, runOnSpark } from "./spark.ts";

/** `address`: `postgres://…`, with `?table=` where the episodes are not called `episodes`. */
export async function evaluateInPostgres(
  program: Program,
  address: string,
  options: RunOptions,
): Promise<EngineEvaluation> {
  const { url, table } = tableIn(address);
  const { openPostgres, episodesInPostgres } = await import("./postgres.ts");
  let db: Postgres;
  try {
    db = await openPostgres(url);
  } catch {
    return { kind: "rejected", problem: engineNotReached("PostgreSQL") };
  }
  try {
    const present = await db.columnsOf(table);
    const unfit = unfitColumns(program, present) ?? (await protectedRows(db, table, present));
    if (unfit !== undefined) return { kind: "rejected", problem: unfit };
    const episodes = episodesInPostgres(table, present, neededFields([program]));
    return await evaluated(program, options, "postgres", episodes, ({ sql }) => db.query(sql));
  } catch {
    return { kind: "rejected", problem: engineStopped("PostgreSQL") };
  } finally {
    await db.close();
  }
}

/** `parquet` as the cluster knows it; `master`: `spark://…:7077`, or null for what Spark is set up with. */
export async function evaluateOnSpark(
  program: Program,
  parquet: string,
  master: string | null,
  options: RunOptions,
): Promise<EngineEvaluation> {
  const episodes = episodesInParquet(parquet, neededFields([program]));
  try {
    return await evaluated(program, options, "spark", episodes, (statement) => runOnSpark(statement, master));
  } catch {
    return { kind: "rejected", problem: engineNotReached("Spark") };
  }
}

type Statement = SqlOutcome & { readonly kind: "statement" };

async function evaluated(
  program: Program,
  options: RunOptions,
  dialect: DialectName,
  episodes: EpisodeTable,
  query: (statement: Statement) => Promise<SqlRow[]>,
): Promise<EngineEvaluation> {
  const statement = sqlStatement({ program, options, dialect, episodes });
  if (statement.kind === "unsayable") return { kind: "rejected", problem: unsayableInSql(statement.construct) };
  const rows = await query(statement);
  return { kind: "evaluated", evaluation: evaluationFrom(rows, statement.layout, program, options) };
}

function tableIn(address: string): { readonly url: string; readonly table: string } {
  const found = /[?&]table=([^&]*)/.exec(address);
  if (found === null) return { url: address, table: "episodes" };
  const rest = address
    .replace(found[0], found[0].startsWith("?") ? "?" : "")
    .replace(/\?$/, "")
    .replace("?&", "?");
  return { url: rest, table: decodeURIComponent(found[1] ?? "") };
}

function unfitColumns(program: Program, present: ReadonlyMap<string, string>): DataProblem | undefined {
  if (!present.has("id")) return unfitTable("id", undefined, "text");
  for (const field of neededFields([program])) {
    const found = present.get(field.code);
    if (found === undefined && field.optional) continue;
    const needed = typesOf(field);
    if (found === undefined || !needed.includes(found)) return unfitTable(field.code, found, needed[0] ?? "text");
  }
  return undefined;
}

/** The ids of protected records would come back as they are: they are hidden only where a file is read. */
async function protectedRows(
  db: Postgres,
  table: string,
  present: ReadonlyMap<string, string>,
): Promise<DataProblem | undefined> {
  const found = present.get(protectedField);
  if (found === undefined) return undefined;
  if (found !== "boolean") return unfitTable(protectedField, found, "boolean");
  return (await db.holdsAny(table, protectedField)) ? notWithThisEngine(protectedField, "PostgreSQL") : undefined;
}

/** As information_schema names them, the one to choose first. */
function typesOf({ kind }: Field): readonly string[] {
  switch (kind.kind) {
    case "date":
      return ["date"];
    case "moment":
      return ["timestamp without time zone"];
    case "condition":
      return ["boolean"];
    case "quantity":
    case "clock":
    case "month":
    case "quarter":
    case "year":
      return ["bigint", "integer", "smallint"];
    default:
      return ["text", "character varying", "character"];
  }
}
