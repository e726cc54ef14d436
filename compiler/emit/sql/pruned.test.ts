// What is left of a chain of queries once it is known what is read of it.

import { expect, test } from "vitest";
import { dialects } from "./dialect.ts";
import { pruned } from "./pruned.ts";
import type { Query, SelectedColumn } from "./stage.ts";

test("a step of which no column is read is left out, and the one before it takes its name", () => {
  const chain = [first([{ name: "a", text: "x" }]), step("rows 1", "rows 0", "b"), step("rows", "rows 1", "c")];
  expect(printed(chain, [`SELECT "a", "b" FROM "rows"`]).map(({ name }) => name)).toEqual(["rows 0", "rows"]);
  expect(printed(chain, [`SELECT "a" FROM "rows"`])).toEqual([
    { name: "rows", says: "", text: 'SELECT\n  x AS "a"\nFROM table', endsStage: true, readers: 1 },
  ]);
});

test("a query ends in a fence only where one of its columns is named more than once", () => {
  const chain = [first([{ name: "a", text: "x" }]), step("rows", "rows 0", "b")];
  const endOf = (select: string): string | undefined => printed(chain, [select]).at(-1)?.text.split("\n").at(-1);
  expect(endOf(`SELECT "b" + 1 FROM "rows"`)).toBe(`FROM "rows 0" AS t`);
  expect(endOf(`SELECT "b" * "b" FROM "rows"`)).toBe("OFFSET '0'");
});

test("a column that makes rows stands even where nothing reads it", () => {
  const days = first([
    { name: "a", text: "x" },
    { name: "day", text: "unnest(y)", makesRows: true },
  ]);
  expect(printed([days], [`SELECT COUNT(*) FROM "rows 0"`])[0]?.text).toBe('SELECT\n  unnest(y) AS "day"\nFROM table');
});

function first(columns: readonly SelectedColumn[]): Query {
  const body = { kind: "select", all: null, columns, rest: "FROM table" } as const;
  return { name: "rows 0", body, says: "", after: null, endsStage: false };
}

function step(name: string, after: string, added: string): Query {
  const columns = [{ name: added, text: `"a" + 1` }];
  const rest = `FROM "${after}" AS t`;
  const { fence: end } = dialects.postgres;
  return {
    name,
    body: { kind: "select", all: { alias: "t", of: after }, columns, rest, end },
    says: "",
    after,
    endsStage: name === "rows",
  };
}

function printed(queries: readonly Query[], selects: readonly string[]): ReturnType<typeof pruned> {
  return pruned(queries, selects, dialects.postgres);
}
