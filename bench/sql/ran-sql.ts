// A statement run by itself: in DuckDB in a process of its own, in PostgreSQL in a session of its own.

import { execFileSync } from "node:child_process";
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import type { Ran } from "./taking-turns.ts";

export type Row = readonly (string | null)[];

export interface RanSql extends Ran {
  readonly rows: readonly Row[];
}

export const folder = join(".cache", "bench", "sql");

/** By hand nothing is set; ours is run as replay/engines/duckdb.ts runs it. */
export function inDuckDb(sql: string, whose: "avtal" | "hand"): RanSql {
  const path = join(folder, "statement.sql");
  writeFileSync(path, sql);
  const words = [join("bench", "sql", "in-duckdb.mjs"), path, whose];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8", maxBuffer: 1 << 30 })) as RanSql;
}

/** As replay/engines/postgres.ts sets it; what is by hand sorts nothing. */
const oursInPostgres = ["enable_sort = off"];

/** In a session of its own, whose process says its greatest memory. What it took, with the processes that helped it, is what the server's ended processes took since. */
export async function inServer(address: string, sql: string, whose: "avtal" | "hand"): Promise<RanSql> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  for (const setting of ["jit = off", ...(whose === "avtal" ? oursInPostgres : [])])
    await client.query(`SET ${setting}`);
  const { rows: ids } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const server = Number(statOf(ids[0]?.pid)[1]);
  const before = endedProcesses(server);
  const start = performance.now();
  const { rows } = await client.query<(string | number | null)[]>({ text: sql, rowMode: "array" });
  const milliseconds = performance.now() - start;
  const status = readFileSync(`/proc/${ids[0]?.pid}/status`, "utf8");
  const megabytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? "0") / 1024;
  await client.end();
  await new Promise((ended) => setTimeout(ended, 500));
  const processor = endedProcesses(server) - before;
  const texts = rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  return { rows: texts, milliseconds, processor, megabytes };
}

/** A table `episodes` of the rows of a CSV file without quotation marks. */
export async function loaded(address: string, csv: string, types: ReadonlyMap<string, string>): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const written = [...types].map(([name, type]) => `"${name}" ${type}`);
  await client.query(`CREATE TABLE episodes (${written.join(", ")})`);
  const names = [...types.keys()];
  let rows: string[][] = [];
  const insert = async (): Promise<void> => {
    if (rows.length === 0) return;
    const lists = names.map((_, index) => rows.map((row) => (row[index] === "" ? null : (row[index] ?? null))));
    const parts = [...types.values()].map((type, index) => `$${index + 1}::${type}[]`);
    await client.query(`INSERT INTO episodes SELECT * FROM unnest(${parts.join(", ")})`, lists);
    rows = [];
  };
  let isHeader = true;
  for await (const line of createInterface({ input: createReadStream(csv) })) {
    if (!isHeader) rows.push(line.split(";"));
    isHeader = false;
    if (rows.length === 10_000) await insert();
  }
  await insert();
  await client.query("ANALYZE episodes");
  await client.end();
}

/** Milliseconds of processor of the processes that this one started and that have ended. */
function endedProcesses(pid: number): number {
  const ticks = statOf(pid);
  return (Number(ticks[13]) + Number(ticks[14])) * 10;
}

/** What Linux says of a process, from its state on. */
function statOf(pid: number | undefined): readonly string[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}
