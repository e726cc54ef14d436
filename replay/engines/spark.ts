// Runs a statement on Spark: its queries and a small script are handed to spark-submit, rows come back in a file.
// Rule: the script only runs the statement; exactness is the dialect's (ANSI, decimals of 38 digits, UTC sessions).

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SqlRow } from "@avtal/compiler/emit/sql/decode";
import { dialects } from "@avtal/compiler/emit/sql/dialect";
import type { EpisodeTable } from "@avtal/compiler/emit/sql/records";
import type { Field } from "@avtal/compiler/ir/ir";
import { sparkScript } from "./spark-script.ts";

/** A statement in parts that are planned one by one. */
export interface SparkSteps {
  readonly queries: readonly { readonly name: string; readonly text: string }[];
  readonly selects: readonly string[];
}

export async function runOnSpark(steps: SparkSteps, master: string | null): Promise<SqlRow[]> {
  const [rows = []] = await runAllOnSpark([steps], master);
  return rows;
}

/** Several statements, one after another, for which Spark is started once; the rows of each. */
export async function runAllOnSpark(all: readonly SparkSteps[], master: string | null): Promise<SqlRow[][]> {
  const folder = mkdtempSync(join(tmpdir(), "avtal-spark-"));
  try {
    const [script, steps, rows] = [join(folder, "run.py"), join(folder, "steps.json"), join(folder, "rows.json")];
    writeFileSync(script, sparkScript, { mode: 0o600 });
    writeFileSync(steps, JSON.stringify(all.map(stepsJson)), { mode: 0o600 });
    await submitted([...(master === null ? [] : ["--master", master]), script, steps, rows]);
    return (JSON.parse(readFileSync(rows, "utf8")) as (string | number | null)[][][]).map((each) => each.map(rowFrom));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function stepsJson({ queries, selects }: SparkSteps): SparkSteps {
  return { queries: queries.map(({ name, text }) => ({ name, text })), selects };
}

/** Parquet with the columns of the vocabulary in their plain types; moments as civil time. */
export function episodesInParquet(path: string, fields: readonly Field[]): EpisodeTable {
  const { identifier } = dialects.spark;
  return {
    from: `parquet.${identifier(path)} AS e`,
    id: `CAST(${identifier("id")} AS STRING)`,
    number: null,
    columns: new Map(fields.map((field) => [field.code, readAs(field, identifier(field.code))])),
  };
}

function readAs({ kind }: Field, column: string): string {
  switch (kind.kind) {
    case "quantity":
    case "clock":
    case "month":
    case "quarter":
    case "year":
      return `CAST(${column} AS BIGINT)`;
    default:
      return column;
  }
}

function submitted(words: readonly string[]): Promise<void> {
  const submit = process.env["SPARK_SUBMIT"] ?? "spark-submit";
  return new Promise((done, failed) => {
    // What goes wrong in the script is said where it writes, so both go to our errors.
    const said = process.env["AVTAL_SPARK_LOG"] === "1" ? 2 : "ignore";
    const child = spawn(submit, words, { stdio: ["ignore", said, said] });
    child.on("error", failed);
    child.on("exit", (code) => {
      if (code === 0) done();
      else failed(new Error(`spark-submit ended with ${code ?? "a signal"}.`));
    });
  });
}

function rowFrom(row: readonly (string | number | null)[]): SqlRow {
  const [section, rule, ...cells] = row;
  return [String(section), Number(rule), ...cells.map((cell) => (cell === null ? null : String(cell)))];
}
