// Lines alone from one reading: the same whether records stop at other rules or not, in DuckDB and in PostgreSQL.
// Rule: the statement is the one that notes where the others stop, or the test says nothing.

import { PGlite } from "@electric-sql/pglite";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DialectName } from "@avtal/compiler/emit/sql/dialect";
import { sqlLines } from "@avtal/compiler/emit/sql/statement";
import { writtenEpisodes } from "@avtal/compiler/emit/sql/written-episodes";
import { interpret } from "@avtal/compiler/interpret/interpret";
import { openDuckDb, type DuckDb } from "@avtal/replay/engines/duckdb";
import type { Columns } from "@avtal/runtime/columns";
import type { RunOptions } from "@avtal/runtime/result";
import { columnsFromCsv } from "../harness/columns-from-csv.ts";
import { compileFolder } from "../harness/compile-folder.ts";
import { withoutNumbers } from "./lines-alone.ts";

const program = compileFolder([join(import.meta.dirname, "../../agreements")], "stockholm");
const options: RunOptions = {
  wording: null,
  readings: new Map(),
  events: new Map(),
  values: [
    { value: "tidsgräns", from: null, exact: { over: 13n, under: 10n } },
    { value: "pris.dygnsbelopp", from: null, exact: { over: 930_000n, under: 1n } },
  ],
};
let duckDb: DuckDb;
let postgres: PGlite;

beforeAll(async () => {
  duckDb = await openDuckDb("1GB");
  postgres = await PGlite.create();
});

afterAll(async () => {
  duckDb.close();
  await postgres.close();
});

interface Drawn {
  readonly title: string;
  readonly municipalities: readonly string[];
  readonly cares: readonly string[];
  readonly months: readonly string[];
  /** Rules that give lines. */
  readonly rules: readonly string[];
}

const data: readonly Drawn[] = [
  {
    title: "all records stop at the rule of the mean",
    municipalities: ["0126", "0114"],
    cares: ["somatic", "psychiatric"],
    months: ["2022-03", "2022-04"],
    rules: ["genomsnitt"],
  },
  {
    title: "some stop at the rule of psychiatric care",
    municipalities: ["0126", "0180"],
    cares: ["somatic", "psychiatric"],
    months: ["2021-06", "2022-03"],
    rules: ["genomsnitt", "psykiatri-individuell"],
  },
  {
    title: "some stop at no rule of the agreement, so that the act takes them",
    municipalities: ["0126", "0604"],
    cares: ["somatic"],
    months: ["2022-03"],
    rules: ["dygnsersättning", "genomsnitt"],
  },
  {
    title: "all three, and of some it is not known where they belong",
    municipalities: ["0126", "0180", "0604", ""],
    cares: ["somatic", "psychiatric", ""],
    months: ["2019-11", "2021-06", "2022-03"],
    rules: ["dygnsersättning", "genomsnitt", "psykiatri-individuell"],
  },
  {
    title: "no record stops at the rule of the mean",
    municipalities: ["0604"],
    cares: ["somatic"],
    months: ["2022-03"],
    rules: ["dygnsersättning"],
  },
];

describe.each(data)("$title", ({ rules, ...drawn }) => {
  const columns = columnsFromCsv(program, drawnCsv(drawn));

  test("the interpreter gives lines by each of the rules", () => {
    expect([...new Set(wantedOf(columns).map((line) => line.split(" ")[1]))].sort()).toEqual(rules);
  });

  test.each(["with numbers", "without"])("DuckDB gives the same lines from a table %s", async (kind) => {
    const sql = statement(columns, "duckdb", kind === "without");
    const rows = await duckDb.query(`SELECT 'line' AS section, 0 AS rule, id, rule AS name, amount_ore FROM (${sql})`);
    expect(rows.map(([, , ...cells]) => cells.join(" ")).sort()).toEqual(wantedOf(columns));
  });

  test("PostgreSQL gives the same lines", async () => {
    const sql = statement(columns, "postgres", true);
    const { rows } = await postgres.query<(string | number | null)[]>(sql, [], { rowMode: "array" });
    expect(rows.map((row) => [row[0], row[2], row[14]].join(" ")).sort()).toEqual(wantedOf(columns));
  });
});

function statement(columns: Columns, dialect: DialectName, isWithoutNumbers: boolean): string {
  const written = writtenEpisodes(columns, program, dialect);
  const episodes = isWithoutNumbers ? withoutNumbers(written) : written;
  const outcome = sqlLines({ program, options, dialect, episodes });
  if (outcome.kind !== "statement") throw new Error(`No SQL says ${outcome.construct}.`);
  expect(outcome.queries.map(({ name }) => name)).toContain("övriga");
  return outcome.sql;
}

function wantedOf(columns: Columns): readonly string[] {
  const found = interpret(program, columns, options);
  if (found.kind !== "completed") throw new Error(`The run stopped at ${found.value}.`);
  return found.lines.map(({ id, place, amount }) => [id, place.rule, amount].join(" ")).sort();
}

function drawnCsv({ municipalities, cares, months }: Omit<Drawn, "rules" | "title">): string {
  const rows = months.flatMap((month) =>
    municipalities.flatMap((municipality) =>
      cares.flatMap((care) =>
        [12, 20, 28].flatMap((day) =>
          ["false,false,false", "true,false,false", ",,"].map((flags) =>
            [municipality, care, `${month}-01T09:00`, `${month}-04T13:30`, `${month}-${day}T10:00`, flags].join(","),
          ),
        ),
      ),
    ),
  );
  const head =
    "id,municipality,care_type,admission_notice_at,ready_notice_at,discharged_at,sip_needed,care_contact_needed,outpatient_unavailable";
  return [head, ...rows.map((row, index) => `e${String(index).padStart(4, "0")},${row}`)].join("\n");
}
