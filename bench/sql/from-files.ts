// A whole file to lines, checked on the way: `avtal run` beside SQL by hand in a DuckDB of two threads, which checks too.
// Rule: all give the same lines and the same account, and both refuse each of the faulty files, or nothing is measured.

import { deepStrictEqual, ok } from "node:assert";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { program } from "../evaluator/stockholm.ts";
import { handWrittenOfWholeRows } from "./by-hand.ts";
import { linesOfCheckedFile, typesOfFile, type FileInSql, type Payer } from "./checked-by-hand.ts";
import { faultyFiles } from "./faulty-files.ts";
import type { Row } from "./ran-sql.ts";
import { fewestAsked, takingTurns, type Aim, type Contender, type Ran } from "./taking-turns.ts";

interface Answered extends Ran {
  /** Payer, period and öre of each line, sorted; then the account. */
  readonly answer: readonly string[];
  /** Whether the file was refused. */
  readonly isRefused: boolean;
}

export type Format = "csv" | "parquet";

const folder = join(".cache", "bench");
const checked = "by hand, checked";
const noSlower: Aim = { atMost: 1, of: "clock" };

/** A table for each format. */
export async function fromFiles(count: number, times: number): Promise<readonly string[]> {
  refuseTheSame(sample(count, "csv"));
  const tables: string[] = [];
  for (const [title, format] of [
    ["CSV file to lines", "csv"],
    ["Parquet file to lines", "parquet"],
  ] as const) {
    const path = sample(count, format);
    const file = fileInSql(path, format);
    const wanted = inDuckDb(linesOfCheckedFile(file));
    ok(!wanted.isRefused, `${path} is refused by hand`);
    const contender = (name: string, run: () => Answered, aim?: Aim): Contender<Answered> => ({
      name,
      run,
      ...(aim === undefined || count < fewestAsked ? {} : { aim }),
      check: ({ answer, isRefused }) => {
        ok(!isRefused, `${title}: ${name} refuses`);
        deepStrictEqual(answer, wanted.answer, `${title}: ${name} differs`);
      },
    });
    const contenders = [
      contender(checked, () => inDuckDb(linesOfCheckedFile(file))),
      contender("by hand, nothing checked", () => inDuckDb(handWrittenOfWholeRows(file.from, "duckdb"))),
      contender("`avtal run`, the whole command", () => byCommand(path), noSlower),
      contender("of that, reading and evaluating in TypeScript", () => inTypeScript(path), noSlower),
    ];
    tables.push(await takingTurns(title, contenders, { times, against: checked }));
  }
  return tables;
}

/** Drawn once, as `bench/growth.mjs` draws them. */
export function sample(count: number, format: Format): string {
  const path = join(folder, `stockholm-${count}.${format}`);
  if (existsSync(path)) return path;
  const drawn = ["data", "sample", "--agreement", "stockholm", "--episodes", String(count)];
  const made = node(avtal, [...drawn, "--from", "2022-01", "--to", "2022-12", "--out", path]);
  if (made.status !== 0) throw new Error(`No sample was drawn:\n${made.stderr}`);
  return path;
}

/** The file as it stands after FROM. */
export function readInDuckDb(path: string, format: Format): string {
  const types = typesOfFile.map(([name, type]) => `'${name}': '${type}'`).join(", ");
  const csv = `read_csv('${path}', delim = ';', header = true, auto_detect = false, columns = {${types}})`;
  return format === "csv" ? csv : `read_parquet('${path}')`;
}

function fileInSql(path: string, format: Format): FileInSql {
  return {
    from: readInDuckDb(path, format),
    kept: format === "csv" ? "MATERIALIZED" : "NOT MATERIALIZED",
    municipalities: payersOf("kommuner"),
    districts: payersOf("stadsdelar"),
  };
}

function payersOf(register: string): readonly Payer[] {
  const found = program.registers.find(({ id }) => id.endsWith(register));
  if (found === undefined) throw new Error(`No register is called ${register}.`);
  return found.entries.map(({ code, from, until }) => ({ code, from, until }));
}

/** Each file has one fault; without it both take the file. */
function refuseTheSame(csv: string): void {
  for (const { name, text, isFaulty } of faultyFiles(beginningOf(csv))) {
    const path = join(folder, "sql", "faulty.csv");
    writeFileSync(path, text);
    const byHand = inDuckDb(linesOfCheckedFile(fileInSql(path, "csv"))).isRefused;
    const byUs = byCommand(path).isRefused;
    deepStrictEqual({ byHand, byUs }, { byHand: isFaulty, byUs: isFaulty }, `a file with ${name}`);
  }
}

/** Some hundred rows: ten million are longer than a text can be. */
function beginningOf(csv: string): string {
  const bytes = Buffer.alloc(60_000);
  const file = openSync(csv, "r");
  try {
    return bytes.toString("utf8", 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

const avtal = join("cli", "dist", "avtal.js");

function node(script: string, words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const all = ["--import", sayUsage, script, ...words];
  return spawnSync(process.execPath, all, { encoding: "utf8", maxBuffer: 1 << 28 });
}

/** Says the greatest memory in kB and the processor time in microseconds as the last line on stderr. */
const sayUsage = [
  "data:text/javascript,process.on('exit',()=>{",
  "const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();",
  "process.stderr.write('usage='+maxRSS+' '+(userCPUTime+systemCPUTime)+'\\n')})",
].join("");

/** From the start of the process to its end. */
function byCommand(path: string): Answered {
  const start = performance.now();
  const { status, stdout, stderr } = node(avtal, ["run", "stockholm", "--data", path, "--format", "csv"]);
  const milliseconds = performance.now() - start;
  const [, kilobytes = "0", microseconds = "0"] = /usage=(\d+) (\d+)/.exec(stderr) ?? [];
  const spent = { milliseconds, processor: Number(microseconds) / 1000, megabytes: Number(kilobytes) / 1024 };
  if (status !== 0) return { ...spent, answer: [], isRefused: true };
  const [head = [], ...rows] = stdout.trim().split("\n").map(cellsOf);
  const [payer, period, amount] = ["payer_code", "period", "amount"].map((name) => head.indexOf(name));
  const lines = rows.map((row) => `${row[payer ?? -1]} ${row[period ?? -1]} ${row[amount ?? -1]?.replace(".", "")}`);
  const account = /= ([\d\s]+?) i en regel \+ ([\d\s]+?) inte\s+debiterade \+ ([\d\s]+?) obestämda/.exec(stderr) ?? [];
  const counts = account.slice(1).map((count) => Number(count.replaceAll(/\s/g, "")));
  return { ...spent, answer: [...lines.sort(), counts.join(" ")], isRefused: false };
}

/** Of a line of CSV in which every text is quoted and no quoted text that is read holds a comma. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)|(?<=,)(?=,|$)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
}

/** The process says what it took from the first byte of the file to the lines. */
function inTypeScript(path: string): Answered {
  const { status, stdout, stderr } = node(join(folder, "sql-typescript.mjs"), [path]);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Answered;
}

/** The statement alone, in a process of its own. */
function inDuckDb(sql: string): Answered {
  const path = join(folder, "sql", "statement.sql");
  writeFileSync(path, sql);
  const { status, stdout } = node(join("bench", "sql", "in-duckdb.mjs"), [path, "hand"]);
  if (status !== 0) return { milliseconds: 0, processor: 0, megabytes: 0, answer: [], isRefused: true };
  const { rows, ...spent } = JSON.parse(stdout) as Ran & { readonly rows: readonly Row[] };
  const named = (name: string): string => (rows.find(([first]) => first === name) ?? []).slice(1).join(" ");
  const lines = rows
    .filter(([first]) => first !== "account" && first !== "faults")
    .map(([payer, month, ore]) => `${payer} ${monthText(Number(month))} ${ore}`);
  const isRefused = /[1-9]/.test(named("faults"));
  return { ...spent, answer: [...lines.sort(), named("account")], isRefused };
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}
