import fc from "fast-check";
import { expect, test } from "vitest";
import { leastPublished, suppressed } from "./suppressed.ts";

function withSums(inner: readonly (readonly number[])[]): number[][] {
  const rows = inner.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  const width = rows[0]?.length ?? 0;
  return [...rows, Array.from({ length: width }, (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0))];
}

/** What a reader finds by subtraction: in any row or column with one cell missing, that cell; over and over. */
function found(table: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[]): number {
  const known = hidden.map((row) => row.map((cell) => !cell));
  const columns = table[0]?.map((_, column) => table.map((__, row) => ({ row, column }))) ?? [];
  const rows = table.map((cells, row) => cells.map((_, column) => ({ row, column })));
  let revealed = 0;
  for (let more = true; more;) {
    more = false;
    for (const line of [...rows, ...columns]) {
      const open = line.filter(({ row, column }) => known[row]?.[column] !== true);
      const [only] = open;
      if (only === undefined || open.length > 1) continue;
      const row = known[only.row];
      if (row !== undefined) row[only.column] = true;
      revealed += 1;
      more = true;
    }
  }
  return revealed;
}

test("C28: a small count takes with it what would reveal it, in its row and its column", () => {
  const table = withSums([
    [3, 20, 30],
    [15, 25, 35],
    [12, 22, 32],
  ]);
  const hidden = suppressed(table);
  expect(hidden[0]?.[0]).toBe(true);
  expect(hidden.flat().filter(Boolean).length).toBeGreaterThanOrEqual(4);
  expect(found(table, hidden)).toBe(0);
});

test("a table without small counts is published whole, and no count at all is no small count", () => {
  const hidden = suppressed(
    withSums([
      [5, 0],
      [7, 9],
    ]),
  );
  expect(hidden.flat().some(Boolean)).toBe(false);
});

test("whatever the counts are, no small one is shown and none is found by subtraction", () => {
  const count = fc.oneof({ weight: 2, arbitrary: fc.nat(8) }, { weight: 1, arbitrary: fc.nat(60) });
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
  fc.assert(
    fc.property(tables, (inner) => {
      const table = withSums(inner);
      const hidden = suppressed(table);
      table.forEach((row, at) =>
        row.forEach((cell, column) => {
          if (cell > 0 && cell < leastPublished) expect(hidden[at]?.[column]).toBe(true);
        }),
      );
      expect(found(table, hidden)).toBe(0);
    }),
    { numRuns: 300 },
  );
});
