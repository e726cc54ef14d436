// Cells that are found four bytes at a time are those that one sees byte by byte.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { ColumnBuilder } from "../columns/column-builder.ts";
import { wordsOf } from "../columns/words.ts";
import { cellFinder } from "./plain-cells-of-rows.ts";

const greatest = 8;

/** Rows as texts of their cells, up to the first that has something in it that only the reading of records understands. */
function seen(text: string, separator: string, width: number): string[][] {
  const rows: string[][] = [];
  for (const [line] of text.matchAll(/.*?\r?\n/gs)) {
    const cells = line.replace(/\r?\n$/, "").split(separator);
    // A tab is plain, and yet taken for another control character by what looks at four bytes at a time.
    const isTabbed = cells.slice(0, -1).some((cell) => cell.includes("\t"));
    const isOdd =
      cells.length !== width || isTabbed || cells.some((cell) => /["\u0000-\u0008\u000a-\u001f]/.test(cell));
    if (isOdd || (width === 1 && cells[0] === "") || rows.length === greatest) return rows;
    rows.push(cells);
  }
  return rows;
}

/** The same as the finder says, with so many bytes before the first row. */
function found(text: string, separator: ";" | ",", width: number, before: number): string[][] {
  const bytes = Buffer.from(`${"x".repeat(before)}${text}\n...`);
  const until = bytes.length - 4;
  const starts = new Int32Array(greatest * (width + 1) + 1);
  const columns = Array.from({ length: width }, (): ColumnBuilder | undefined => undefined);
  const cells = { bytes, words: wordsOf(bytes), starts, step: width + 1, column: 0 };
  const rows = cellFinder(separator, columns)(cells, before, until, greatest);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (_cell, column) => {
      const slot = row * (width + 1) + column;
      return bytes.toString("utf8", starts[slot], (starts[slot + 1] ?? 0) - 1);
    }),
  );
}

const cell = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom("", "0180", "true", "false", "2022-03-01T10:15:00", "Södertälje sjukhus") },
  {
    weight: 10,
    arbitrary: fc.string({ unit: fc.constantFrom("a", ":", "<", "!", "#", "å", "Ö", "\u007f"), maxLength: 9 }),
  },
  fc.constantFrom('"', 'a"', "\t", "ab\u0000", "abc\u001f", "\r", "a\rb", "\n", ",", ";"),
);

test.each([";", ","] as const)("rows with %s between their cells are cut where one sees it", (separator) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).chain((width) =>
        fc.record({
          width: fc.constant(width),
          rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 9 }),
        }),
      ),
      fc.constantFrom("\n", "\r\n"),
      fc.nat(3),
      ({ width, rows }, end, before) => {
        const text = rows.map((cells) => cells.join(separator) + end).join("");
        expect(found(text, separator, width, before)).toEqual(seen(text, separator, width));
      },
    ),
    { numRuns: 3_000 },
  );
});

test("a row without an end is left", () => {
  expect(found("a;b\nc;d", ";", 2, 0)).toEqual([["a", "b"]]);
  expect(found("", ";", 2, 0)).toEqual([]);
});
