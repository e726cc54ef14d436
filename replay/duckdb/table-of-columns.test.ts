import { afterAll, beforeAll, expect, test } from "vitest";
import { MISSING, NO, NOT_KNOWN, UNKNOWN, YES, type Column } from "@avtal/runtime/columns";
import type { Field } from "@avtal/compiler/ir/ir";
import { openDatabase, run, type OpenDatabase } from "./open.ts";
import { rowsOf } from "./rows.ts";
import { tableOfColumns } from "./table-of-columns.ts";

let database: OpenDatabase;

beforeAll(async () => {
  database = await openDatabase({ threads: "1" });
});
afterAll(() => database.close());

test("each kind of cell comes to DuckDB as it is, on both sides of where a chunk ends", async () => {
  // A chunk has 2 048 rows; the days before 1970 are below zero.
  const days = [-1, 0, MISSING, 19_000, UNKNOWN];
  const rows = await inDuckDb({
    day: { kind: "date", days: over(days) },
    at: { kind: "moment", days: over(days), seconds: over([86_399, 0, 0, 43_200, 0]) },
    holds: { kind: "condition", codes: Uint8Array.from(over([NO, YES, NOT_KNOWN, YES, NO])) },
    kind: { kind: "code", codes: over([1, 0, MISSING, 0, UNKNOWN]), names: ["öppen", `"so" 'so'`] },
    age: { kind: "integer", values: over([-1, 0, MISSING, 2_147_483_647, UNKNOWN]) },
  });
  const before = ["1969-12-31", "1969-12-31 23:59:59", "false", `"so" 'so'`, "-1"];
  const began = ["1970-01-01", "1970-01-01 00:00:00", "true", "öppen", "0"];
  const later = ["2022-01-08", "2022-01-08 12:00:00", "true", "öppen", "2147483647"];
  const nothing = [null, null, null, null, null];
  const unknown = [null, null, "false", null, null];
  const turns = [before, began, nothing, later, unknown];
  expect(rows).toEqual(Array.from({ length: count }, (_, row) => [`v${row}`, ...(turns[row % 5] ?? [])]));
});

test.each([1, 255, 256, 65_535, 65_536])("a column of %i names has each in its place", async (length) => {
  const names = Array.from({ length }, (_, name) => `namn ${name}`);
  const codes = Int32Array.from({ length: count }, (_, row) => (row * 7_919) % (length + 1));
  const rows = await inDuckDb({ kind: { kind: "code", codes: codes.map((code) => code || MISSING), names } });
  expect(rows.map(([, name]) => name)).toEqual(
    Array.from(codes, (code) => (code === 0 ? null : (names[code] ?? null))),
  );
});

test("a column of which nothing is known has nothing", async () => {
  const rows = await inDuckDb({ kind: { kind: "code", codes: over([MISSING]), names: [] } });
  expect(rows.every(([, name]) => name === null)).toBe(true);
});

const count = 4_100;

function over(values: readonly number[]): Int32Array {
  return Int32Array.from({ length: count }, (_, row) => values[row % values.length] ?? MISSING);
}

async function inDuckDb(columns: Readonly<Record<string, Column>>): Promise<(string | null)[][]> {
  const fields = Object.keys(columns).map((code) => ({ code }) as Field);
  const ids = Array.from({ length: count }, (_, row) => `v${row}`);
  const { connection } = database;
  await run(connection, "DROP TABLE IF EXISTS episodes");
  const table = await tableOfColumns(connection, { count, ids, columns: new Map(Object.entries(columns)) }, fields);
  const read = [table.id, ...table.columns.values()].map((column) => `CAST(${column} AS VARCHAR)`);
  return rowsOf(connection, `SELECT ${read.join(", ")} FROM ${table.from} ORDER BY ${table.number}`);
}
