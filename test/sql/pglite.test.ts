// Every conformance case in PostgreSQL, embedded, gives what the interpreter gives; its lines alone likewise, where records
// are numbered by their ids as those of a table there are.

import { PGlite } from "@electric-sql/pglite";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { evaluationFrom, type SqlRow } from "@avtal/compiler/emit/sql/decode";
import { sqlLines, sqlStatement } from "@avtal/compiler/emit/sql/statement";
import { writtenEpisodes } from "@avtal/compiler/emit/sql/written-episodes";
import { interpret } from "@avtal/compiler/interpret/interpret";
import type { Program } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Columns } from "@avtal/runtime/columns";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import { optionsFromCase, type CaseOptions } from "../harness/case-options.ts";
import { columnsFromCsv } from "../harness/columns-from-csv.ts";
import { compileFolder } from "../harness/compile-folder.ts";

const cases = join(import.meta.dirname, "../conformance/cases");
const vocabulary = join(import.meta.dirname, "../../agreements/national");
let db: PGlite;

// Starting PostgreSQL in WebAssembly takes a second, and on a busy machine half a minute.
beforeAll(async () => {
  db = await PGlite.create();
});

afterAll(() => db.close());

describe.each(readdirSync(cases).sort())("%s", (name) => {
  test("is the same in PostgreSQL", async () => {
    const { program, columns, options } = caseNamed(name);
    const evaluation = await inPostgres(program, columns, options);
    expect({ ...evaluation, notes: [] }).toStrictEqual({ ...interpret(program, columns, options), notes: [] });
  });

  test("gives the same lines alone in PostgreSQL, where its records stand in the order of their ids", async () => {
    const { program, columns, options } = caseNamed(name);
    const expected = interpret(program, columns, options);
    const { from, ...episodes } = writtenEpisodes(columns, program, "postgres");
    const table = { ...episodes, from: `(SELECT *, i AS "id" FROM ${from}) AS t`, number: null };
    const outcome = sqlLines({ program, options, dialect: "postgres", episodes: table });
    expect(outcome.kind).toBe("statement");
    const areInOrder = columns.ids.every(
      (id, record) => record === 0 || byCodePoint(columns.ids[record - 1] ?? "", id) < 0,
    );
    if (outcome.kind !== "statement" || expected.kind !== "completed" || !areInOrder) return;
    const { rows } = await db.query<(string | number | null)[]>(outcome.sql, [], { rowMode: "array" });
    const found = rows.map((row) => [row[0], row[2], row[14]].join(" "));
    const wanted = expected.lines.map(({ id, place, amount }) => [id, place.rule, amount].join(" "));
    expect(found.sort()).toEqual(wanted.sort());
  });
});

function caseNamed(name: string): { program: Program; columns: Columns; options: RunOptions } {
  const folder = join(cases, name);
  const stated = parse(readFileSync(join(folder, "case.yaml"), "utf8")) as CaseOptions & { readonly agreement: string };
  const program = compileFolder([vocabulary, folder], stated.agreement);
  const columns = columnsFromCsv(program, readFileSync(join(folder, "episodes.csv"), "utf8"));
  return { program, columns, options: optionsFromCase(stated, program) };
}

test("a shipped agreement runs there, rules without a price and rules that are over among its own", async () => {
  const program = compileFolder([join(import.meta.dirname, "../../agreements")], "stockholm");
  const columns = columnsFromCsv(program, oneEpisode);
  const values = [
    { value: "tidsgräns", from: null, exact: { over: 13n, under: 10n } },
    { value: "pris.dygnsbelopp", from: null, exact: { over: 930_000n, under: 1n } },
  ];
  const options: RunOptions = { wording: null, readings: new Map(), events: new Map(), values };
  const [given, expected] = [await inPostgres(program, columns, options), interpret(program, columns, options)];
  expect(given).toStrictEqual(expected);
  expect(given.kind === "completed" ? given.lines.length : 0).toBe(1);
});

const oneEpisode = [
  "id,municipality,care_type,admission_notice_at,ready_notice_at,discharged_at,sip_needed,care_contact_needed,outpatient_unavailable",
  "e1,0126,somatic,2022-03-01T09:00,2022-03-06T09:00,2022-03-28T14:00,false,false,false",
].join("\n");

async function inPostgres(program: Program, columns: Columns, options: RunOptions): Promise<Evaluation> {
  const episodes = writtenEpisodes(columns, program, "postgres");
  const statement = sqlStatement({ program, options, dialect: "postgres", episodes });
  if (statement.kind !== "statement") throw new Error(`No SQL says ${statement.construct}.`);
  const { rows } = await db.query<(string | number | null)[]>(statement.sql, [], { rowMode: "array" });
  const read = rows.map(([section, rule, ...cells]): SqlRow => {
    return [String(section), Number(rule), ...cells.map((cell) => (cell === null ? null : String(cell)))];
  });
  return evaluationFrom(read, statement.layout, program, options);
}
