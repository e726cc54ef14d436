// Every conformance case in DuckDB gives what the interpreter gives.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { interpret } from "@avtal/compiler/interpret/interpret";
import { openDuckDb, type DuckDb } from "@avtal/replay/engines/duckdb";
import { optionsFromCase, type CaseOptions } from "../harness/case-options.ts";
import { columnsFromCsv } from "../harness/columns-from-csv.ts";
import { compileFolder } from "../harness/compile-folder.ts";
import { runInDuckDb } from "./duckdb-run.ts";

const cases = join(import.meta.dirname, "../conformance/cases");
const vocabulary = join(import.meta.dirname, "../../agreements/national");
let db: DuckDb;

beforeAll(async () => {
  db = await openDuckDb("1GB");
});

afterAll(() => db.close());

describe.each(readdirSync(cases).sort())("%s", (name) => {
  test("is the same in DuckDB", async () => {
    const folder = join(cases, name);
    const stated = parse(readFileSync(join(folder, "case.yaml"), "utf8")) as CaseOptions & {
      readonly agreement: string;
    };
    const program = compileFolder([vocabulary, folder], stated.agreement);
    const columns = columnsFromCsv(program, readFileSync(join(folder, "episodes.csv"), "utf8"));
    const options = optionsFromCase(stated, program);
    const run = await runInDuckDb(db, program, columns, options);
    const expected = interpret(program, columns, options);

    expect(run.kind).toBe("evaluated");
    if (run.kind !== "evaluated") return;
    expect({ ...run.evaluation, notes: [] }).toStrictEqual({ ...expected, notes: [] });
  });
});
