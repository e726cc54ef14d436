// The statement of lines alone, which a view shows: the lines of the interpreter, with their ids, parts, quantities, prices and amounts.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { interpret } from "@avtal/compiler/interpret/interpret";
import { openDuckDb, type DuckDb } from "@avtal/replay/engines/duckdb";
import { optionsFromCase, type CaseOptions } from "../harness/case-options.ts";
import { columnsFromCsv } from "../harness/columns-from-csv.ts";
import { compileFolder } from "../harness/compile-folder.ts";
import { linesInDuckDb, linesOfResult } from "./lines-alone.ts";

const cases = join(import.meta.dirname, "../conformance/cases");
const vocabulary = join(import.meta.dirname, "../../agreements/national");
let db: DuckDb;
let lines = 0;

beforeAll(async () => {
  db = await openDuckDb("1GB");
});

afterAll(() => db.close());

describe("lines alone", () => {
  test.each(readdirSync(cases).sort())("%s gives the lines of the interpreter", async (name) => {
    const folder = join(cases, name);
    const stated = parse(readFileSync(join(folder, "case.yaml"), "utf8")) as CaseOptions & {
      readonly agreement: string;
    };
    const program = compileFolder([vocabulary, folder], stated.agreement);
    const columns = columnsFromCsv(program, readFileSync(join(folder, "episodes.csv"), "utf8"));
    const options = optionsFromCase(stated, program);
    const expected = interpret(program, columns, options);
    // What a line cannot do is stop a run that needs a price: a view over such data has to be asked as a whole.
    if (expected.kind !== "completed") return;
    lines += expected.lines.length;
    expect(await linesInDuckDb(db, program, columns, options)).toEqual(linesOfResult(expected.lines));
  });

  test("there are lines among them", () => expect(lines).toBeGreaterThan(0));
});
