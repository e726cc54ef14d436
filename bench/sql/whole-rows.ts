// The SQL target over whole rows, with all columns that `avtal data sample` draws, beside SQL by hand of the same rows:
// in DuckDB over CSV and Parquet, and in a PostgreSQL.
// Rule: both give the same lines, to the öre, or nothing is measured; neither checks what it reads.

import { deepStrictEqual } from "node:assert";
import type { EpisodeTable } from "@avtal/compiler/emit/sql/records";
import { sqlLines } from "@avtal/compiler/emit/sql/statement";
import type { DialectName } from "@avtal/compiler/emit/sql/dialect";
import { episodesInPostgres } from "@avtal/replay/engines/postgres";
import { options, program } from "../evaluator/stockholm.ts";
import { handWrittenOfWholeRows, type HandDialect } from "./by-hand.ts";
import { typesOfFile } from "./checked-by-hand.ts";
import { readInDuckDb, sample, type Format } from "./from-files.ts";
import type { PostgresServer } from "./postgres-server.ts";
import { inDuckDb, inServer, loaded, type RanSql, type Row } from "./ran-sql.ts";
import { fewestAsked, takingTurns, type Aim, type Contender } from "./taking-turns.ts";

const byHand = "by hand";
const aim: Aim = { atMost: 1.2, of: "processors" };

/** A table for each format, and one for the server where there is one. */
export async function wholeRows(
  count: number,
  times: number,
  server: PostgresServer | null,
): Promise<readonly string[]> {
  const tables: string[] = [];
  for (const [title, format] of [
    ["DuckDB over CSV, whole rows", "csv"],
    ["DuckDB over Parquet, whole rows", "parquet"],
  ] as const) {
    const from = readInDuckDb(sample(count, format), format);
    const rivals = rivalsOf(from, "duckdb", inFile(from, format));
    tables.push(await compared(title, count, times, rivals, inDuckDb));
  }
  if (server === null) return tables;
  const types = new Map(typesOfFile.map(([name, type]) => [name, type.toLowerCase()]));
  await loaded(server.address, sample(count, "csv"), types);
  const rivals = rivalsOf("episodes", "postgres", episodesInPostgres("episodes", types, program.fields));
  const run: Run = (sql, whose) => inServer(server.address, sql, whose);
  return [...tables, await compared("PostgreSQL, whole rows", count, times, rivals, run)];
}

type Run = (sql: string, whose: "avtal" | "hand") => RanSql | Promise<RanSql>;

interface Rivals {
  readonly hand: string;
  readonly ours: string;
}

async function compared(
  title: string,
  count: number,
  times: number,
  { hand, ours }: Rivals,
  run: Run,
): Promise<string> {
  const wanted = linesByHand((await run(hand, "hand")).rows);
  const same = (lines: readonly string[]): void => deepStrictEqual(lines, wanted, `${title} differs`);
  const contenders: readonly Contender<RanSql>[] = [
    { name: byHand, run: () => run(hand, "hand"), check: ({ rows }) => same(linesByHand(rows)) },
    {
      name: "Avtal, lines",
      run: () => run(ours, "avtal"),
      check: ({ rows }) => same(linesOfOurs(rows)),
      ...(count < fewestAsked ? {} : { aim }),
    },
  ];
  return takingTurns(title, contenders, { times, against: byHand });
}

function rivalsOf(from: string, dialect: DialectName & HandDialect, episodes: EpisodeTable): Rivals {
  const lines = sqlLines({ program, options, dialect, episodes });
  if (lines.kind === "unsayable") throw new Error(`No SQL says ${lines.construct}.`);
  return { hand: handWrittenOfWholeRows(from, dialect), ours: lines.sql };
}

function inFile(from: string, format: Format): EpisodeTable {
  const columns = new Map(typesOfFile.map(([name]) => [name, `"${name}"`]));
  if (format === "csv") return { from, id: `"id"`, number: null, columns };
  const numbered = from.replace(/\)$/, ", file_row_number = true)");
  return { from: numbered, id: `"id"`, number: "file_row_number", columns };
}

function linesByHand(rows: readonly Row[]): readonly string[] {
  return rows
    .filter(([payer]) => payer !== "account")
    .map(([payer, month, ore]) => `${payer} ${Math.floor(Number(month) / 12)}-${(Number(month) % 12) + 1} ${ore}`)
    .sort();
}

/** Payer, period and amount stand at their places among the columns of a line. */
function linesOfOurs(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => `${row[4]} ${(row[5] ?? "").replace(/-0?/, "-")} ${row[14]}`).sort();
}
