// Many runs over the same records: what the records gave is used again, and every answer is that of a run by itself.

import { beforeAll, describe, expect, test } from "vitest";
import { sharesRecords } from "@avtal/compiler/emit/typescript/shared-records";
import type { Program } from "@avtal/compiler/ir/ir";
import { evaluatorFor, repeatingEvaluator } from "@avtal/replay/evaluator";
import { plainDescription } from "@avtal/replay/read/description";
import { readEpisodes } from "@avtal/replay/read/episodes";
import type { Columns } from "@avtal/runtime/columns";
import { ratio, type Ratio } from "@avtal/runtime/ratio";
import type { RunOptions } from "@avtal/runtime/result";
import { sample, sideOf } from "./sides.ts";

const stockholm = sideOf("stockholm").program;
const statute = sideOf("lus").program;
const none: RunOptions = { wording: null, readings: new Map(), events: new Map(), values: [] };
let columns: Columns;

beforeAll(async () => {
  const path = await sample({
    agreement: "stockholm",
    episodes: 400,
    seed: 7,
    from: 2022 * 12 + 1,
    through: 2022 * 12 + 3,
  });
  const { fields, registers } = stockholm;
  const reading = await readEpisodes({ path, description: plainDescription, fields, registers });
  if (reading.kind === "refused") throw new Error("The sample was refused.");
  columns = reading.columns;
});

function supplying(value: string, exact: Ratio, from: string | null = null): RunOptions {
  return { ...none, values: [{ value, from, exact }] };
}

function expectSame(program: Program, asked: readonly RunOptions[]): void {
  const again = repeatingEvaluator(program);
  for (const options of asked) {
    expect(again(columns, options)).toEqual(evaluatorFor(program).evaluate(columns, options));
  }
}

describe("runs that follow each other over the same records", () => {
  test("give what each gives alone as a limit of the groups moves, whole or not", () => {
    const limits = [ratio(1n), ratio(13n, 10n), ratio(2n), ratio(5n, 3n), ratio(2n)];
    expectSame(
      stockholm,
      limits.map((exact) => supplying("stockholm.tidsgräns", exact)),
    );
    expectSame(
      stockholm,
      limits.map((exact) => supplying("stockholm.tidsgräns", exact, "2022-03-01")),
    );
  });

  test("give what each gives alone as a value moves that records are asked about, as a reading or a day does", () => {
    expectSame(
      statute,
      [1n, 3n, 5n, 3n].map((days) => supplying("lus.frist", ratio(days))),
    );
    expectSame(stockholm, [
      none,
      { ...none, readings: new Map([["stockholm.faktor", "alla"]]) },
      { ...none, wording: "2020-01-01" },
      supplying("pris.dygnsbelopp", ratio(1_000_000n)),
    ]);
  });
});

test("only what nothing of a record reads may be shared, and a value that is there on one side alone never is", () => {
  const shares = (program: Program, value: string): boolean =>
    sharesRecords(program, supplying(value, ratio(1n)), supplying(value, ratio(2n)));
  expect(shares(stockholm, "stockholm.tidsgräns")).toBe(true);
  expect(shares(stockholm, "tidsgräns")).toBe(true);
  expect(shares(statute, "lus.frist")).toBe(false);
  expect(sharesRecords(stockholm, none, supplying("stockholm.tidsgräns", ratio(1n)))).toBe(false);
  expect(
    sharesRecords(stockholm, supplying("tidsgräns", ratio(1n)), supplying("tidsgräns", ratio(1n), "2022-01-01")),
  ).toBe(false);
});
