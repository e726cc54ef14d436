// Measures the SQL target against SQL written by hand for Stockholm's mean rule, over the same files and the same table.
// Rule: both give the lines of the evaluator written by hand, or nothing is measured; they take turns.

import { deepStrictEqual } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { evaluationFrom, type SqlRow } from "@avtal/compiler/emit/sql/decode";
import type { DialectName } from "@avtal/compiler/emit/sql/dialect";
import type { EpisodeTable } from "@avtal/compiler/emit/sql/records";
import { sqlLines, sqlStatement, type SqlOutcome } from "@avtal/compiler/emit/sql/statement";
import { episodesInPostgres } from "@avtal/replay/engines/postgres";
import { columnsByHand } from "../evaluator/by-hand.ts";
import { drawnEpisodes, type DrawnEpisodes } from "../evaluator/episodes.ts";
import { municipalities, options, program } from "../evaluator/stockholm.ts";
import type { Answer } from "../evaluator/sums.ts";
import { handWritten } from "./by-hand.ts";
import { columnTypes, drawnFiles, type DrawnFiles } from "./drawn-files.ts";
import { fromFiles } from "./from-files.ts";
import { postgresServer } from "./postgres-server.ts";
import { folder, inDuckDb, inServer, loaded, type RanSql, type Row } from "./ran-sql.ts";
import { fewestAsked, takingTurns, type Aim } from "./taking-turns.ts";
import { wholeRows } from "./whole-rows.ts";

interface Rival {
  readonly name: string;
  readonly sql: string;
  /** What the rows say, and what they have to say. */
  readonly answer: (rows: readonly Row[]) => Answer | readonly string[];
  readonly wanted: (wanted: Answer) => Answer | readonly string[];
  readonly aim?: Aim;
}

const byHand = "by hand";
const aim: Aim = { atMost: 1.2, of: "processors" };
/** Ten million are measured as whole files: what is drawn for the others is held in memory and loaded into a server. */
const mostDrawn = 2_000_000;
const words = process.argv.slice(2);
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
const times = Number(words.find((word) => word.startsWith("--times="))?.slice(8) ?? "5");
const told: string[] = [];
say(
  [
    `Written by \`node bench/sql.mjs\` on ${new Date().toISOString().slice(0, 10)}. Node ${process.version}, DuckDB of @duckdb/node-api ${duckDbVersion()}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}; medians of ${times} runs that took turns.`,
    `Processes that wanted a processor before: ${(loadavg()[0] ?? 0).toFixed(1)}. Where that is more than there are processors, times are upper bounds.`,
    "",
  ].join("\n"),
);
for (const count of sizes.length === 0 ? [1_000_000] : sizes) {
  say(`\n## ${count} episodes\n\n`);
  if (count <= mostDrawn) await overDrawn(count);
  if (words.includes("--without-files")) continue;
  const server = words.includes("--without-postgres") || count > mostDrawn ? null : await postgresServer();
  try {
    for (const table of await wholeRows(count, times, server)) say(table);
  } finally {
    server?.stop();
  }
  for (const table of await fromFiles(count, times)) say(table);
}

if (words.includes("--write"))
  writeFileSync(join("bench", "RESULTS-sql.md"), `# SQL beside SQL by hand\n\n${told.join("")}`);

/** SQL against SQL over the same table, in DuckDB and in a PostgreSQL. */
async function overDrawn(count: number): Promise<void> {
  const drawn = drawnEpisodes(count, municipalities(), 7);
  const files = await drawnFiles(drawn, program.fields, folder);
  for (const [title, from] of sources(drawn, files)) {
    await measured(`DuckDB over ${title}`, drawn, duckDbRivals(from, drawn), ({ name, sql }) =>
      inDuckDb(sql, whose(name)),
    );
  }
  if (!words.includes("--without-postgres")) await inPostgres(drawn, files);
}

function whose(name: string): "avtal" | "hand" {
  return name.startsWith("Avtal") ? "avtal" : "hand";
}

function say(text: string): void {
  told.push(text);
  process.stdout.write(text);
}

async function measured(
  title: string,
  drawn: DrawnEpisodes,
  rivals: readonly Rival[],
  ran: (rival: Rival) => RanSql | Promise<RanSql>,
): Promise<void> {
  const wanted = columnsByHand(drawn);
  const contenders = rivals.map((rival) => ({
    name: rival.name,
    ...(rival.aim === undefined || drawn.columns.count < fewestAsked ? {} : { aim: rival.aim }),
    run: () => ran(rival),
    check: ({ rows }: RanSql) =>
      deepStrictEqual(rival.answer(rows), rival.wanted(wanted), `${title}: ${rival.name} differs`),
  }));
  say(await takingTurns(title, contenders, { times, against: byHand }));
}

/** What stands after FROM, for the CSV file with its types given and for the Parquet file. */
function sources({ columns }: DrawnEpisodes, { csv, parquet }: DrawnFiles): readonly [string, string][] {
  const types = columnTypes(columns, program.fields).map(([name, type]) => `'${name}': '${type}'`);
  const reader = `read_csv('${csv}', delim = ';', header = true, auto_detect = false, columns = {${types.join(", ")}})`;
  return [
    ["CSV", reader],
    ["Parquet", `read_parquet('${parquet}')`],
  ];
}

function duckDbRivals(from: string, drawn: DrawnEpisodes): readonly Rival[] {
  const present = columnTypes(drawn.columns, program.fields).map(([name]) => name);
  const columns = new Map(present.map((name) => [name, `"${name}"`]));
  const isParquet = from.startsWith("read_parquet");
  const numbered = isParquet ? from.replace(/\)$/, ", file_row_number = true)") : from;
  const number = isParquet ? "file_row_number" : null;
  return rivals(from, "duckdb", { from: numbered, id: `"id"`, number, columns });
}

/** `from`: for what is by hand. */
function rivals(
  from: string,
  dialect: DialectName & ("duckdb" | "postgres"),
  episodes: EpisodeTable,
): readonly Rival[] {
  const request = { program, options, dialect, episodes };
  const [lines, whole] = [said(sqlLines(request)), said(sqlStatement(request))];
  return [
    { name: byHand, sql: handWritten(from, dialect), answer: answerByHand, wanted: (all) => all },
    { name: "Avtal, lines", sql: lines.sql, answer: linesFrom, wanted: ({ lines }) => lines, aim },
    {
      name: "Avtal, everything that a run tells",
      sql: whole.sql,
      wanted: (all) => all,
      answer: (rows) => {
        const read = rows.map(([section, rule, ...cells]): SqlRow => [section ?? "", Number(rule), ...cells]);
        const evaluation = evaluationFrom(read, whole.layout, program, options);
        if (evaluation.kind !== "completed") throw new Error(`The run stopped at ${evaluation.value}.`);
        const { inRule, notCharged, undecided } = evaluation.accounting;
        const told = evaluation.lines.map(({ keys, amount }) => `${keys.payer.code} ${keys.period} ${amount}`);
        return { lines: told.sort(), inRule, notCharged, undecided };
      },
    },
  ];
}

function said(outcome: SqlOutcome): SqlOutcome & { readonly kind: "statement" } {
  if (outcome.kind === "unsayable") throw new Error(`No SQL says ${outcome.construct}.`);
  return outcome;
}

function answerByHand(rows: readonly Row[]): Answer {
  const account = rows.find(([payer]) => payer === "account");
  const [notCharged = 0, undecided = 0] = (account?.[2] ?? "").split(" ").map(Number);
  const lines = rows
    .filter((row) => row !== account)
    .map(([payer, month, ore]) => {
      const [year, ofYear] = [Math.floor(Number(month) / 12), (Number(month) % 12) + 1];
      return `${payer} ${year}-${String(ofYear).padStart(2, "0")} ${ore}`;
    });
  return { lines: lines.sort(), inRule: Number(account?.[1]), notCharged, undecided };
}

/** Payer, period and amount stand at their places among the columns of a line. */
function linesFrom(rows: readonly Row[]): string[] {
  return rows.map((row) => `${row[4]} ${row[5]} ${row[14]}`).sort();
}

async function inPostgres(drawn: DrawnEpisodes, { csv }: DrawnFiles): Promise<void> {
  const server = await postgresServer();
  if (server === null) {
    say("PostgreSQL is not installed here (`apt-get install postgresql`), so nothing is measured in it.\n");
    return;
  }
  try {
    const types = new Map(columnTypes(drawn.columns, program.fields).map(([name, type]) => [name, type.toLowerCase()]));
    await loaded(server.address, csv, types);
    const episodes = episodesInPostgres("episodes", types, program.fields);
    await measured("PostgreSQL", drawn, rivals("episodes", "postgres", episodes), ({ name, sql }) =>
      inServer(server.address, sql, whose(name)),
    );
  } finally {
    server.stop();
  }
}

function duckDbVersion(): string {
  const found = JSON.parse(readFileSync(join("package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  return found.packages["node_modules/@duckdb/node-api"]?.version ?? "unknown";
}
