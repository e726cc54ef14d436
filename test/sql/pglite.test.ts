// Every conformance case in PostgreSQL, embedded, gives what the interpreter gives.

import { PGlite } from "@electric-sql/pglite";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { evaluationFrom } from "@avtal/compiler/emit/sql/decode";
import { sqlStatement } from "@avtal/compiler/emit/sql/statement";
import { writtenEpisodes } from "@avtal/compiler/emit/sql/written-episodes";
import { interpret } from "@avtal/compiler/interpret/interpret";
import { optionsFromCase, type CaseOptions } from "../harness/case-options.ts";
import { columnsFromCsv } from "../harness/columns-from-csv.ts";
import { compileFolder } from "../harness/compile-folder.ts";

const cases = join(import.meta.dirname, "../conformance/cases");
const vocabulary = join(import.meta.dirname, "../../agreements/national");
let db: PGlite;

// Starting PostgreSQL in WebAssembly takes a second, and on a busy machine half a minute.
beforeAll(async () => {
  db = await PGlite.create();
}, 120_000);

afterAll(() => db.close());

describe.each(readdirSync(cases).sort())("%s", (name) => {
  test("is the same in PostgreSQL", async () => {
    const folder = join(cases, name);
    const stated = parse(readFileSync(join(folder, "case.yaml"), "utf8")) as CaseOptions & {
      readonly agreement: string;
    };
    const program = compileFolder([vocabulary, folder], stated.agreement);
    const columns = columnsFromCsv(program, readFileSync(join(folder, "episodes.csv"), "utf8"));
    const options = optionsFromCase(stated, program);
    const episodes = writtenEpisodes(columns, program, "postgres");
    const statement = sqlStatement({ program, options, dialect: "postgres", episodes });

    expect(statement.kind).toBe("statement");
    if (statement.kind !== "statement") return;
    const { rows } = await db.query<(string | number | null)[]>(statement.sql, [], { rowMode: "array" });
    const evaluation = evaluationFrom(
      rows.map(([section, rule, ...cells]) => [
        String(section),
        Number(rule),
        ...cells.map((cell) => (cell === null ? null : String(cell))),
      ]),
      statement.layout,
      program,
      options,
    );
    expect({ ...evaluation, notes: [] }).toStrictEqual({ ...interpret(program, columns, options), notes: [] });
  });
});
