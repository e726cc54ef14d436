// docs/meaning.md 7.15: what a plain name given for a run means, on every target.

import { expect, test } from "vitest";
import { evaluatorFor } from "@avtal/compiler/emit/typescript/load";
import { interpret } from "@avtal/compiler/interpret/interpret";
import type { Program } from "@avtal/compiler/ir/ir";
import { ratio } from "@avtal/runtime/ratio";
import * as runtime from "@avtal/runtime/runtime";
import { columnsOf } from "../harness/columns-from-csv.ts";
import { agreement, amounts, completed, noOptions, perEpisode, programOf, rounded, stay } from "./run-text.ts";

const program = programOf(
  agreement(`regel enda
  enligt text 4
  gäller vårdtillfällen
  ${perEpisode}
  belopp = klara-dagar * dygnsbelopp
  ${rounded}`),
);
const records = [stay("a", "2020-03-02", "2020-03-05")];
const supplied = (value: string) => ({ values: [{ value, from: null, exact: ratio(10_000n) }] });

test("the only one of its name among the other documents is meant", () => {
  const [plain, full] = ["dygnsbelopp", "pris.dygnsbelopp"].map((name) => completed(program, records, supplied(name)));
  expect(plain).toEqual(full);
  expect(plain === undefined ? [] : amounts(plain)).toEqual(["0126-enda-a 300.00"]);
});

test("where several have it the run is refused, with all of them", () => {
  const doubled: Program = {
    ...program,
    values: program.values.flatMap((value) => [value, { ...value, id: "lag.dygnsbelopp", document: "lag" }]),
  };
  const options = { ...noOptions, ...supplied("dygnsbelopp") };
  const columns = columnsOf(program, records);
  expect(() => interpret(doubled, columns, options)).toThrow(/pris\.dygnsbelopp.*lag\.dygnsbelopp/);
  expect(() => evaluatorFor(doubled, runtime).evaluate(columns, options)).toThrow(
    /pris\.dygnsbelopp.*lag\.dygnsbelopp/,
  );
});
