// Measures reading: `avtal data check` and `avtal run` from CSV and from Parquet, beside hand-tuned SQL in DuckDB over the
// same file with two threads. Arguments: how often (3), then `small` for 100 000 rows alone or `whole` for ten million too.
// The SQL reads the columns that the agreement needs with their types given, and sums days per payer and month; it checks
// nothing, tells no two rows apart and knows no clock, so that it is what a user would write first and be glad of.

import { closeSync, createReadStream, existsSync, mkdirSync, openSync, readSync, renameSync, writeSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { measured, printLines, root } from "./measured.mjs";

const folder = join(root, ".cache", "bench");
mkdirSync(folder, { recursive: true });
const times = Number(process.argv[2] ?? "3");
const sizesBy = { small: [100_000], usual: [100_000, 1_000_000], whole: [100_000, 1_000_000, 10_000_000] };
const sizes = sizesBy[process.argv[3]] ?? sizesBy.usual;

if (process.argv[2] === "sql") await sumInDuckDb(process.argv[3] ?? "");
else await measureAll();

async function measureAll() {
  const lines = [["episodes", "file", "what", "median", "processor", "most memory", "a row", "of SQL"]];
  for (const episodes of sizes) {
    const csv = await csvOf(episodes);
    const parquet = await parquetOf(episodes, csv);
    for (const [format, path] of [
      ["CSV", csv],
      ["Parquet", parquet],
    ]) {
      const sql = median(inDuckDb(path));
      lines.push(lineOf(episodes, format, "SQL in DuckDB, two threads", sql, sql));
      for (const words of [
        ["data", "check", path],
        ["run", "stockholm", "--data", path],
      ]) {
        lines.push(lineOf(episodes, format, `avtal ${words[0]}`, median(measured(words, times)), sql));
      }
    }
  }
  printLines(lines);
}

function lineOf(episodes, format, what, { milliseconds, processor, megabytes }, sql) {
  const perRow = (milliseconds * 1000) / episodes;
  return [
    String(episodes),
    format,
    what,
    `${(milliseconds / 1000).toFixed(2)} s`,
    `${(processor / 1000).toFixed(2)} s`,
    `${Math.round(megabytes)} MB`,
    `${perRow.toFixed(2)} µs`,
    (milliseconds / sql.milliseconds).toFixed(2),
  ];
}

function median(runs) {
  return runs.sort((one, other) => one.milliseconds - other.milliseconds)[Math.floor(runs.length / 2)];
}

/** The SQL in processes of their own, measured as the others are. */
function inDuckDb(path) {
  return Array.from({ length: times }, () => {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "bench/read.mjs"), "sql", path], {
      cwd: root,
      encoding: "utf8",
    });
    const milliseconds = performance.now() - start;
    if (status !== 0) throw new Error(stderr);
    const [kilobytes, microseconds] = stdout.trim().split(" ").map(Number);
    return { milliseconds, processor: microseconds / 1000, megabytes: kilobytes / 1024 };
  });
}

async function sumInDuckDb(path) {
  const connection = await opened("2");
  const source = path.endsWith(".csv")
    ? `read_csv(${quoted(path)}, delim = ';', header = true, auto_detect = false, columns = {${typesOf(path)}})`
    : `read_parquet(${quoted(path)})`;
  await connection.runAndReadAll(`
    select municipality, district, care_type, date_trunc('month', discharged_at) as month, count(*) as episodes,
      sum(greatest(0, date_diff('day', ready_notice_at, discharged_at))) as days,
      count(*) filter (where care_contact and not outpatient_unavailable) as charged,
      count(*) filter (where sip_summons_date <= cast(ready_notice_at as date)) as called
    from ${source} where ready_withdrawn_at is null or ready_reissued_at is not null
    group by all order by all`);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  console.log(maxRSS, userCPUTime + systemCPUTime);
}

async function opened(threads) {
  const instance = await DuckDBInstance.create(":memory:", { threads });
  return instance.connect();
}

function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The types of the columns that a sample has, by their names. */
function typesOf(csv) {
  const head = Buffer.alloc(10_000);
  const handle = openSync(csv, "r");
  readSync(handle, head);
  closeSync(handle);
  const names = head.toString("latin1", 0, head.indexOf("\n")).split(";");
  return names.map((name) => `'${name}': '${typeOf(name)}'`).join(", ");
}

function typeOf(name) {
  if (name.endsWith("_at")) return "timestamp";
  if (name.endsWith("_date")) return "date";
  if (/^(?:age|days)_/.test(name)) return "integer";
  return /^(?:protected|care_contact|sip_needed|care_plan_made|outpatient)/.test(name) ? "boolean" : "varchar";
}

/** A sample of 100 000 episodes, written again and again under other ids and pseudonyms. */
async function csvOf(episodes) {
  const first = join(folder, "read-100k.csv");
  if (!existsSync(first)) sample(first, "100000");
  if (episodes === 100_000) return first;
  const path = join(folder, `read-${episodes}.csv`);
  if (existsSync(path)) return path;
  const handle = openSync(path, "w");
  for (let copy = 0; copy < episodes / 100_000; copy++) {
    let piece = "";
    let isHeader = true;
    for await (const line of createInterface({ input: createReadStream(first) })) {
      if (!isHeader) piece += `${line.replace(/^v-(\w+);p-(\w+);/, `v${copy}-$1;p${copy}-$2;`)}\n`;
      else if (copy === 0) piece += `${line}\n`;
      isHeader = false;
    }
    writeSync(handle, piece);
  }
  closeSync(handle);
  return path;
}

function sample(path, episodes) {
  const words = ["data", "sample", "--agreement", "stockholm", "--from", "2022-01", "--to", "2022-12"];
  const made = spawnSync(
    process.execPath,
    [join(root, "cli/dist/avtal.js"), ...words, "--episodes", episodes, "--out", path],
    { cwd: root, stdio: "inherit" },
  );
  if (made.status !== 0) process.exit(made.status ?? 1);
}

async function parquetOf(episodes, csv) {
  const path = join(folder, `read-${episodes}.parquet`);
  if (existsSync(path)) return path;
  const connection = await opened("2");
  const source = `read_csv(${quoted(csv)}, delim = ';', header = true, auto_detect = false, columns = {${typesOf(csv)}})`;
  await connection.run(
    `copy (select * from ${source}) to ${quoted(`${path}.part`)} (format parquet, compression zstd)`,
  );
  renameSync(`${path}.part`, path);
  return path;
}
