// Rows 15 and 16 of the edge cases: days charged one by one, each with its own month and price.

import { expect, test } from "vitest";
import { episode, linesOf, programNamed, run } from "./model.ts";

const program = programNamed("individuell");

test("row 15: 28 January to 5 February is one date in January and four in February", () => {
  const result = run(program, [episode("e", "2020-01-28T09:00", "2020-02-05T15:00")]);
  expect(linesOf(result)).toEqual([
    ["2020-01", "1", "8200.00"],
    ["2020-02", "4", "32800.00"],
  ]);
});

test("row 16: two dates at the price of 2019 and two at that of 2020 are 32 000 kr", () => {
  const result = run(program, [episode("e", "2019-12-27T09:00", "2020-01-03T15:00")]);
  expect(linesOf(result)).toEqual([
    ["2019-12", "2", "15600.00"],
    ["2020-01", "2", "16400.00"],
  ]);
  expect(result.lines.reduce((sum, line) => sum + line.amount, 0n)).toBe(3_200_000n);
});
