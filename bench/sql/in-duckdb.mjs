// Runs the statement of a file in a DuckDB of two threads, in a process of its own: rows and what it took, as JSON.
// Only the statement is timed; the greatest memory is that of the process.

import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const sql = readFileSync(process.argv[2] ?? "", "utf8");
const isOurs = process.argv[3] === "avtal";
const instance = await DuckDBInstance.create(":memory:", {
  threads: "2",
  memory_limit: "8GB",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
});
const connection = await instance.connect();
// As replay/engines/duckdb.ts does; what is by hand gains nothing from that.
if (isOurs) await connection.run("SET disabled_optimizers = 'cte_filter_pusher'");
const [start, before] = [performance.now(), process.cpuUsage()];
const found = await connection.runAndReadAll(sql);
const { user, system } = process.cpuUsage(before);
const milliseconds = performance.now() - start;
const rows = found.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))));
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ rows, milliseconds, processor: (user + system) / 1000, megabytes }));
